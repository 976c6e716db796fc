/** An instant in UTC with milliseconds, ISO 8601, ending in Z: sorts as text. */
export type Instant = string

/** Where the time comes from. Everything that needs the time is handed one of these. */
export interface Clock {
  now(): Instant
}

/** The machine's clock; the only place that asks it. */
export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that stands still until it is set: for tests, simulation and demonstration data. */
export interface HandClock extends Clock {
  set(instant: Instant): void
}

/** @param start an instant with any offset, such as `2026-04-15T09:30:00+08:00` */
export function handClock(start: string): HandClock {
  let instant = new Date(start).toISOString()
  return {
    now: () => instant,
    set: next => {
      instant = new Date(next).toISOString()
    },
  }
}
