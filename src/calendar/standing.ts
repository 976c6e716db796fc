import type { Instant } from '../clock.js'
import type { Deadline } from './deadline.js'
import { localDateOf } from './local-date.js'
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
}

/** How this deadline stands at this instant. Derived whenever it is asked, never stored. @throws InstantInvalidError */
export function standingOf(
  calendar: WorkCalendar,
  { dueOn, dueAt }: Pick<Deadline, 'dueOn' | 'dueAt'>,
  asOf: Instant,
): Standing {
  const overdue = Date.parse(asOf) > Date.parse(dueAt)
  const left = workingDaysBetween(calendar, localDateOf(asOf), dueOn)
  return {
    overdue,
    remainingWorkingDays: overdue ? 0 : Math.max(left, 0),
    overdueWorkingDays: overdue ? Math.max(-left, 0) : 0,
  }
}
