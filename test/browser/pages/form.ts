import type { Page } from 'playwright-core'

/** What is answered, by the words that stand above each field. */
export type Answers = Readonly<Record<string, string>>

/** Answers the fields of the form that is open, each as its kind asks: by typing, choosing, or ticking. */
export async function fill(page: Page, answers: Answers): Promise<void> {
  for (const [label, value] of Object.entries(answers)) await answer(page, label, value)
}

async function answer(page: Page, label: string, value: string): Promise<void> {
  const heading = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*(必填|选填)?\\s*$`)
  const field = page
    .locator('.field:visible')
    .filter({ has: page.locator('.form-label, legend').filter({ hasText: heading }) })
  if ((await field.locator('.choice-row').count()) > 0) {
    await field.locator('.choice-row').filter({ hasText: value }).getByText('主办').click()
  } else if ((await field.locator('select').count()) > 0) {
    await field.locator('select').selectOption({ label: value })
  } else if ((await field.getByRole('radio').count()) > 0) {
    await field.getByText(value, { exact: true }).click()
  } else {
    await field.locator('input, textarea').fill(value)
  }
}
