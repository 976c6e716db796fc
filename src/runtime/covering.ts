import type { StoredDeadline, StoredUserTask } from '../store/index.js'

/** Whether a limit is one of this task: it was set for it, or for its activity, or for a sub-process it stands in. */
export function covers(
  limit: Pick<StoredDeadline, 'instanceId' | 'taskId' | 'attachedTo'>,
  task: Pick<StoredUserTask, 'id' | 'instanceId' | 'activityId' | 'scopePath'>,
): boolean {
  if (limit.taskId !== null) return limit.taskId === task.id
  const { attachedTo } = limit
  if (attachedTo === null || limit.instanceId !== task.instanceId) return false
  return task.activityId === attachedTo || task.scopePath.includes(`/${attachedTo}/`)
}
