import { instantAt, localDateOf } from '../../calendar/index.js'
import type { LocalDate, WorkCalendar } from '../../calendar/index.js'
import type { ScriptedCase } from '../../play/scripted-case.js'
import { mannersOf } from '../../play/manners.js'
import type { Plan } from './plan.js'
import { workingDaysAfter } from '../../play/working-time.js'

/** When a case comes that says nothing about it. */
const opening = '09:00'

/**
 * The plans of a simulation: a case that says when it comes, or when its cause is confirmed, comes by that; one that
 * follows another waits for it; the others come one a working day from `start` on.
 */
export function timetable(
  calendar: WorkCalendar,
  cases: readonly ScriptedCase[],
  start: LocalDate,
): readonly Plan[] {
  let days = 0
  const [first] = cases
  return cases.map(script => {
    const plan = { script, manners: mannersOf(script) }
    if (script.registeredAt !== null)
      return { ...plan, arriving: new Date(script.registeredAt).toISOString() }
    if (script.confirmedAt !== null) {
      const confirmed = localDateOf(new Date(script.confirmedAt).toISOString())
      return { ...plan, arriving: instantAt(workingDaysAfter(calendar, confirmed, -1), opening) }
    }
    if (script.monthsAfterCase1 !== null && first && first !== script)
      return { ...plan, arriving: { months: script.monthsAfterCase1, afterCase: first.no } }
    return { ...plan, arriving: instantAt(workingDaysAfter(calendar, start, days++), opening) }
  })
}
