import type { Person } from '../browser-office.js'

/** 登录, by name and password. */
export async function signIn(person: Person, username: string, password: string): Promise<void> {
  const { page } = person
  await person.open('/sign-in')
  await page.locator('[name=username]').fill(username)
  await page.locator('[name=password]').fill(password)
  await person.follow(() => page.locator('form.panel button[type=submit]').first().click())
}
