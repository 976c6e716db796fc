import type { Person } from '../browser-office.js'

/** The rows of the supervisor's board under red. */
export async function redRows(supervisor: Person): Promise<string[]> {
  await supervisor.open('/watch')
  return supervisor.page.locator('.watch-row.is-red').allInnerTexts()
}
