import type { StoredDeadline, StoredSupervision, StoredUserTask } from '../store/index.js'
import { covers } from './covering.js'
import { isPressable } from './pressing.js'

/**
 * The tasks that a 催办 or 督办 pressed: those that waited when it came, of its limit when it names one. A limit that
 * passed and so ended its task in that very moment had pressed it.
 */
export function pressedTasks(
  { at, by, deadlineId }: Pick<StoredSupervision, 'at' | 'by' | 'deadlineId'>,
  limit: StoredDeadline | null,
  tasks: readonly StoredUserTask[],
): readonly StoredUserTask[] {
  return tasks.filter(
    task =>
      isPressable(task) &&
      task.openedAt <= at &&
      (task.closedAt === null || task.closedAt > at || (by === null && task.closedAt === at)) &&
      (deadlineId === null || (limit !== null && covers(limit, task))),
  )
}
