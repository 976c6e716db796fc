import type { Person } from '../browser-office.js'
import { fill, type Answers } from './form.js'

/** Finds a task of a case in 我的待办, fills in its form and sends it. */
export async function doTask(person: Person, number: string, task: string, answers: Answers): Promise<void> {
  const { page } = person
  await person.open(`/tasks?whose=all&q=${number}`)
  await person.follow(() => page.getByRole('link', { name: task, exact: true }).click())
  await fill(page, answers)
  await person.follow(() => page.getByRole('button', { name: '提交', exact: true }).click())
}

/** What 我的待办 lists of a case, in the order in which it does. */
export async function tasksOf(person: Person, number: string): Promise<string[]> {
  await person.open(`/tasks?whose=all&q=${number}`)
  return person.page.locator('.work-row h3 a').allInnerTexts()
}
