import type { Person } from '../browser-office.js'
import { fill, type Answers } from './form.js'

/** 登记反映 at the window. Answers the number. */
export async function register(clerk: Person, answers: Answers): Promise<string> {
  const { page } = clerk
  await clerk.open('/register')
  await fill(page, answers)
  await clerk.follow(() => page.getByRole('button', { name: '登记，暂不打印' }).click())
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
}
