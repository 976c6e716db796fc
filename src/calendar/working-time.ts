import type { Instant } from '../clock.js'
import { addDays, closeOfBusiness, localDateOf, startOfBusiness } from './local-date.js'
import { daysAfter, type OfficeHours, type WorkCalendar } from './work-calendar.js'

/** From one instant to another. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/**
 * How long the office was open during each span, in milliseconds: its hours on working days and nothing else, so that
 * a matter left on Friday evening and done on Monday morning took no longer than it did. 0 where `until` is not after
 * `from`. The days are laid out once for all spans, so that thousands cost little more than one.
 * @throws InstantInvalidError
 */
export function workingTimes(calendar: WorkCalendar, spans: readonly Span[]): number[] {
  const instants = spans.flatMap(({ from, until }) => [from, until]).map(instant => Date.parse(instant))
  if (instants.length === 0) return []
  const openUntil = openTime(calendar, least(instants), greatest(instants))
  return spans.map(({ from, until }) =>
    Math.max(openUntil(Date.parse(until)) - openUntil(Date.parse(from)), 0),
  )
}

/** How long a working day is, in milliseconds: what a time of work is told in days by. */
export function lengthOfDay({ opensAt, closesAt }: OfficeHours): number {
  const anyDay = '2026-01-01'
  return Date.parse(closeOfBusiness(anyDay, closesAt)) - Date.parse(startOfBusiness(anyDay, opensAt))
}

/** How long the office has been open up to an instant, since the day of the first; both in milliseconds. */
function openTime(calendar: WorkCalendar, first: number, last: number): (at: number) => number {
  const openings = openingsBetween(calendar, first, last)
  const length = lengthOfDay(calendar.hours)
  return at => {
    const begun = countUpTo(openings, at)
    const opened = openings[begun - 1]
    return opened === undefined ? 0 : (begun - 1) * length + Math.min(at - opened, length)
  }
}

/** When the office opened on each working day of these days. */
function openingsBetween(calendar: WorkCalendar, first: number, last: number): number[] {
  const lastDay = localDateOf(new Date(last).toISOString())
  const dayBefore = addDays(localDateOf(new Date(first).toISOString()), -1)
  const openings: number[] = []
  for (const { date, working } of daysAfter(calendar, dayBefore)) {
    if (date > lastDay) break
    if (working) openings.push(Date.parse(startOfBusiness(date, calendar.hours.opensAt)))
  }
  return openings
}

/** How many of these ascending numbers are not above this one. */
function countUpTo(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

// Math.min(...list) would put each of thousands on the stack
const least = (list: readonly number[]) => list.reduce((one, other) => Math.min(one, other))
const greatest = (list: readonly number[]) => list.reduce((one, other) => Math.max(one, other))
