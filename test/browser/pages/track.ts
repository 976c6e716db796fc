import type { Person } from '../browser-office.js'
import { fill } from './form.js'

/** 查进度: looks a case up by its number and the last four digits. Answers what the page says. */
export async function lookUp(citizen: Person, number: string, tail: string): Promise<string> {
  const { page } = citizen
  await citizen.open('/track')
  await fill(page, { 编号: number, 电话后四位: tail })
  await citizen.follow(() => page.getByRole('button', { name: '查询' }).click())
  return page.locator('main').innerText()
}
