import {
  addDays,
  dayIn,
  instantAt,
  localDateOf,
  localTimeOf,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
} from '../calendar/index.js'
import type { LocalDate, WorkCalendar } from '../calendar/index.js'
import type { Instant } from '../clock.js'

/** How long somebody takes: whole working days first, then minutes within the office’s hours. */
export interface Pace {
  readonly days?: number
  readonly minutes?: number
}

const minute = 60_000

/** The instant at which somebody who begins at `from` is done: never at night, on a weekend or a holiday. */
export function afterWork(calendar: WorkCalendar, from: Instant, { days = 0, minutes = 0 }: Pace): Instant {
  let at = openFrom(calendar, from)
  if (days > 0) {
    const day = workingDaysAfter(calendar, localDateOf(at), days)
    at = instantAt(day, localTimeOf(at))
  }
  for (let left = minutes * minute; ;) {
    const closes = Date.parse(instantAt(localDateOf(at), calendar.hours.closesAt))
    const done = Date.parse(at) + left
    if (done < closes) return new Date(done).toISOString()
    left = done - closes
    at = instantAt(nextWorkingDay(calendar, localDateOf(at)), calendar.hours.opensAt)
  }
}

/** The working day so many working days after a day, before it when negative; the day itself or the next for 0. */
export function workingDaysAfter(calendar: WorkCalendar, day: LocalDate, days: number): LocalDate {
  let at = days < 0 ? day : workingDayOnOrAfter(calendar, day)
  for (let left = Math.abs(days); left > 0; left--)
    at = days < 0 ? previousWorkingDay(calendar, at) : nextWorkingDay(calendar, at)
  return at
}

/** The opening of the next day, whatever day it is. */
export function nextOpening(calendar: WorkCalendar, after: Instant): Instant {
  const today = instantAt(localDateOf(after), calendar.hours.opensAt)
  return today > after ? today : instantAt(addDays(localDateOf(after), 1), calendar.hours.opensAt)
}

/** The first instant from here on at which the office is open. */
function openFrom(calendar: WorkCalendar, from: Instant): Instant {
  const day = localDateOf(from)
  const { opensAt, closesAt } = calendar.hours
  if (dayIn(calendar, day).working && from < instantAt(day, closesAt)) {
    const opens = instantAt(day, opensAt)
    return from < opens ? opens : from
  }
  return instantAt(nextWorkingDay(calendar, day), opensAt)
}
