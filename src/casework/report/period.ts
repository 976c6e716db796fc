import { DateTime } from 'luxon'
import { addDays, type LocalDate } from '../../calendar/local-date.js'
import { type Quarter, quarterRange } from '../quarter.js'

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
