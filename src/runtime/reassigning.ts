import type { Actor } from '../casework/actor.js'
import { InvalidAnswersProblem, Problem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredAccount, StoredUserTask, Unit } from '../store/index.js'
import { command } from './command.js'
import { once } from './once.js'
import type { Parts } from './parts.js'
import { requireMayWork } from './task-permission.js'

/** What is given to another: a task of a case, as the page showed it. */
export interface ReassignTarget {
  readonly number: string
  readonly taskId: number
  readonly revision: number
}

/** What came of it, task by task, in the order of the targets. */
export interface Reassigned {
  readonly done: readonly string[]
  readonly refused: readonly {
    readonly number: string
    /** unfit: not this person’s to do; changed: another was faster */
    readonly why: 'unfit' | 'changed'
  }[]
}

/**
 * 改派 of several tasks to one person, in one transaction. What somebody else has done or taken meanwhile, and what the
 * person may not do, is left alone and named. The same form sent twice gives once.
 *
 * @throws InvalidAnswersProblem for `targets` when there are none, or when they are of several roles: nobody has two;
 *   for `to` when there is no such person
 */
export function reassignTasks(
  parts: Parts,
  actor: Actor,
  { targets, to, submissionId }: { targets: readonly ReassignTarget[]; to: number; submissionId: string },
): Promise<Reassigned> {
  return command(parts, async (unit, now) => {
    if (targets.length === 0) throw new InvalidAnswersProblem({ targets: text('runtime.reassign.targets') })
    const person = await unit.accounts.byId(to)
    if (!person?.active) throw new InvalidAnswersProblem({ to: text('runtime.reassign.person') })
    return once(unit, { submissionId, asked: { targets, to }, by: actor.accountId, at: now }, async () => {
      const tasks = await Promise.all(targets.map(({ taskId }) => unit.userTasks.byId(taskId)))
      if (new Set(tasks.flatMap(task => task?.candidateGroup ?? [])).size > 1)
        throw new InvalidAnswersProblem({ targets: text('runtime.reassign.groups') })
      const done: string[] = []
      const refused: Reassigned['refused'][number][] = []
      for (const [index, { number, revision }] of targets.entries()) {
        const task = tasks[index]
        const given = task ? await give(parts, unit, { actor, person, task, revision, now }) : 'changed'
        if (given === 'done') done.push(number)
        else refused.push({ number, why: given })
      }
      return { done, refused }
    })
  })
}

interface Gift {
  readonly actor: Actor
  readonly person: StoredAccount
  readonly task: StoredUserTask
  readonly revision: number
  readonly now: Instant
}

async function give(
  parts: Parts,
  unit: Unit,
  { actor, person, task, revision, now }: Gift,
): Promise<'done' | 'unfit' | 'changed'> {
  if (task.closedAt !== null) return 'changed'
  if (!(await mayDo(parts, unit, person, task))) return 'unfit'
  const lost = await unit.userTasks.claim([
    { id: task.id, expectedRevision: revision, assigneeId: person.id, at: now },
  ])
  if (lost.length > 0) return 'changed'
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
      data: { taskId: task.id, to: person.displayName },
    },
  ])
  return 'done'
}

/** By the office’s own rules: nobody is given what they would then be refused. */
async function mayDo(
  parts: Parts,
  unit: Unit,
  { id, displayName, role, placeId, departmentId }: StoredAccount,
  task: StoredUserTask,
): Promise<boolean> {
  const instance = await unit.instances.byId(task.instanceId)
  if (!instance) return false
  const definition = await parts.definitions.byId(instance.definitionId)
  const row = task.caseId === null ? null : await unit.cases.byId(task.caseId)
  try {
    const person = { accountId: id, name: displayName, role, placeId, departmentId }
    await requireMayWork(unit, person, { ...task, assigneeId: null }, { definition, row })
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
