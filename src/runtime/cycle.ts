import { DateTime, Duration } from 'luxon'
import { officeZone } from '../calendar/index.js'
import type { Instant } from '../clock.js'

/** An ISO 8601 repeating interval: `R/2021-07-01T08:30:00+08:00/P3M`. */
export interface Cycle {
  readonly start: DateTime
  readonly period: Duration
  /** How many times in all; null without end. */
  readonly count: number | null
}

/** @throws RangeError when it is none; lint refuses such a diagram before it is deployed */
export function parseCycle(text: string): Cycle {
  const [, count, start = '', period = ''] = /^R(\d*)\/([^/]+)\/(P[^/]+)$/.exec(text) ?? []
  const parsed = { start: DateTime.fromISO(start, { zone: officeZone }), period: Duration.fromISO(period) }
  if (!parsed.start.isValid || !parsed.period.isValid || parsed.period.toMillis() <= 0) {
    throw new RangeError(`Not a repeating interval: ${text}`)
  }
  return { ...parsed, count: count === undefined || count === '' ? null : Number(count) + 1 }
}

/** The first start of the cycle strictly after an instant; null when the cycle is over. */
export function startAfter(cycle: Cycle, after: Instant): Instant | null {
  const behind = DateTime.fromISO(after).diff(cycle.start).toMillis()
  // Months differ in length: step back far enough, then walk.
  let index = Math.max(0, Math.floor(behind / cycle.period.toMillis()) - 1)
  while (nth(cycle, index) <= after) index++
  return cycle.count !== null && index >= cycle.count ? null : nth(cycle, index)
}

/** The last start of the cycle up to and with an instant; null before its first. */
export function startUpTo(cycle: Cycle, at: Instant): Instant | null {
  let last: Instant | null = null
  const behind = DateTime.fromISO(at).diff(cycle.start).toMillis()
  for (let index = Math.max(0, Math.floor(behind / cycle.period.toMillis()) - 1); ; index++) {
    if (nth(cycle, index) > at || (cycle.count !== null && index >= cycle.count)) return last
    last = nth(cycle, index)
  }
}

function nth({ start, period }: Cycle, index: number): Instant {
  const times = Duration.fromObject(
    Object.fromEntries(Object.entries(period.toObject()).map(([unit, value]) => [unit, value * index])),
  )
  return start.plus(times).toUTC().toISO() ?? ''
}
