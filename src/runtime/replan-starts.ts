import type { WorkCalendar } from '../calendar/index.js'
import type { Instant } from '../clock.js'
import type { TimerSpec } from '../engine/index.js'
import type { Store, Unit } from '../store/index.js'
import { parseCycle, startUpTo } from './cycle.js'
import { nextStart, startJob } from './deployments.js'
import type { Parts } from './parts.js'

/** The coming start of a timed process that another calendar puts on another day. */
export interface MovedStart {
  readonly jobId: number
  readonly definitionId: number
  /** the process’s name: 季度工作情况报告 */
  readonly name: string
  readonly activityId: string
  readonly from: Instant
  readonly to: Instant
}

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
  const moved = await movedStarts(parts, unit, calendar, now)
  await unit.jobs.done(
    moved.map(({ jobId }) => jobId),
    now,
  )
  await unit.jobs.enqueue(
    moved.map(({ definitionId, activityId, to }) => startJob(definitionId, activityId, to)),
  )
}

/** The starts that would move on this calendar. */
export async function movedStarts(
  parts: Pick<Parts, 'definitions'>,
  reader: Pick<Store['read'], 'definitions' | 'jobs'> | Pick<Unit, 'definitions' | 'jobs'>,
  calendar: WorkCalendar,
  now: Instant,
): Promise<readonly MovedStart[]> {
  const moved: MovedStart[] = []
  for (const stored of await reader.definitions.allLatest()) {
    const { id: definitionId, name } = stored
    const { nodes } = await parts.definitions.of(stored)
    for (const { id: jobId, activityId, dueAt: from } of await reader.jobs.startsOf(definitionId)) {
      const timer = nodes.get(activityId)?.timer
      const to = timer && sameStart(calendar, timer, from)
      if (to && to !== from && from > now) moved.push({ jobId, definitionId, name, activityId, from, to })
    }
  }
  return moved
}

/** The instant of the same start on this calendar: a start only ever rolls forward from what the diagram says. */
function sameStart(calendar: WorkCalendar, timer: TimerSpec, dueAt: Instant): Instant | null {
  const plain = timer.type === 'timeCycle' ? startUpTo(parseCycle(timer.value), dueAt) : timer.value
  return plain === null ? null : nextStart(calendar, timer, new Date(Date.parse(plain) - 1).toISOString())
}
