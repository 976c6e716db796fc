import type { Actor } from '../../casework/actor.js'
import type { CaseDeadline, StoredUserTask, TimelineEntry } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { mayBeReassigned } from '../reassigning.js'

/** A task of the case that waits for somebody. */
export interface OpenTask extends StoredUserTask {
  readonly assigneeName: string | null
  readonly departmentName: string | null
  /** How often it was given to somebody else (改派), by the history. */
  readonly reassigned: number
  /** Who else could do it, for the supervisor who gives it to another; empty for all others. */
  readonly candidates: readonly { readonly id: number; readonly name: string }[]
}

/** The open tasks with the names of who has them and who could. */
export async function openTasksOf(
  { store }: Pick<Parts, 'store'>,
  actor: Actor,
  {
    tasks,
    departments,
    timeline,
  }: {
    tasks: readonly StoredUserTask[]
    departments: ReadonlyMap<number, string>
    timeline: readonly Pick<TimelineEntry, 'kind' | 'data'>[]
  },
): Promise<readonly OpenTask[]> {
  const open = tasks.filter(task => task.closedAt === null)
  const accounts = actor.role === 'supervisor' ? await store.read.accounts.all() : []
  const assignees = await store.read.accounts.byIds(open.flatMap(task => task.assigneeId ?? []))
  const names = new Map(assignees.map(account => [account.id, account.displayName]))
  return open.map(task => ({
    ...task,
    assigneeName: task.assigneeId === null ? null : (names.get(task.assigneeId) ?? null),
    departmentName: task.departmentId === null ? null : (departments.get(task.departmentId) ?? null),
    reassigned: timeline.filter(({ kind, data }) => kind === 'task.reassigned' && data?.taskId === task.id)
      .length,
    candidates: accounts
      .filter(
        account =>
          account.active &&
          mayBeReassigned(task) &&
          account.id !== task.assigneeId &&
          account.role === task.candidateGroup &&
          (task.departmentId === null || task.departmentId === account.departmentId) &&
          (task.placeId === null || task.placeId === account.placeId),
      )
      .map(({ id, displayName }) => ({ id, name: displayName })),
  }))
}

/**
 * Whether a deadline ended because its work was done: a task that it covers was completed in the very turn that closed
 * it. Otherwise the case took another way, or was withdrawn.
 */
export function wasCompleted(deadline: CaseDeadline, tasks: readonly StoredUserTask[]): boolean {
  const { closedAt, attachedTo, taskId } = deadline
  if (closedAt === null) return false
  return tasks.some(
    task =>
      task.closeKind === 'completed' &&
      task.closedAt === closedAt &&
      (task.id === taskId ||
        task.activityId === attachedTo ||
        (attachedTo !== null && task.scopePath.includes(`/${attachedTo}/`))),
  )
}
