import { localDateOf } from '../calendar/index.js'
import { remindUnannounced } from './calendar-reminder.js'
import { workOff } from './jobs.js'
import type { Parts } from './parts.js'
import { keepTime } from './timekeeper.js'

/** The heartbeat of a running office. */
export interface Timekeeping {
  /** Stops after the round that is under way. */
  stop(): Promise<void>
}

/** How long between two rounds, in milliseconds: a card is never later than this. */
const pause = 2_000

/**
 * Keeps time and works jobs off, round after round. What fails is told to `failed` and tried again in the next round;
 * while more is due than a batch takes, the next round follows at once.
 */
export function startTimekeeping(parts: Parts, failed: (error: unknown) => void): Timekeeping {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  let remindedOn = ''

  const next = (delay: number) => {
    if (stopped) return
    timer = setTimeout(() => {
      round = beat()
    }, delay)
  }
  const beat = async () => {
    let more = false
    try {
      more = (await keepTime(parts)).more
      await workOff(parts)
      const today = localDateOf(parts.clock.now())
      if (today !== remindedOn) await remindUnannounced(parts)
      remindedOn = today
    } catch (error) {
      failed(error)
    }
    next(more ? 0 : pause)
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
