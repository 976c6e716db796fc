import { expect } from 'chai'
import type { CalendarDay } from '../../src/calendar/index.js'
import { createCalendars } from '../../src/runtime/calendars.js'

describe('The calendar in force', () => {
  it('is not the one whose rows were read before it was changed', async () => {
    const calendars = createCalendars()
    let rows: CalendarDay[] = []
    let letGo: () => void = () => undefined
    const held = new Promise<void>(resolve => (letGo = resolve))
    const slow = reader(async () => {
      const before = rows
      await held
      return before
    })
    const early = calendars.current(slow)
    rows = [{ scope: 'national', date: '2026-05-06', kind: 'off', name: '调休' } as unknown as CalendarDay]
    calendars.forget()
    letGo()
    await early
    const now = await calendars.current(reader(() => Promise.resolve(rows)))
    expect(now).to.not.equal(await early)
  })
})

function reader(days: () => Promise<CalendarDay[]>) {
  return { calendar: { days, announced: () => Promise.resolve([]) } } as never
}
