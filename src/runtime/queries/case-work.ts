import type { Actor } from '../../casework/actor.js'
import { hasRight } from '../../casework/rights.js'
import type { CaseDeadline, CaseDetail, StoredUserTask, TimelineEntry } from '../../store/index.js'
import { actorOfAccount } from '../accounts.js'
import type { Parts } from '../parts.js'
import { mayBeReassigned } from '../reassigning.js'
import { isFor } from '../task-permission.js'

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
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  {
    detail,
    tasks,
    departments,
    timeline,
  }: {
    detail: Pick<CaseDetail, 'placeId' | 'departmentId' | 'registrarId' | 'subjectAccountId'>
    tasks: readonly StoredUserTask[]
    departments: ReadonlyMap<number, string>
    timeline: readonly Pick<TimelineEntry, 'kind' | 'data'>[]
  },
): Promise<readonly OpenTask[]> {
  const { store } = parts
  const open = tasks.filter(task => task.closedAt === null)
  // as what they act today: a liaison speaks for the department of their term, wherever their account is kept
  const people =
    open.length > 0 && hasRight(actor, 'task.reassign')
      ? await Promise.all(
          (await store.read.accounts.all())
            .filter(({ active }) => active)
            .map(account => actorOfAccount(parts, account)),
        )
      : []
  const assignees = await store.read.accounts.byIds(open.flatMap(task => task.assigneeId ?? []))
  const names = new Map(assignees.map(account => [account.id, account.displayName]))
  return open.map(task => ({
    ...task,
    assigneeName: task.assigneeId === null ? null : (names.get(task.assigneeId) ?? null),
    departmentName: task.departmentId === null ? null : (departments.get(task.departmentId) ?? null),
    reassigned: timeline.filter(({ kind, data }) => kind === 'task.reassigned' && data?.taskId === task.id)
      .length,
    candidates: people
      .filter(
        person =>
          mayBeReassigned(task) &&
          person.accountId !== task.assigneeId &&
          person.accountId !== detail.subjectAccountId &&
          isFor(person, task, detail),
      )
      .map(({ accountId, name }) => ({ id: accountId, name })),
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
