import { DateTime } from 'luxon'
import { officeZone } from '../../calendar/index.js'
import type { WorkCalendar } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { HandClock, Instant } from '../../clock.js'
import type { Parts } from '../../runtime/index.js'
import type { StoredUserTask } from '../../store/index.js'
import { createAgenda } from './agenda.js'
import { readCast } from '../../play/cast.js'
import { arrive, type Arrival } from '../../play/intake.js'
import { countRound, newMatter, type Matter } from './matter.js'
import { paceOf } from '../../play/pace.js'
import type { Happening, Plan } from './plan.js'
import { turnClock } from './turn-clock.js'
import { afterWork } from '../../play/working-time.js'
import { workOn, type Stage } from './work-on.js'

/** How cases are played. */
export interface Playing {
  readonly plans: readonly Plan[]
  /** Where the clock stops; null: when every case has ended and nothing more can happen. */
  readonly until: Instant | null
  /** Whether a task of a quarter’s report is left for others to do. */
  readonly leavesReport?: (quarter: string, task: StoredUserTask) => boolean
  readonly told?: (happening: Happening) => void
  /** Waits before the clock is turned, so that somebody can look on. */
  readonly wait?: (from: Instant, to: Instant) => Promise<void>
}

/** What came of playing cases. */
export interface Played {
  readonly arrivals: ReadonlyMap<Plan, Arrival>
  /** What kept a case from going on, by its number. */
  readonly troubles: ReadonlyMap<string, readonly string[]>
}

/** Nobody waits longer than this, in years of the played clock. */
const longest = 5
/** How often somebody does the same task of one case before giving up. */
const patience = 12

/**
 * Plays cases through the real runtime on a clock turned by hand: they come, people do what there is to do, each in
 * their own time, limits pass; the quarters’ reports are made on the way.
 */
export async function play(parts: Parts, clock: HandClock, playing: Playing): Promise<Played> {
  const { plans, until, leavesReport = () => false, told = () => undefined, wait } = playing
  const calendar = await parts.calendars.current(parts.store.read)
  const stage: Stage = { parts, cast: await readCast(parts), told }
  const agenda = createAgenda()
  const arrivals = new Map<Plan, Arrival>()
  const matters = new Map<number, Matter>()
  const waiting = plans.filter(plan => typeof plan.arriving !== 'string')
  const end = until ?? later(clock.now(), { years: longest })

  const come = async (plan: Plan) => {
    const arrival = await arrive(parts, stage.cast, plan.script)
    arrivals.set(plan, arrival)
    const { item } = plan.script
    if (arrival.kind === 'consultation') told({ kind: 'consultation', at: clock.now(), item })
    if (arrival.kind !== 'case') return
    told({ kind: 'registered', at: clock.now(), number: arrival.number, item })
    const [instance] = await parts.store.read.instances.running('case', [arrival.caseId])
    if (!instance) return
    const matter = newMatter(instance.id, arrival.number, plan)
    matters.set(instance.id, matter)
    await look(matter)
  }

  /** Sees what there is to do in a matter, and puts it on the agenda of those who do it. */
  const look = async (matter: Matter) => {
    for (const task of await parts.store.read.userTasks.openOf(matter.instanceId)) {
      if (matter.seen.has(task.id)) continue
      matter.seen.add(task.id)
      const round = countRound(matter, task)
      const at = whenDone(calendar, clock.now(), task, matter.plan, round)
      if (round > patience) {
        matter.troubles.push(text('demo.trouble.again', { task: task.name, times: patience }))
      } else if (
        matter.plan === null ? !leavesReport(matter.name, task) : !isLeft(stage, matter.plan, task, round)
      ) {
        agenda.add(at, () => act(matter, task.id, round))
      }
    }
  }

  const act = async (matter: Matter, taskId: number, round: number) => {
    await workOn(stage, matter, taskId, round)
    await look(matter)
    await followUp(matter)
  }

  /** Who comes after this one’s rectification comes now into the calendar. */
  const followUp = async (matter: Matter) => {
    if (matter.plan === null) return
    const row = await parts.store.read.cases.byNumber(matter.name)
    if (row?.closedAt && !matter.ended) {
      matter.ended = true
      told({ kind: 'ended', at: row.closedAt, number: row.number, endEvent: row.endEvent ?? '' })
    }
    const since = row?.rectifiedAt ?? row?.closedAt
    for (const plan of since ? [...waiting] : []) {
      if (typeof plan.arriving === 'string' || plan.arriving.afterCase !== matter.plan.script.no) continue
      waiting.splice(waiting.indexOf(plan), 1)
      const { months } = plan.arriving
      agenda.add(afterWork(calendar, later(since ?? clock.now(), { months }), {}), () => come(plan))
    }
  }

  /** What passing time has opened: tasks of cases, reports that have begun. */
  const lookAround = async () => {
    for (const report of await parts.store.read.reports.all()) {
      if (report.instanceId === null || matters.has(report.instanceId)) continue
      matters.set(report.instanceId, newMatter(report.instanceId, report.quarter, null))
    }
    for (const matter of matters.values()) {
      if (matter.ended) continue
      await look(matter)
      await followUp(matter)
    }
  }

  for (const plan of plans) if (typeof plan.arriving === 'string') agenda.add(plan.arriving, () => come(plan))
  for (;;) {
    const next = agenda.next() ?? until ?? (await parts.store.read.deadlines.nextDueAt())
    if (next === null) break
    const before = clock.now()
    const to = [next, end].sort()[0] ?? end
    if (to > before) {
      await wait?.(before, to)
      if (await turnClock(parts, clock, calendar, to)) {
        told({ kind: 'passed', at: clock.now() })
        await lookAround()
        continue
      }
    }
    const doIt = agenda.take(clock.now())
    if (doIt) await doIt()
    else if (clock.now() >= end || next <= before) break
  }

  for (const matter of until === null && clock.now() >= end ? matters.values() : [])
    if (!matter.ended) matter.troubles.push(text('cli.simulate.trouble.tooLong', { years: longest }))
  const troubles = [...matters.values()].filter(matter => matter.troubles.length > 0)
  return { arrivals, troubles: new Map(troubles.map(matter => [matter.name, matter.troubles])) }
}

function whenDone(
  calendar: WorkCalendar,
  now: Instant,
  { activityId, candidateGroup }: StoredUserTask,
  plan: Plan | null,
  round: number,
): Instant {
  const confirmedAt = plan?.script.confirmedAt
  if (confirmedAt && activityId === 'Task_ConfirmCause') {
    const fixed = new Date(confirmedAt).toISOString()
    if (fixed > now) return fixed
  }
  return afterWork(calendar, now, paceOf(activityId, candidateGroup, plan?.manners ?? null, round))
}

function isLeft(
  { cast }: Stage,
  plan: Plan,
  { activityId, departmentId }: StoredUserTask,
  round: number,
): boolean {
  const department = [...cast.departmentIds].find(([, id]) => id === departmentId)?.[0] ?? null
  return plan.leaves?.({ activityId, department, round }) ?? false
}

function later(instant: Instant, by: { months: number } | { years: number }): Instant {
  return DateTime.fromISO(instant, { zone: officeZone }).plus(by).toUTC().toISO() ?? instant
}
