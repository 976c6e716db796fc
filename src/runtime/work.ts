import type { ProcessDefinition, Turn, Wait } from '../engine/index.js'
import type { NewJob, NewUserTask, Unit } from '../store/index.js'
import { limitOf } from './limits.js'
import { scopesOf } from './definitions.js'
import type { Mover } from './mover.js'
import type { Parts } from './parts.js'
import { reconcile, reconcileLimits } from './reconcile.js'
import type { Subject } from './subject.js'

interface Context {
  readonly definition: ProcessDefinition
  readonly instanceId: number
  readonly subject: Subject
  readonly turn: Turn
  readonly mover: Mover
}

type Calendars = Pick<Parts, 'calendars'>

/** Opens the work of an instance that has just begun. Answers the ids of the tasks. */
export async function openWork(parts: Calendars, unit: Unit, context: Context): Promise<readonly number[]> {
  return open(parts, unit, context, context.turn.waiting)
}

/** Opens, follows and closes tasks, deadlines and jobs, so that the rows say what the state says. */
export async function reconcileWork(
  parts: Calendars,
  unit: Unit,
  context: Context,
): Promise<readonly number[]> {
  const { definition, instanceId, turn, mover } = context
  const of = (kind: Wait['kind']) => turn.waiting.filter(wait => wait.kind === kind)
  const tasks = reconcile(of('userTask'), await unit.userTasks.openOf(instanceId))
  const limits = reconcileLimits(definition, turn.waiting, await unit.deadlines.openOf(instanceId))
  const jobs = reconcile(
    of('job'),
    (await unit.jobs.openOf(instanceId)).map(job => ({ ...job, slot: job.slot ?? '' })),
  )

  await unit.userTasks.close(
    tasks.closed.map(({ id }) =>
      id === mover.completes
        ? { id, at: mover.at, by: mover.by, kind: 'completed' as const }
        : { id, at: mover.at, kind: 'cancelled' as const },
    ),
  )
  const moved = (kept: readonly { row: { id: number; slot: string }; slot: string }[]) =>
    kept.filter(({ row, slot }) => row.slot !== slot).map(({ row, slot }) => ({ id: row.id, slot }))
  await unit.userTasks.keep(moved(tasks.kept))
  await unit.deadlines.close(
    limits.closed.map(({ id }) => id),
    mover.at,
  )
  await unit.deadlines.keep(moved(limits.kept))
  await unit.jobs.done(
    jobs.closed.map(({ id }) => id),
    mover.at,
  )
  await unit.jobs.keep(moved(jobs.kept))
  return open(parts, unit, context, [...tasks.opened, ...limits.opened, ...jobs.opened])
}

async function open(
  parts: Calendars,
  unit: Unit,
  context: Context,
  waits: readonly Wait[],
): Promise<readonly number[]> {
  const of = (kind: Wait['kind']) => waits.filter(wait => wait.kind === kind)
  const taskWaits = of('userTask')
  openRounds(context, taskWaits)
  const taskIds = await unit.userTasks.open(taskWaits.map(wait => newTask(context, wait)))
  const taskOf = (activityId: string) => {
    const found = taskWaits.flatMap((wait, index) => (wait.activityId === activityId ? [taskIds[index]] : []))
    return found.length === 1 ? (found[0] ?? null) : null
  }
  const calendar = await parts.calendars.current(unit)
  await unit.deadlines.arm(of('timer').map(wait => limitOf(calendar, context, wait, taskOf)))
  await unit.jobs.enqueue(of('job').map(wait => newJob(context, wait)))
  return taskIds
}

// A multi-instance activity that opens asks each element anew, even when the last round asked the same ones.
function openRounds({ definition, subject }: Context, taskWaits: readonly Wait[]) {
  const collections = taskWaits
    .filter(wait => wait.was === null && (wait.index ?? 0) === 0)
    .flatMap(wait => definition.nodes.get(wait.activityId)?.multiInstance?.collection ?? [])
  for (const collection of new Set(collections)) subject.openRound(collection)
}

function newTask({ definition, instanceId, subject, mover }: Context, wait: Wait): NewUserTask {
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

function newJob({ definition, instanceId, mover }: Context, wait: Wait): NewJob {
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
