import type { Instant } from '../clock.js'
import type { Deadline } from './deadline.js'
import { localDateOf, type LocalDate } from './local-date.js'
import { pauseOn, type Pause } from './pause.js'
import type { WorkCalendar } from './work-calendar.js'
import { workingDaysBetween } from './working-days.js'

/** How a deadline stands at an instant. */
export interface Standing {
  /** it has passed; from the first moment after the due instant */
  readonly overdue: boolean
  /** working days after today up to the last day: 0 on the last day itself, and when overdue */
  readonly remainingWorkingDays: number
  /** working days begun since the last day: 0 until then, and on the evening of the last day */
  readonly overdueWorkingDays: number
  /** the clock stands still because of it, or will from tomorrow on; null while it runs */
  readonly pause: Pause | null
}

/** How this deadline stands at this instant. Derived whenever it is asked, never stored. @throws InstantInvalidError */
export function standingOf(
  calendar: WorkCalendar,
  { dueOn, dueAt, pauses = [] }: Pick<Deadline, 'dueOn' | 'dueAt'> & Partial<Pick<Deadline, 'pauses'>>,
  asOf: Instant,
): Standing {
  const overdue = Date.parse(asOf) > Date.parse(dueAt)
  const today = localDateOf(asOf)
  const left = workingDaysBetween(calendar, today, dueOn) - pausedBetween(calendar, pauses, today, dueOn)
  return {
    overdue,
    remainingWorkingDays: overdue ? 0 : Math.max(left, 0),
    overdueWorkingDays: overdue ? Math.max(-left, 0) : 0,
    pause: overdue ? null : pauseOn(pauses, today),
  }
}

/** Working days after `from` up to and with `to` that a pause leaves out; none when `to` lies before. */
function pausedBetween(
  calendar: WorkCalendar,
  pauses: readonly Pause[],
  from: LocalDate,
  to: LocalDate,
): number {
  const within = pauses.map(pause => ({
    from: pause.from > from ? pause.from : from,
    until: pause.until < to ? pause.until : to,
  }))
  return within
    .filter(one => one.from < one.until)
    .reduce((days, one) => days + workingDaysBetween(calendar, one.from, one.until), 0)
}
