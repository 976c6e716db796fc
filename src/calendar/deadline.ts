import type { Instant } from '../clock.js'
import type { Budget } from './budget.js'
import { count, type Start } from './count.js'
import { BudgetCannotPauseError } from './errors.js'
import {
  addDays,
  addSeconds,
  closeOfBusiness,
  localDate,
  localDateOf,
  startOfBusiness,
  type LocalDate,
} from './local-date.js'
import type { Pause } from './pause.js'
import type { WorkCalendar } from './work-calendar.js'
import { previousWorkingDay } from './working-days.js'

/** What a deadline is made of; the date follows from it and the calendar. */
export type DeadlineTerms = Start & {
  readonly budget: Budget
  /** how long before the end somebody is warned; never, when not said */
  readonly warnBefore?: Budget | null | undefined
  /** what the count leaves out, in order */
  readonly pauses?: readonly Pause[] | undefined
  /** 阶段性答复: the day that was given in the place of the one promised; without effect unless it is later */
  readonly extendedTo?: LocalDate | null | undefined
}

/** A deadline on a calendar. Its terms are in it, so that it can be projected or explained again. */
export interface Deadline {
  readonly startOn: LocalDate
  readonly anchorAt: Instant | null
  readonly budget: Budget
  readonly warnBefore: Budget | null
  readonly pauses: readonly Pause[]
  readonly extendedTo: LocalDate | null
  /** which state of the calendar it was counted on */
  readonly calendarVersion: number
  /** the last day without any extension: what was promised, and what all figures measure by */
  readonly promisedOn: LocalDate
  readonly promisedAt: Instant
  /** the last day */
  readonly dueOn: LocalDate
  /** the close of business of the last day; for seconds the very instant */
  readonly dueAt: Instant
  readonly warnOn: LocalDate | null
  /** start of business of that day; may lie before the start where the budget is short: the warning is due at once */
  readonly warnAt: Instant | null
  /** 暂定: the count had to look at a year that is not announced */
  readonly provisional: boolean
}

/**
 * The dates that these terms come to on this calendar. The same terms on a changed calendar give the changed dates.
 * @throws DateInvalidError, InstantInvalidError, BudgetUnreadableError, BudgetTooLongError, BudgetNeedsAnInstantError,
 *   BudgetCannotPauseError; PauseBackwardsError, PauseBeforeStartError, PauseOverlapsError, PauseTooLongError
 */
export function project(calendar: WorkCalendar, terms: DeadlineTerms): Deadline {
  const { budget, pauses = [] } = terms
  const { startOn, anchorAt, dueOn, dueAt, provisionalYears } = count(calendar, terms, budget, pauses)
  const extendedTo = terms.extendedTo ?? null
  if (extendedTo !== null && 'seconds' in budget) throw new BudgetCannotPauseError()
  const effective =
    extendedTo !== null && localDate(extendedTo) > dueOn
      ? { dueOn: extendedTo, dueAt: closeOfBusiness(extendedTo, calendar.hours.closesAt) }
      : { dueOn, dueAt }
  const warnBefore = terms.warnBefore ?? null
  const warning = warnBefore ? warningBefore(calendar, effective, warnBefore) : { warnOn: null, warnAt: null }
  return {
    ...{ startOn, anchorAt, budget, warnBefore, pauses, extendedTo },
    calendarVersion: calendar.version,
    promisedOn: dueOn,
    promisedAt: dueAt,
    ...effective,
    ...warning,
    provisional: provisionalYears.length > 0,
  }
}

function warningBefore(
  calendar: WorkCalendar,
  { dueOn, dueAt }: Pick<Deadline, 'dueOn' | 'dueAt'>,
  before: Budget,
): { warnOn: LocalDate; warnAt: Instant } {
  if ('seconds' in before) {
    const warnAt = addSeconds(dueAt, -before.seconds)
    return { warnOn: localDateOf(warnAt), warnAt }
  }
  let warnOn = 'days' in before ? addDays(dueOn, -before.days) : dueOn
  if ('workingDays' in before) {
    for (let left = before.workingDays; left > 0; left -= 1) warnOn = previousWorkingDay(calendar, warnOn)
  }
  return { warnOn, warnAt: startOfBusiness(warnOn, calendar.hours.opensAt) }
}
