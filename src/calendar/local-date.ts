import { DateTime } from 'luxon'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import { DateInvalidError, InstantInvalidError } from './errors.js'

/** A day as the office lives it, `2026-04-15`; sorts as text. */
export type LocalDate = string

/** A time of day as the office lives it, `17:30`. */
export type LocalTime = string

/** The zone of every date, whatever the zone of the machine. */
export const officeZone = 'Asia/Shanghai'

/** The day it is in the office at this instant. @throws InstantInvalidError */
export function localDateOf(instant: Instant): LocalDate {
  return inOffice(instant).toISODate()
}

/** The time of day it is in the office at this instant, to the minute. @throws InstantInvalidError */
export function localTimeOf(instant: Instant): LocalTime {
  return inOffice(instant).toISOTime({ precision: 'minute', includeOffset: false })
}

/** The instant when it is this time of this day in the office. @throws DateInvalidError, InstantInvalidError */
export function instantAt(date: LocalDate, time: LocalTime): Instant {
  return toInstant(DateTime.fromISO(`${localDate(date)}T${time}`, { zone: officeZone }), `${date}T${time}`)
}

/** The instant when the office closes on this day. @throws DateInvalidError */
export function closeOfBusiness(date: LocalDate, closesAt: LocalTime = '17:30'): Instant {
  return instantAt(date, closesAt)
}

/** The instant when the office opens on this day. @throws DateInvalidError */
export function startOfBusiness(date: LocalDate, opensAt: LocalTime = '08:30'): Instant {
  return instantAt(date, opensAt)
}

/** Midnight at the beginning of this day in the office. @throws DateInvalidError */
export function startOfDay(date: LocalDate): Instant {
  return instantAt(date, '00:00')
}

/** The instant so many seconds later, or earlier when negative. @throws InstantInvalidError */
export function addSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(inOffice(instant).plus({ seconds }), instant)
}

/** The text as a date, for what comes from outside. @throws DateInvalidError */
export function localDate(value: string): LocalDate {
  return textOf(dayNumber(value))
}

/** The day so many days later, or earlier when negative. @throws DateInvalidError */
export function addDays(date: LocalDate, days: number): LocalDate {
  return textOf(dayNumber(date) + days)
}

/** 1 for Monday to 7 for Sunday. @throws DateInvalidError */
export function weekdayOf(date: LocalDate): number {
  const firstWasThursday = 3
  return ((((dayNumber(date) + firstWasThursday) % 7) + 7) % 7) + 1
}

/** 周一 to 周日. @throws DateInvalidError */
export function weekdayName(date: LocalDate): string {
  return text(`calendar.weekday.${weekdayOf(date)}`)
}

/** 2026年4月15日（周三）. @throws DateInvalidError */
export function formatDate(date: LocalDate): string {
  const [year, month, day] = localDate(date).split('-').map(Number)
  return text('calendar.date', { year, month, day, weekday: weekdayName(date) })
}

/** 2026年4月15日（周三）17:30, as it is in the office. @throws InstantInvalidError */
export function formatInstant(instant: Instant): string {
  return text('calendar.instant', { date: formatDate(localDateOf(instant)), time: localTimeOf(instant) })
}

/** Which day of its year this is, from 0. @throws DateInvalidError */
export function dayOfYear(date: LocalDate): number {
  return dayNumber(date) - dayNumber(`${date.slice(0, 4)}-01-01`)
}

const dayLength = 86_400_000

/** Days since 1970-01-01: plain arithmetic in UTC, where every day is as long as the other. */
function dayNumber(date: LocalDate): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN
  // Date.parse lets the 30th of February pass as the 2nd of March
  if (new Date(time).getUTCDate() !== Number(date.slice(8))) throw new DateInvalidError(date)
  return time / dayLength
}

function textOf(dayNumber: number): LocalDate {
  const day = new Date(dayNumber * dayLength)
  const iso = Number.isNaN(day.getTime()) ? '' : day.toISOString()
  // years are of four digits, or dates would no longer sort as text
  if (iso.length !== '2026-04-15T00:00:00.000Z'.length)
    throw new DateInvalidError(`1970-01-01 + ${dayNumber}`)
  return iso.slice(0, 10)
}

function inOffice(instant: Instant): DateTime<true> {
  const time = DateTime.fromISO(instant, { zone: officeZone })
  // without an offset the text would mean something else on every machine
  if (!time.isValid || !/T.*(Z|[+-]\d\d:?\d\d)$/.test(instant)) throw new InstantInvalidError(instant)
  return time
}

function toInstant(time: DateTime, value: string): Instant {
  if (!time.isValid) throw new InstantInvalidError(value)
  return new Date(time.toMillis()).toISOString()
}
