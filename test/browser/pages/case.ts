import type { Person } from '../browser-office.js'

/** The page of one case, as far as a test asks it. */
export interface CasePage {
  readonly words: string
  /** the badges on the diagram: where it stands */
  readonly standing: readonly string[]
  /** the elements passed, by their id in the diagram */
  readonly finished: readonly string[]
}

export async function readCase(person: Person, number: string): Promise<CasePage> {
  const { page } = person
  await person.open(`/cases/${number}`)
  await page.locator('.diagram .djs-shape.is-finished').first().waitFor({ state: 'attached' })
  return {
    words: await page.locator('main').innerText(),
    standing: await page.locator('.diagram-badge').allInnerTexts(),
    finished: await page.evaluate<string[]>(
      `[...document.querySelectorAll('.diagram .djs-shape.is-finished')].map(shape => shape.dataset.elementId)`,
    ),
  }
}
