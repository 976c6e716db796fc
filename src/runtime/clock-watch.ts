import type { Instant } from '../clock.js'

/** The clock said `from`, and later `to`, which is earlier. */
export interface ClockSetBack {
  readonly from: Instant
  readonly to: Instant
}

/** How far the clock may go back before it is worth a word, in milliseconds: NTP moves it by less. */
const tolerance = 60_000

/** Looks at each instant in turn, and answers when the clock was set back by more than a minute: once each time. */
export function clockWatch(): (now: Instant) => ClockSetBack | null {
  let latest: Instant | null = null
  return now => {
    const from = latest
    const back = from === null ? 0 : Date.parse(from) - Date.parse(now)
    if (back <= 0 || back > tolerance) latest = now
    return from !== null && back > tolerance ? { from, to: now } : null
  }
}
