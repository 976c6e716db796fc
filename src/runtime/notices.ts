import type { LocalDate } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import { NotFoundProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { NewNotice, NoticeReach, StoredUserTask, Unit } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'

/**
 * Tells people, in the transaction of what it tells of: either both are true or neither. The sentence is `notice.<kind>`
 * of the catalogue, filled from `words`; nothing about a citizen goes into them. What has a `once` is told once.
 */
export function notify(unit: Pick<Unit, 'notices'>, notices: readonly NewNotice[]): Promise<void> {
  return unit.notices.tell(notices)
}

/** Reminds the administrators that a year’s arrangement of rest days is not announced; once on each day it is asked for. */
export function remindOfUnannouncedYear(
  unit: Pick<Unit, 'notices'>,
  { year, on, at }: { year: number; on: LocalDate; at: Instant },
): Promise<void> {
  return notify(unit, [
    {
      kind: 'calendar.unannounced',
      to: { role: 'admin' },
      at,
      words: { year },
      once: `calendar ${year} ${on}`,
    },
  ])
}

/** Everybody who may do this task now; nobody when its role is one of a place or a department and it has none. */
export function groupOf(task: Pick<StoredUserTask, TaskReachColumns>): NoticeReach | null {
  const { candidateGroup: role, departmentId, placeId } = task
  if (role === null) return null
  if (role === 'liaison') return departmentId === null ? null : { role, departmentId }
  if (role === 'clerk') return placeId === null ? null : { role, placeId }
  return { role }
}

type TaskReachColumns = 'candidateGroup' | 'departmentId' | 'placeId'

/** Who is to hear of a task: all who may do it, or the one whom the diagram itself gave it to. */
export function reachOfTask(
  task: Pick<StoredUserTask, TaskReachColumns | 'assigneeId' | 'elementIndex'>,
): NoticeReach | null {
  if (task.assigneeId !== null && isPersonal(task)) return { accountId: task.assigneeId }
  return groupOf(task) ?? (task.assigneeId === null ? null : { accountId: task.assigneeId })
}

/** One run of several for one person each, such as the leaders’ acknowledgements: the others have their own. */
export function isPersonal({
  assigneeId,
  departmentId,
  elementIndex,
}: Pick<StoredUserTask, 'assigneeId' | 'departmentId' | 'elementIndex'>): boolean {
  return elementIndex !== null && departmentId === null && assigneeId !== null
}

/** The reaches that a person is in: their own, their role’s, and that at their place or in their department. */
export function reachesOf(actor: Actor): readonly NoticeReach[] {
  const { accountId, role, departmentId, placeId } = actor
  return [
    { accountId },
    { role },
    ...(departmentId === null ? [] : [{ role, departmentId }]),
    ...(placeId === null ? [] : [{ role, placeId }]),
  ]
}

/**
 * Marks a notice as read and says what it is about.
 * @throws NotFoundProblem when there is none, or it is somebody else’s
 */
export async function readNotice(
  parts: Parts,
  actor: Actor,
  id: number,
): Promise<{ readonly taskId: number | null; readonly caseNumber: string | null; readonly kind: string }> {
  const { taskId, caseNumber, kind } = await ownNotice(parts, actor, id)
  return command(parts, async (unit, now) => {
    await unit.notices.read(actor.accountId, id, now)
    const task = taskId === null ? null : await unit.userTasks.byId(taskId)
    // a task that is over has no more to say than its case
    return { taskId: task?.closedAt === null || caseNumber === null ? taskId : null, caseNumber, kind }
  })
}

/** 全部标为已读: everything up to the newest that the page showed; what has come since stays unread. */
export async function readAllNotices(parts: Parts, actor: Actor, through: number): Promise<void> {
  await ownNotice(parts, actor, through)
  await command(parts, (unit, now) => unit.notices.readThrough(actor.accountId, through, now))
}

/** @throws NotFoundProblem when it is not one of this person’s */
async function ownNotice({ store }: Parts, actor: Actor, id: number) {
  const reader = { accountId: actor.accountId, reaches: reachesOf(actor) }
  const [newest] = (await store.views.noticeList({ reader, after: { id: id + 1 }, limit: 1 })).rows
  if (newest?.id !== id) throw new NotFoundProblem(text('runtime.notice'))
  return newest
}
