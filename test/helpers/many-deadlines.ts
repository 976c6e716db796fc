import { addDays, closeOfBusiness } from '../../src/calendar/index.js'
import { projectLimit, storedDates } from '../../src/runtime/limits.js'
import type { TestOffice } from './office.js'

/**
 * Arms this many open deadlines of ten working days, begun on the eight days before `until`, all on one case of their own
 * that nobody works on: what counts is how many there are to be counted anew.
 */
export async function armMany(office: TestOffice, count: number, until: string): Promise<void> {
  const { store, calendars } = office.parts
  const number = await office.register({ item: '另一件事', contact: '10000000999' })
  const row = await store.read.cases.byNumber(number)
  const [first] = await store.read.deadlines.ofCase(row!.id)
  const { instanceId, caseId } = first!
  const calendar = await calendars.current(store.read)
  const terms = { budget: 'P10D', calendar: 'workdays', warnBefore: 'P1D' } as const
  const deadlines = Array.from({ length: count }, (_, index) => {
    const startOn = addDays(until, -(index % 8))
    return {
      ...terms,
      ...storedDates(projectLimit(calendar, { ...terms, startOn })),
      ...{ instanceId, caseId, pauses: [] },
      activityId: 'Timer_FeedbackDue',
      slot: `many-${index}`,
      name: '十日反馈',
      kind: 'none' as const,
      interrupting: false,
      armedAt: closeOfBusiness(startOn),
    }
  })
  await store.transaction(unit => unit.deadlines.arm(deadlines))
}
