import type { Instant } from '../clock.js'
import type {
  NewNotice,
  NoticeReach,
  StoredCard,
  StoredDeadline,
  StoredUserTask,
  Unit,
} from '../store/index.js'
import { covers } from './covering.js'
import { groupOf, isPersonal, notify } from './notices.js'

/**
 * Tells of cards whom the diagram names (bdc:warn): by itself the assignee and the group of the tasks that the limit
 * covers, on a sub-process all tasks within it. In the order of the list, each once.
 */
export async function tellOfCards(
  unit: Unit,
  limits: readonly StoredDeadline[],
  level: StoredCard['level'],
  now: Instant,
): Promise<void> {
  const tasks = await unit.userTasks.openOfAll(limits.map(({ instanceId }) => instanceId))
  const places = await placesOf(unit, limits)
  const notices = limits.flatMap(limit =>
    tasks
      .filter(task => covers(limit, task))
      .map(task => ({ ...task, placeId: task.placeId ?? places.get(limit.caseId ?? 0) ?? null }))
      .flatMap(task => receivers(task, limit.warn).map(to => cardNotice(limit, task, { to, level, now }))),
  )
  await notify(unit, notices)
}

/** Where the cases of these limits were registered: a window can be told of work that others do. */
async function placesOf(unit: Unit, limits: readonly StoredDeadline[]): Promise<ReadonlyMap<number, number>> {
  const told = limits.filter(({ warn }) => warn?.split(' ').includes('clerk'))
  const cases = await unit.cases.byIds([...new Set(told.flatMap(({ caseId }) => caseId ?? []))])
  return new Map(cases.map(({ id, placeId }) => [id, placeId]))
}

/**
 * Whom a card about this task reaches. One who may do it hears of it with the group, and not twice; while nobody has
 * taken it, the group is told in the assignee’s place. A role of places hears of the cases of its place, one of departments of its own tasks only.
 */
export function receivers(task: StoredUserTask, warn: string | null): readonly NoticeReach[] {
  const { assigneeId } = task
  const words = (warn ?? 'assignee group').split(' ')
  const forAssignee = words.includes('assignee')
  const forGroup = words.includes('group') || (forAssignee && assigneeId === null)
  const group = forGroup && !isPersonal(task) ? groupOf(task) : null
  const assignee = forAssignee && assigneeId !== null && group === null ? { accountId: assigneeId } : null
  const roles = words
    .filter(word => word !== 'assignee' && word !== 'group')
    .flatMap(role => groupOf({ ...task, candidateGroup: role }) ?? [])
  return [group, assignee].filter(reach => reach !== null).concat(roles)
}

function cardNotice(
  limit: StoredDeadline,
  task: StoredUserTask,
  { to, level, now }: { to: NoticeReach; level: StoredCard['level']; now: Instant },
): NewNotice {
  return {
    kind: `card.${level}`,
    to,
    at: now,
    caseId: limit.caseId,
    taskId: task.id,
    words: { limit: limit.name, dueAt: limit.dueAt },
    once: `card ${limit.id} ${level} ${JSON.stringify(to)}`,
  }
}
