import type { WorkCalendar } from '../../calendar/index.js'
import type { HandClock, Instant } from '../../clock.js'
import { keepTime, workOff, type Parts } from '../../runtime/index.js'
import { nextOpening } from '../../play/working-time.js'

/**
 * Turns the clock towards `to` and does what falls due on the way, when it falls due, as a running office would: limits
 * and jobs at their instant, warnings at the opening of their day. Stops, and answers true, when a limit has passed or
 * a job was done: people may have something to do now, before the clock goes on.
 */
export async function turnClock(
  parts: Parts,
  clock: HandClock,
  calendar: WorkCalendar,
  to: Instant,
): Promise<boolean> {
  const { deadlines, jobs } = parts.store.read
  for (;;) {
    if (await catchUp(parts)) return true
    const now = clock.now()
    if (now >= to) return false
    const limitAt = await deadlines.nextDueAt()
    const stops = [
      to,
      await jobs.nextDueAt(),
      limitAt,
      // warnings come at the opening of a day; where no limit runs there are none
      ...(limitAt === null ? [] : [nextOpening(calendar, now)]),
    ]
    clock.set(stops.filter(at => at !== null && at > now).sort()[0] ?? to)
  }
}

async function catchUp(parts: Parts): Promise<boolean> {
  let passed = false
  for (let more = true; more;) {
    const round = await keepTime(parts)
    passed ||= round.fired > 0
    more = round.more
  }
  const job = await parts.store.read.jobs.nextDueAt()
  if (job !== null && job <= parts.clock.now()) passed = (await workOff(parts)).done > 0 || passed
  return passed
}
