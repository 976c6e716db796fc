import type { Person } from '../browser-office.js'
import { fill, type Answers } from './form.js'

/** Finds a task of a case in 我的待办, unless it is open already, fills in its form and sends it. */
export async function doTask(person: Person, number: string, task: string, answers: Answers): Promise<void> {
  const { page } = person
  // who completes a task is led to the next of the same case
  const heading = page.url() === 'about:blank' ? '' : await page.locator('h1').innerText()
  const isThere = heading === task && (await page.locator('.crumbs').innerText()).includes(number)
  if (!isThere) {
    await person.open(`/tasks?whose=all&q=${number}`)
    await person.follow(() => page.getByRole('link', { name: task, exact: true }).click())
  }
  await fill(page, answers)
  await person.follow(() => page.getByRole('button', { name: '提交', exact: true }).click())
}

/** What 我的待办 lists of a case, in the order in which it does. */
export async function tasksOf(person: Person, number: string): Promise<string[]> {
  await person.open(`/tasks?whose=all&q=${number}`)
  return person.page.locator('.work-row h3 a').allInnerTexts()
}
