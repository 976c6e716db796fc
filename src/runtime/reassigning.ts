import type { Actor } from '../casework/actor.js'
import { InvalidAnswersProblem, NotFoundProblem, Problem, StalePageProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { NewNotice, StoredAccount, StoredUserTask, Unit } from '../store/index.js'
import { actorOfAccount } from './accounts.js'
import { command } from './command.js'
import { notify } from './notices.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'
import { requireMayWork } from './task-permission.js'

/** 改派 as it comes from a page. */
export interface Reassignment {
  readonly taskId: number
  /** The revision the page showed. */
  readonly revision: number
  /** The account that is to do it. */
  readonly to: number
  readonly reason: string
}

/**
 * 改派: gives an open task to another person who may do it, and tells both. Given away more than once, the other
 * supervisors hear of it.
 * @throws NotAllowedProblem, InvalidAnswersProblem without a reason, NotFoundProblem, StalePageProblem
 */
export function reassignTask(parts: Parts, actor: Actor, reassignment: Reassignment): Promise<void> {
  return command(parts, (unit, now) => reassignOne(parts, unit, actor, { ...reassignment, now }))
}

/** The same for one task, in the caller’s transaction. */
export async function reassignOne(
  parts: Parts,
  unit: Unit,
  actor: Actor,
  { taskId, revision, to, reason: given, now }: Reassignment & { readonly now: Instant },
): Promise<void> {
  requireRight(actor, 'task.reassign')
  const reason = given.trim()
  if (reason === '') throw new InvalidAnswersProblem({ reason: text('runtime.reassign.reason') })
  const task = await unit.userTasks.byId(taskId)
  const person = await unit.accounts.byId(to)
  if (!task || !person?.active || !mayBeReassigned(task)) throw new NotFoundProblem(text('runtime.task'))
  if (!(await mayDo(parts, unit, person, task))) throw new NotFoundProblem(text('runtime.task'))
  const lost = await unit.userTasks.claim([
    { id: task.id, expectedRevision: revision, assigneeId: person.id, at: now },
  ])
  if (lost.length > 0) throw new StalePageProblem(task.name, text('runtime.someone'))
  const before = await timesReassigned(unit, task)
  await unit.history.append([
    {
      caseId: task.caseId,
      instanceId: task.instanceId,
      at: now,
      actorId: actor.accountId,
      actorName: actor.name,
      kind: 'task.reassigned',
      activityId: task.activityId,
      activityName: task.name,
      data: { taskId, to: person.displayName, reason },
    },
  ])
  const about = { at: now, fromId: actor.accountId, caseId: task.caseId, taskId: task.id }
  const told: NewNotice[] = [
    { ...about, kind: 'reassign', to: { accountId: person.id }, words: { task: task.name, reason } },
  ]
  if (task.assigneeId !== null && task.assigneeId !== person.id) {
    const words = { task: task.name, to: person.displayName, reason }
    told.push({ ...about, kind: 'reassign.away', to: { accountId: task.assigneeId }, words })
  }
  if (before > 0) {
    const others = (await unit.accounts.withRole('supervisor')).filter(({ id }) => id !== actor.accountId)
    const words = { task: task.name, to: person.displayName, count: before + 1, reason }
    told.push(...others.map(({ id }) => ({ ...about, kind: 'reassign.again', to: { accountId: id }, words })))
  }
  await notify(unit, told)
}

/** What has gone up to the leaders is not the supervisor’s to hand about. */
export function mayBeReassigned({ candidateGroup }: Pick<StoredUserTask, 'candidateGroup'>): boolean {
  return candidateGroup !== 'leader'
}

/** By the office’s own rules: nobody is given what they would then be refused. */
async function mayDo(
  parts: Parts,
  unit: Unit,
  account: StoredAccount,
  task: StoredUserTask,
): Promise<boolean> {
  const instance = await unit.instances.byId(task.instanceId)
  if (!instance) return false
  const definition = await parts.definitions.byId(instance.definitionId)
  const row = task.caseId === null ? null : await unit.cases.byId(task.caseId)
  try {
    const person = await actorOfAccount({ store: { read: unit }, clock: parts.clock }, account)
    await requireMayWork(unit, person, { ...task, assigneeId: null }, { definition, row })
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** How often a task of this run was given to somebody else, by the history and nothing beside it. */
async function timesReassigned(unit: Unit, task: StoredUserTask): Promise<number> {
  const history = await unit.history.ofInstance(task.instanceId)
  return history.filter(entry => entry.kind === 'task.reassigned').length
}
