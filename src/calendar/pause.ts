import {
  PauseAfterDueError,
  PauseBackwardsError,
  PauseBeforeStartError,
  PauseOverlapsError,
  PauseTooLongError,
} from './errors.js'
import { addDays, localDate, type LocalDate } from './local-date.js'

/**
 * What may stop a clock: 行政许可法 art. 45 leaves the time that these take out of a limit, and has the office tell the
 * applicant in writing how long they take. Nothing else does.
 */
export const pauseGrounds = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expertReview',
] as const

/** See {@link pauseGrounds}. */
export type PauseGround = (typeof pauseGrounds)[number]

/**
 * A stretch of days that a limit leaves out: those after `from` up to and with `until`. The day on which the clock is
 * stopped still counts, as the first day of any period is not part of it; the clock runs again by itself.
 */
export interface Pause {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly ground?: PauseGround | null | undefined
  /** what shows it: 鉴定委托书〔2026〕3号 */
  readonly document?: string | null | undefined
}

/** The pause that leaves this day out, or null. */
export function pauseOver<P extends Pause>(pauses: readonly P[], date: LocalDate): P | null {
  return pauses.find(({ from, until }) => from < date && date <= until) ?? null
}

/** The pause that stands on this day: from the day it is filed, which still counts, to its last. */
export function pauseOn<P extends Pause>(pauses: readonly P[], date: LocalDate): P | null {
  return pauses.find(({ from, until }) => from <= date && date <= until && from < until) ?? null
}

/**
 * Refuses pauses that could not be told in order: each begins where or after the one before it ended.
 * @throws DateInvalidError, PauseBackwardsError, PauseBeforeStartError, PauseOverlapsError, PauseTooLongError
 */
export function checkPauses(startOn: LocalDate, pauses: readonly Pause[]): void {
  let before: Pause | undefined
  for (const pause of pauses) {
    const [from, until] = [localDate(pause.from), localDate(pause.until)]
    if (until < from) throw new PauseBackwardsError(pause)
    if (from < startOn) throw new PauseBeforeStartError(pause, startOn)
    if (before && from < before.until) throw new PauseOverlapsError(pause, before)
    if (until > addDays(from, longest)) throw new PauseTooLongError(pause, longest)
    before = pause
  }
}

/**
 * Refuses a pause that would begin on or after the last day: the clock it is to stop has run out by the end of that day.
 * Asked when a pause is made, not when a date is counted again: a calendar that changes later does not undo what was
 * decided, the pause then only moves nothing.
 * @throws PauseAfterDueError
 */
export function checkPauseStops(pause: Pause, dueOn: LocalDate): void {
  if (pause.from >= dueOn) throw new PauseAfterDueError(pause, dueOn)
}

/** Ten years, as for a budget: beyond it the count would only burn time. */
const longest = 3660
