import type { Actor } from '../casework/actor.js'
import { TaskAlreadyClosedProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { ownTask, requireMayWork } from './task-permission.js'

/**
 * Keeps what somebody has typed into a task’s form and not sent yet. It moves nothing and is no history; only the
 * form’s own fields are kept.
 *
 * @throws NotFoundProblem, TaskAlreadyClosedProblem; the problems of {@link requireMayWork}
 */
export function saveDraft(
  parts: Parts,
  actor: Actor,
  { taskId, typed }: { taskId: number; typed: Readonly<Record<string, unknown>> },
): Promise<void> {
  return command(parts, async unit => {
    const { task, instance, row } = await ownTask(unit, actor, taskId)
    if (task.closedAt !== null) throw new TaskAlreadyClosedProblem(task.name, text('runtime.someone'))
    const definition = await parts.definitions.byId(instance.definitionId)
    await requireMayWork(unit, actor, task, { definition, row })
    const fields = definition.nodes.get(task.activityId)?.userTask?.form.fields ?? []
    const draft = Object.fromEntries(
      fields.flatMap(({ id }) => (Object.hasOwn(typed, id) ? [[id, typed[id]] as const] : [])),
    )
    await unit.userTasks.saveDraft([{ id: task.id, draft }])
  })
}
