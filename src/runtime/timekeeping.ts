import { localDateOf } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import { scanWaiting, sweepFiles } from './attachments/index.js'
import { remindUnannounced } from './calendar-reminder.js'
import { clockWatch } from './clock-watch.js'
import type { ClockSetBack } from './clock-watch.js'
import { workOff } from './jobs.js'
import type { Parts } from './parts.js'
import { remindOfPrivacyRequests } from './personal-data/index.js'
import { retainTonight, type ExportFolder } from './retention/index.js'
import type { TrailHead } from '../store/index.js'
import { signTrail } from './trail.js'
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
  clockSetBack(change: ClockSetBack): void
  /** The end of the audit trail was signed: to be kept where the database is not. */
  trailSigned(head: TrailHead): void
}

/** The longest sleep between two rounds, in milliseconds: what another process arms meanwhile is kept no later than this. */
const pause = 2_000

/**
 * Keeps time and works jobs off, round after round, and sleeps till the next moment comes. While more has passed than a
 * round takes, the next round follows at once; people’s commands get their turn in between. At night what has been
 * kept long enough is erased, batch by batch between the rounds.
 * @param exports where files lie that were written to be fetched; left out where none are
 */
export function startTimekeeping(
  parts: Parts,
  told: TimekeepingTold,
  exports: ExportFolder = noExports,
): Timekeeping {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const look = clockWatch()
  let remindedOn = ''
  let tenMinutesBefore = ''

  const next = (delay: number) => {
    if (stopped) return
    timer = setTimeout(() => {
      round = beat()
    }, delay)
  }
  const beat = async () => {
    let delay = pause
    try {
      // nothing is done about it: what was kept is marked, and what is to come waits for the clock to get there
      const setBack = look(parts.clock.now())
      if (setBack) told.clockSetBack(setBack)
      const { more, nextAt } = await keepTime(parts)
      await workOff(parts)
      if (more) delay = 0
      else if (nextAt !== null) delay = Math.min(pause, Math.max(0, between(parts.clock.now(), nextAt)))
      const today = localDateOf(parts.clock.now())
      if (today !== remindedOn) {
        await remindUnannounced(parts)
        await remindOfPrivacyRequests(parts)
        await sweepFiles(parts)
      }
      remindedOn = today
      const tenMinutes = parts.clock.now().slice(0, 15)
      if (tenMinutes !== tenMinutesBefore) {
        await scanWaiting(parts)
        const head = await signTrail(parts)
        if (head) told.trailSigned(head)
      }
      tenMinutesBefore = tenMinutes
      if (await retainTonight(parts, exports)) delay = 0
    } catch (error) {
      told.failed(error)
    }
    next(delay)
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

const noExports: ExportFolder = { remove: () => Promise.resolve() }

function between(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from)
}
