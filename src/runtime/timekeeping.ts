import type { Instant } from '../clock.js'
import { workOff } from './jobs.js'
import type { Parts } from './parts.js'
import { keepTime } from './timekeeper.js'

/** The heartbeat of a running office. */
export interface Timekeeping {
  /** Stops after the round that is under way; what is still due is kept when the office opens again. */
  stop(): Promise<void>
}

/** Whom the heartbeat tells what an administrator should know. */
export interface TimekeepingTold {
  /** A round failed. It is tried again in the next one. */
  failed(error: unknown): void
  /** The machine’s clock says an earlier time than it did, by more than a minute. Told once each time. */
  clockSetBack(change: { readonly from: Instant; readonly to: Instant }): void
}

/** The longest sleep between two rounds, in milliseconds: what another process arms meanwhile is kept no later than this. */
const pause = 2_000

/** How far the clock may go back before it is worth a word, in milliseconds: NTP moves it by less. */
const tolerance = 60_000

/**
 * Keeps time and works jobs off, round after round, and sleeps till the next moment comes. While more has passed than a
 * round takes, the next round follows at once; people’s commands get their turn in between.
 */
export function startTimekeeping(parts: Parts, told: TimekeepingTold): Timekeeping {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  let before: Instant | null = null

  const next = (delay: number) => {
    if (stopped) return
    timer = setTimeout(() => {
      round = beat()
    }, delay)
  }
  const beat = async () => {
    let delay = pause
    try {
      lookAtClock()
      const { more, nextAt } = await keepTime(parts)
      await workOff(parts)
      if (more) delay = 0
      else if (nextAt !== null) delay = Math.min(pause, Math.max(0, between(parts.clock.now(), nextAt)))
    } catch (error) {
      told.failed(error)
    }
    next(delay)
  }
  // Nothing is done about it: what was kept is marked, and what is to come comes when the clock gets there.
  const lookAtClock = () => {
    const now = parts.clock.now()
    if (before !== null && between(now, before) > tolerance) told.clockSetBack({ from: before, to: now })
    before = now
  }
  next(0)

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}

function between(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from)
}
