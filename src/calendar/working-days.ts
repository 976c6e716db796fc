import { addDays, dayOfYear, type LocalDate } from './local-date.js'
import { dayIn, yearOf, type WorkCalendar } from './work-calendar.js'

/** The first working day after this day. @throws DateInvalidError */
export function nextWorkingDay(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return workingDayOnOrAfter(calendar, addDays(date, 1))
}

/** The last working day before this day. @throws DateInvalidError */
export function previousWorkingDay(calendar: WorkCalendar, date: LocalDate): LocalDate {
  let day = addDays(date, -1)
  while (!dayIn(calendar, day).working) day = addDays(day, -1)
  return day
}

/** This day when it is worked, else the first working day after it. @throws DateInvalidError */
export function workingDayOnOrAfter(calendar: WorkCalendar, date: LocalDate): LocalDate {
  let day = date
  while (!dayIn(calendar, day).working) day = addDays(day, 1)
  return day
}

/**
 * The working days after `from` up to and with `to`: as a deadline counts them, the start day excluded.
 * Negative when `to` lies before `from`. @throws DateInvalidError
 */
export function workingDaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from) // 0 and not -0
  let count = workedInYearUpTo(calendar, to) - workedInYearUpTo(calendar, from)
  for (let year = yearOf(from); year < yearOf(to); year += 1) count += calendar.year(year)?.worked.at(-1) ?? 0
  return count
}

function workedInYearUpTo(calendar: WorkCalendar, date: LocalDate): number {
  return calendar.year(yearOf(date))?.worked[dayOfYear(date)] ?? 0
}
