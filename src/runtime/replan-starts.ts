import type { WorkCalendar } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import type { TimerSpec } from '../engine/index.js'
import type { Unit } from '../store/index.js'
import { parseCycle, startUpTo } from './cycle.js'
import { nextStart, startJob } from './deployments.js'
import type { Parts } from './parts.js'

/**
 * Counts the coming start of each timed process anew on a calendar that has changed: the quarter’s report begins on the
 * first working day, and which day that is may be known only now. What is due already is left alone.
 */
export async function replanStarts(
  parts: Pick<Parts, 'definitions'>,
  unit: Unit,
  calendar: WorkCalendar,
  now: Instant,
): Promise<void> {
  for (const stored of await unit.definitions.allLatest()) {
    const { nodes } = await parts.definitions.of(stored)
    for (const job of await unit.jobs.startsOf(stored.id)) {
      const timer = nodes.get(job.activityId)?.timer
      const dueAt = timer && sameStart(calendar, timer, job.dueAt)
      if (!dueAt || dueAt === job.dueAt || job.dueAt <= now) continue
      await unit.jobs.done([job.id], now)
      await unit.jobs.enqueue([startJob(stored.id, job.activityId, dueAt)])
    }
  }
}

/** The instant of the same start on this calendar: a start only ever rolls forward from what the diagram says. */
function sameStart(calendar: WorkCalendar, timer: TimerSpec, dueAt: Instant): Instant | null {
  const plain = timer.type === 'timeCycle' ? startUpTo(parseCycle(timer.value), dueAt) : timer.value
  return plain === null ? null : nextStart(calendar, timer, new Date(Date.parse(plain) - 1).toISOString())
}
