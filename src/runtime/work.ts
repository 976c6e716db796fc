import type { ProcessDefinition, Turn, Wait } from '../engine/index.js'
import type { NewJob, NewUserTask, StoredDeadline, StoredJob, StoredUserTask, Unit } from '../store/index.js'
import { limitOf } from './limits.js'
import { scopesOf } from './definitions.js'
import type { Mover } from './mover.js'
import type { Parts } from './parts.js'
import { reconcile, reconcileLimits } from './reconcile.js'
import type { Subject } from './subject.js'

/** A turn that was made, and all that its rows are written from. */
export interface Made {
  readonly definition: ProcessDefinition
  readonly instanceId: number
  readonly subject: Subject
  readonly turn: Turn
  readonly mover: Mover
}

type Calendars = Pick<Parts, 'calendars'>

/** Opens the work of an instance that has just begun. Answers the ids of the tasks. */
export async function openWork(parts: Calendars, unit: Unit, made: Made): Promise<readonly number[]> {
  const [tasks = []] = await open(parts, unit, [{ ...made, waits: made.turn.waiting }])
  return tasks
}

/**
 * Opens, follows and closes tasks, deadlines and jobs, so that the rows say what the states say. Answers the ids of the
 * tasks that opened, for each turn.
 */
export async function reconcileWork(
  parts: Calendars,
  unit: Unit,
  turns: readonly Made[],
): Promise<readonly (readonly number[])[]> {
  const ids = turns.map(({ instanceId }) => instanceId)
  const stored = {
    tasks: await unit.userTasks.openOf(...ids),
    limits: await unit.deadlines.openOf(...ids),
    jobs: (await unit.jobs.openOf(...ids)).map(job => ({ ...job, slot: job.slot ?? '' })),
  }
  const differences = turns.map(made => differenceOf(made, stored))
  const all = <T>(of: (difference: (typeof differences)[number]) => readonly T[]) => differences.flatMap(of)

  await unit.userTasks.close(
    all(({ tasks, mover }) =>
      tasks.closed.map(({ id }) =>
        id === mover.completes
          ? { id, at: mover.at, by: mover.by, kind: 'completed' as const }
          : { id, at: mover.at, kind: 'cancelled' as const },
      ),
    ),
  )
  await unit.userTasks.keep(all(({ tasks }) => moved(tasks.kept)))
  const at = turns[0]?.mover.at ?? ''
  await unit.deadlines.close(
    all(({ limits }) => limits.closed.map(({ id }) => id)),
    at,
  )
  await unit.deadlines.keep(all(({ limits }) => moved(limits.kept)))
  await unit.jobs.done(
    all(({ jobs }) => jobs.closed.map(({ id }) => id)),
    at,
  )
  await unit.jobs.keep(all(({ jobs }) => moved(jobs.kept)))
  return open(
    parts,
    unit,
    differences.map(({ tasks, limits, jobs, ...made }) => ({
      ...made,
      waits: [...tasks.opened, ...limits.opened, ...jobs.opened],
    })),
  )
}

interface Rows {
  readonly tasks: readonly StoredUserTask[]
  readonly limits: readonly StoredDeadline[]
  readonly jobs: readonly (StoredJob & { readonly slot: string })[]
}

function differenceOf(made: Made, stored: Rows) {
  const { definition, instanceId, turn } = made
  const of = (kind: Wait['kind']) => turn.waiting.filter(wait => wait.kind === kind)
  const own = <T extends { instanceId: number | null }>(rows: readonly T[]) =>
    rows.filter(row => row.instanceId === instanceId)
  return {
    ...made,
    tasks: reconcile(of('userTask'), own(stored.tasks)),
    limits: reconcileLimits(definition, turn.waiting, own(stored.limits)),
    jobs: reconcile(of('job'), own(stored.jobs)),
  }
}

function moved(kept: readonly { row: { id: number; slot: string }; slot: string }[]) {
  return kept.filter(({ row, slot }) => row.slot !== slot).map(({ row, slot }) => ({ id: row.id, slot }))
}

async function open(
  parts: Calendars,
  unit: Unit,
  turns: readonly (Made & { readonly waits: readonly Wait[] })[],
): Promise<readonly (readonly number[])[]> {
  const opening = turns.map(({ waits, ...made }) => {
    const of = (kind: Wait['kind']) => waits.filter(wait => wait.kind === kind)
    return { made, tasks: of('userTask'), timers: of('timer'), jobs: of('job') }
  })
  for (const { made, tasks } of opening) openRounds(made, tasks)
  const ids = await unit.userTasks.open(
    opening.flatMap(({ made, tasks }) => tasks.map(wait => newTask(made, wait))),
  )
  const calendar = await parts.calendars.current(unit)
  const opened = opening.map(({ tasks }) => ids.splice(0, tasks.length))
  await unit.deadlines.arm(
    opening.flatMap(({ made, tasks, timers }, index) => {
      const taskOf = (activityId: string) => soleTask(tasks, opened[index] ?? [], activityId)
      return timers.map(wait => limitOf(calendar, made, wait, taskOf))
    }),
  )
  await unit.jobs.enqueue(opening.flatMap(({ made, jobs }) => jobs.map(wait => newJob(made, wait))))
  return opened
}

/** The one task of this activity; none when several runs of it share the limit. */
function soleTask(waits: readonly Wait[], ids: readonly number[], activityId: string): number | null {
  const found = waits.flatMap((wait, index) => (wait.activityId === activityId ? [ids[index]] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

// A multi-instance activity that opens asks each element anew, even when the last round asked the same ones.
function openRounds({ definition, subject }: Made, taskWaits: readonly Wait[]) {
  const collections = taskWaits
    .filter(wait => wait.was === null && (wait.index ?? 0) === 0)
    .flatMap(wait => definition.nodes.get(wait.activityId)?.multiInstance?.collection ?? [])
  for (const collection of new Set(collections)) subject.openRound(collection)
}

function newTask({ definition, instanceId, subject, mover }: Made, wait: Wait): NewUserTask {
  const node = definition.nodes.get(wait.activityId)
  const group = node?.userTask?.candidateGroups[0] ?? null
  const collection = node?.multiInstance?.collection
  const id = collection === undefined ? undefined : subject.collection(collection)[wait.index ?? 0]
  return {
    instanceId,
    caseId: subject.kind === 'case' ? subject.id : null,
    reportId: subject.kind === 'report' ? subject.id : null,
    activityId: wait.activityId,
    scopes: scopesOf(definition, wait.activityId),
    slot: wait.slot,
    name: node?.name ?? wait.activityId,
    candidateGroup: group,
    elementIndex: wait.index ?? null,
    ...subject.reach(group, collection === undefined || id === undefined ? null : { collection, id }),
    openedAt: mover.at,
    claimedAt: null,
    draft: null,
  }
}

function newJob({ definition, instanceId, mover }: Made, wait: Wait): NewJob {
  return {
    kind: 'service',
    instanceId,
    definitionId: null,
    activityId: wait.activityId,
    slot: wait.slot,
    topic: definition.nodes.get(wait.activityId)?.job?.topic ?? '',
    payload: null,
    dueAt: mover.at,
  }
}
