import type { Actor } from '../../casework/actor.js'
import { Problem } from '../../casework/problem.js'
import type { Form } from '../../engine/index.js'
import type { StoredUserTask } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { ownTask, requireMayWork } from '../task-permission.js'
import { reachOf } from './reach.js'

/**
 * A task’s name and the form its diagram gives it, for whom it is for. Tells nothing of the case, and looks at nobody’s
 * number.
 * @throws NotFoundProblem
 */
export async function taskForm(
  parts: Parts,
  actor: Actor | null,
  taskId: number,
): Promise<{ readonly name: string; readonly caseNumber: string | null; readonly form: Form }> {
  const { task, instance, row } = await ownTask(parts.store.read, actor, taskId)
  const definition = await parts.definitions.byId(instance.definitionId)
  return {
    name: task.name,
    caseNumber: row?.number ?? null,
    form: definition.nodes.get(task.activityId)?.userTask?.form ?? { fields: [] },
  }
}

/**
 * What somebody does next after completing a task: of what opened with it the first that they may do, so that one who
 * knows the case goes on with it; else the next of what they have taken. Null when there is neither.
 */
export async function nextTask(
  parts: Parts,
  actor: Actor,
  opened: readonly number[],
): Promise<number | null> {
  for (const id of opened) {
    const task = await parts.store.read.userTasks.byId(id)
    if (task && (await mayWork(parts, actor, task))) return id
  }
  const mine = await parts.store.views.taskList({ whose: 'mine', reach: reachOf(actor), limit: 1 })
  return mine.rows[0]?.id ?? null
}

function mayWork(parts: Parts, actor: Actor, task: StoredUserTask): Promise<boolean> {
  return parts.store.transaction(async unit => {
    const instance = await unit.instances.byId(task.instanceId)
    if (!instance) return false
    const definition = await parts.definitions.byId(instance.definitionId)
    const row = task.caseId === null ? null : await unit.cases.byId(task.caseId)
    try {
      await requireMayWork(unit, actor, task, { definition, row })
      return true
    } catch (error) {
      if (error instanceof Problem) return false
      throw error
    }
  })
}
