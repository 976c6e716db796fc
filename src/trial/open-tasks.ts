import type { StoredUserTask } from '../store/index.js'
import type { House } from './house.js'

/** The tasks that wait for somebody now. */
export async function openTasks(house: House): Promise<readonly StoredUserTask[]> {
  return (await tasksOf(house)).filter(task => task.closedAt === null)
}

/** How often this form has come to this department, this time included. */
export async function roundOf(house: House, task: StoredUserTask): Promise<number> {
  const before = (await tasksOf(house)).filter(
    ({ activityId, departmentId, closeKind }) =>
      closeKind === 'completed' && activityId === task.activityId && departmentId === task.departmentId,
  )
  return before.length + 1
}

async function tasksOf({ parts, number }: House): Promise<readonly StoredUserTask[]> {
  const row = await parts.store.read.cases.byNumber(number)
  return row ? parts.store.read.userTasks.ofCase(row.id) : []
}
