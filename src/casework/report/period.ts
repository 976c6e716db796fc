import { DateTime } from 'luxon'
import { addDays, type LocalDate } from '../../calendar/local-date.js'
import { FIRST_DAY, type Quarter, quarterRange } from '../quarter.js'

/** The first day of the 12 months up to a quarter's end: rectifications accepted from here on may still be broken. */
export function rectificationsSince(quarter: Quarter): LocalDate {
  const dayAfter = DateTime.fromISO(addDays(quarterRange(quarter).to, 1), { zone: 'utc' })
  return dayAfter.minus({ years: 1 }).toFormat('yyyy-MM-dd')
}

/** Asks many days about one quarter: its range is worked out once. */
export function inQuarter(quarter: Quarter): (day: LocalDate | null) => boolean {
  const { from, to } = quarterRange(quarter)
  return day => day !== null && from <= day && day <= to
}

/** A month of the office. */
export interface Month {
  /** 2026-04 */
  readonly month: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The twelve months up to a quarter's end, the oldest first; none before the month in which the scheme began. */
export function monthsUpTo(quarter: Quarter): Month[] {
  const last = DateTime.fromISO(quarterRange(quarter).to, { zone: 'utc' }).startOf('month')
  return Array.from({ length: 12 }, (_, index) => last.minus({ months: 11 - index }))
    .map(month => ({
      month: month.toFormat('yyyy-MM'),
      from: month.toFormat('yyyy-MM-dd'),
      to: month.endOf('month').toFormat('yyyy-MM-dd'),
    }))
    .filter(({ from }) => from >= FIRST_DAY)
}
