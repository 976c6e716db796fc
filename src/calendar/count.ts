import type { Instant } from '../clock.js'
import { checkBudget, type Budget } from './budget.js'
import { BudgetCannotPauseError, BudgetNeedsAnInstantError } from './errors.js'
import { addSeconds, closeOfBusiness, localDateOf, type LocalDate } from './local-date.js'
import { checkPauses, pauseOver, type Pause } from './pause.js'
import { dayIn, daysAfter, yearOf, type Day, type WorkCalendar } from './work-calendar.js'

/**
 * When a deadline starts: an instant, or a day. Where both are given, the day is the start day and the instant
 * only says what time of it.
 */
export type Start =
  | { readonly anchorAt: Instant; readonly startOn?: undefined }
  | { readonly anchorAt?: Instant | null | undefined; readonly startOn: LocalDate }

/** A day the count passed: which of the budget it was, or null when it was skipped. */
interface CountedDay {
  readonly day: Day
  readonly counted: number | null
  /** the pause that leaves it out, whatever day it is */
  readonly pause: Pause | null
}

/** A budget counted out, day by day: where the date and its explanation both come from, so that they cannot differ. */
export interface Count {
  readonly startOn: LocalDate
  readonly anchorAt: Instant | null
  /** the days after the start day, up to the last */
  readonly days: readonly CountedDay[]
  readonly dueOn: LocalDate
  readonly dueAt: Instant
  /** the years not yet announced that the count had to look at */
  readonly provisionalYears: readonly number[]
}

/**
 * Counts a budget out from its start. The start day is not counted; the last day ends at the close of business.
 * No days at all end at the close of the start day; when that has passed, or nobody works on it, of the next working day.
 * Days of a pause are passed and not counted.
 * @throws BudgetNeedsAnInstantError for seconds from a day; BudgetUnreadableError, BudgetTooLongError for no number of
 *   days; BudgetCannotPauseError and the errors of {@link checkPauses} for pauses
 */
export function count(
  calendar: WorkCalendar,
  start: Start,
  budget: Budget,
  pauses: readonly Pause[] = [],
): Count {
  checkBudget(budget)
  const startOn = start.startOn ?? localDateOf(start.anchorAt)
  const anchorAt = start.anchorAt ?? null
  checkPauses(startOn, pauses)
  if ('seconds' in budget) {
    if (pauses.length > 0) throw new BudgetCannotPauseError()
    return countSeconds(startOn, anchorAt, budget.seconds)
  }

  const closesAt = (date: LocalDate) => closeOfBusiness(date, calendar.hours.closesAt)
  const closed = anchorAt !== null && Date.parse(anchorAt) >= Date.parse(closesAt(startOn))
  const days = countDays(calendar, { startOn, closed, budget, pauses })
  const dueOn = days.at(-1)?.day.date ?? startOn
  // calendar days come whatever anybody announces, and so do those of a pause; the start day matters only where it may
  // be the last
  const lookedAt = 'days' in budget ? [] : days.filter(({ pause }) => pause === null).map(({ day }) => day)
  if ('workingDays' in budget && budget.workingDays === 0) lookedAt.unshift(dayIn(calendar, startOn))
  const years = lookedAt.filter(day => day.provisional).map(day => yearOf(day.date))
  return { startOn, anchorAt, days, dueOn, dueAt: closesAt(dueOn), provisionalYears: [...new Set(years)] }
}

function countDays(
  calendar: WorkCalendar,
  {
    startOn,
    closed,
    budget,
    pauses,
  }: {
    startOn: LocalDate
    closed: boolean
    budget: Exclude<Budget, { seconds: number }>
    pauses: readonly Pause[]
  },
): CountedDay[] {
  const [whole, canCount] =
    'days' in budget ? [budget.days, () => true] : [budget.workingDays, (day: Day) => day.working]
  if (whole === 0 && !closed && canCount(dayIn(calendar, startOn))) return []
  const days: CountedDay[] = []
  let counted = 0
  for (const day of daysAfter(calendar, startOn)) {
    const pause = pauseOver(pauses, day.date)
    const mayEnd = pause === null && canCount(day)
    const counts = mayEnd && counted < whole
    if (counts) counted += 1
    days.push({ day, counted: counts ? counted : null, pause })
    if (mayEnd && counted >= whole) break
  }
  return days
}

function countSeconds(startOn: LocalDate, anchorAt: Instant | null, seconds: number): Count {
  if (anchorAt === null) throw new BudgetNeedsAnInstantError()
  const dueAt = addSeconds(anchorAt, seconds)
  return { startOn, anchorAt, days: [], dueOn: localDateOf(dueAt), dueAt, provisionalYears: [] }
}
