import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import type { Download, Locator, Page } from 'playwright-core'
import { pathTo, paths } from '../../../src/http/paths.js'
import { complaintsOf, faultsOf } from '../../helpers/page-audit.js'
import type { Person } from '../browser-office.js'

/** An administrator at the drawing board, with what they can see and do there. */
export interface Board {
  readonly page: Page
  /** what the browser complained of since the board was opened */
  readonly complaints: readonly string[]
  /** clicks an element of the drawing */
  select(id: string): Promise<void>
  /** looks for an element by its name and goes there: the whole drawing is too small to hit things in */
  find(name: string): Promise<void>
  /** clicks what can be done with the selected element */
  do(action: string): Promise<void>
  /** chooses from the menu that is open */
  choose(words: string | RegExp): Promise<void>
  readonly problems: Locator
  /** waits until the state of saving says so */
  saved(words: string | RegExp): Promise<void>
  /** the ids that are selected */
  selected(): Promise<string[]>
  has(id: string): Promise<boolean>
  download(what: 'bpmn' | 'svg' | 'png'): Promise<Buffer>
  upload(name: string, content: string | Buffer): Promise<void>
  /** takes back all that was done since the board was opened */
  undoAll(): Promise<void>
  readonly question: Locator
  answer(words: string): Promise<void>
  faults(): Promise<string[]>
}

export async function openBoard(person: Person, key = 'banbuchengshi'): Promise<Board> {
  await person.open(pathTo(paths.processEdit, { key }))
  return boardOn(person.page)
}

/** The board of a page that is at the editor already. */
export async function boardOn(page: Page): Promise<Board> {
  const complaints = complaintsOf(page)
  await page.locator('[data-editor][data-ready]').waitFor()
  const element = (id: string) => page.locator(`.editor-canvas .djs-element[data-element-id="${id}"]`).first()
  const question = page.locator('[data-question]')
  return {
    page,
    complaints,
    problems: page.locator('[data-problem-list] > li'),
    question,
    select: id => element(id).click({ position: { x: 4, y: 4 }, force: true }),
    async find(name) {
      await page.locator('[data-do="search"]').click()
      await page.locator('.djs-search-input input').fill(name)
      await page.locator('.djs-search-result', { hasText: name }).first().waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.editor-panel .panel-head h2', { hasText: name }).waitFor()
    },
    do: action => page.locator(`.djs-context-pad [data-action="${action}"]`).click(),
    choose: words => page.locator('.djs-popup .entry', { hasText: words }).first().click(),
    saved: words => page.locator('[data-saving]', { hasText: words }).waitFor(),
    selected: () =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll('.editor-canvas .djs-element.selected')].map(one => one.dataset.elementId)`,
      ),
    has: async id => (await element(id).count()) > 0,
    async download(what) {
      await page.locator('.editor-tools summary').click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`[data-do="export-${what}"]`).click(),
      ])
      return contentOf(download)
    },
    upload: (name, content) =>
      page.locator('[data-file]').setInputFiles({
        name,
        mimeType: 'application/xml',
        buffer: Buffer.from(content),
      }),
    undoAll: () =>
      page.evaluate(
        `(undo => { while (!undo.disabled) undo.click() })(document.querySelector('[data-do="undo"]'))`,
      ),
    async answer(words) {
      await question.getByRole('button', { name: words, exact: true }).click()
      await question.waitFor({ state: 'hidden' })
    },
    async faults() {
      expect(complaints).to.deep.equal([])
      return faultsOf(page)
    },
  }
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}
