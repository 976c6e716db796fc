import type { Person } from '../browser-office.js'
import { fill, type Answers } from './form.js'

/** 我要反映, a question at a time. Answers the number. */
export async function report(citizen: Person, steps: readonly Answers[]): Promise<string> {
  const { page } = citizen
  await citizen.open('/')
  for (const step of steps) {
    await fill(page, step)
    await page.locator('[data-next]').click()
  }
  await page.getByRole('heading', { name: '核对并提交' }).waitFor()
  await citizen.follow(() => page.getByRole('button', { name: '提交反映' }).click())
  return (await page.locator('.arrived-number').innerText()).trim()
}
