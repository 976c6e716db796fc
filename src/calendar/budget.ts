import { text } from '../catalogue/index.js'
import { BudgetNotWholeDaysError, BudgetTooLongError, BudgetUnreadableError } from './errors.js'

/** How much time is given: working days, calendar days (both end at the close of business), or seconds on the clock. */
export type Budget =
  { readonly workingDays: number } | { readonly days: number } | { readonly seconds: number }

/** Which days a budget written in days counts; the attribute `calendar` of a timer in the diagram. */
export type BudgetCalendar = 'workdays' | 'days'

/**
 * The budget that an ISO 8601 duration of the diagram means: `P3D`, `P10D`, `PT4H`; by calendar days also `P2W`.
 * Whatever has a part smaller than a day runs on the clock.
 * @throws BudgetUnreadableError, BudgetNotWholeDaysError, BudgetTooLongError
 */
export function parseBudget(iso: string, calendar: BudgetCalendar = 'workdays'): Budget {
  const parts = duration.exec(iso)?.groups
  if (!parts) throw new BudgetUnreadableError(iso)
  const part = (name: string) => Number(parts[name] ?? 0)
  const days = part('weeks') * 7 + part('days')
  const seconds = part('hours') * 3600 + part('minutes') * 60 + part('seconds')
  checkBudget({ seconds: days * 86_400 + seconds }, iso)
  if (calendar === 'workdays') {
    if (parts.weeks !== undefined || parts.time !== undefined) throw new BudgetNotWholeDaysError(iso)
    return { workingDays: days }
  }
  return parts.time === undefined ? { days } : { seconds: days * 86_400 + seconds }
}

/** Refuses a number that is not an amount of time. @throws BudgetUnreadableError, BudgetTooLongError */
export function checkBudget(budget: Budget, said?: string): void {
  const [amount, most] =
    'workingDays' in budget
      ? [budget.workingDays, longest]
      : 'days' in budget
        ? [budget.days, longest]
        : [budget.seconds, longest * 86_400]
  if (!Number.isInteger(amount) || amount < 0) throw new BudgetUnreadableError(said ?? String(amount))
  if (amount > most) throw new BudgetTooLongError(said ?? String(amount), longest)
}

/** 3个工作日, 2个自然日, 4小时, 当日办结. */
export function formatBudget(budget: Budget): string {
  if ('workingDays' in budget) return formatDays('workingDays', budget.workingDays)
  if ('days' in budget) return formatDays('days', budget.days)
  const { seconds } = budget
  if (seconds % 3600 === 0) return text('calendar.budget.hours', { count: seconds / 3600 })
  if (seconds % 60 === 0) return text('calendar.budget.minutes', { count: seconds / 60 })
  return text('calendar.budget.seconds', { count: seconds })
}

function formatDays(unit: 'workingDays' | 'days', count: number): string {
  return count === 0 ? text('calendar.budget.sameDay') : text(`calendar.budget.${unit}`, { count })
}

/** Ten years: beyond it the count of a deadline would only burn time. */
const longest = 3660

const duration =
  /^P(?=.)(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?<time>T(?=.)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/
