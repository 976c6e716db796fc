import type { Actor } from '../casework/actor.js'
import { workProblem, workRefusal } from '../casework/permission.js'
import type { CaseRelation, TaskRelation } from '../casework/permission.js'
import { NotFoundProblem, TaskClaimedByOtherProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { ProcessDefinition } from '../engine/index.js'
import type { StoredCase, StoredInstance, StoredUserTask, Readers, Unit } from '../store/index.js'

/** What the task belongs to. */
export interface TaskContext {
  readonly definition: ProcessDefinition
  /** Null for a task of the quarter’s report. */
  readonly row: StoredCase | null
}

/**
 * Asks the office’s rules (casework/permission) whether this person may do this task now, and refuses it when somebody
 * else has taken it. What was given to a person is theirs.
 *
 * @throws NotFoundProblem, ComplainedAboutProblem, DifferentPersonRequiredProblem, TaskClaimedByOtherProblem
 */
export async function requireMayWork(
  unit: Unit,
  actor: Actor,
  task: StoredUserTask,
  { definition, row }: TaskContext,
): Promise<void> {
  const relation = relationOf(task, await doersOf(unit, task, definition))
  const refusal = workRefusal(actor, relation, caseRelationOf(row))
  if (refusal !== null) throw workProblem(refusal, relation, actor)
  if (task.assigneeId !== null && task.assigneeId !== actor.accountId) {
    const other = await unit.accounts.byId(task.assigneeId)
    throw new TaskClaimedByOtherProblem(task.name, other?.displayName ?? text('runtime.someone'))
  }
}

/** Whether this task is one of this person’s at all, open or closed, taken by somebody else or not. */
export function isFor(actor: Actor, task: StoredUserTask, row: AboutCase | null): boolean {
  return workRefusal(actor, relationOf(task, []), caseRelationOf(row)) !== 'notYours'
}

/**
 * A task of this person's, with what it belongs to. What is somebody else's takes the same way as what is not there: what
 * has become of it, and who has it, is said to none but those it was for.
 * @param actor null for the house itself
 * @throws NotFoundProblem
 */
export async function ownTask(
  unit: Pick<Readers, 'userTasks' | 'instances' | 'cases'>,
  actor: Actor | null,
  taskId: number,
): Promise<{ task: StoredUserTask; instance: StoredInstance; row: StoredCase | null }> {
  const task = await unit.userTasks.byId(taskId)
  const instance = await unit.instances.byId(task?.instanceId ?? 0)
  const row = await unit.cases.byId(task?.caseId ?? 0)
  if (!task || !instance || (actor !== null && !isFor(actor, task, row)))
    throw new NotFoundProblem(text('runtime.task'))
  return { task, instance, row }
}

function relationOf(task: StoredUserTask, doneBefore: TaskRelation['doneBefore']): TaskRelation {
  return {
    name: task.name,
    candidateGroup: task.candidateGroup ?? '',
    placeId: task.placeId,
    departmentId: task.departmentId,
    assigneeId: task.assigneeId,
    doneBefore,
  }
}

/** What the rules ask of a case. */
type AboutCase = Pick<StoredCase, 'placeId' | 'departmentId' | 'registrarId' | 'subjectAccountId'>

function caseRelationOf(row: AboutCase | null): CaseRelation {
  return {
    placeId: row?.placeId ?? 0,
    registrarId: row?.registrarId ?? null,
    departmentIds: row?.departmentId ? [row.departmentId] : [],
    openTaskDepartmentIds: [],
    subjectAccountId: row?.subjectAccountId ?? null,
  }
}

/** Who did the activities that the diagram wants somebody else for (bdc:differentFrom). */
async function doersOf(
  unit: Unit,
  task: StoredUserTask,
  definition: ProcessDefinition,
): Promise<TaskRelation['doneBefore']> {
  const others = definition.nodes.get(task.activityId)?.userTask?.differentFrom ?? []
  if (others.length === 0) return []
  const accounts = await unit.accounts.byIds(await unit.userTasks.completedBy(task.instanceId, others))
  return accounts.map(account => ({ accountId: account.id, name: account.displayName }))
}
