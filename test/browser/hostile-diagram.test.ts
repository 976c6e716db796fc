import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { paths, pathTo } from '../../src/http/paths.js'
import { deploy, importDiagram } from '../../src/runtime/index.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, phone, type BrowserOffice, type Person } from './browser-office.js'
import { openBoard } from './pages/editor.js'

const shipped = readFileSync('processes/banbuchengshi.bpmn', 'utf8')
const key = 'banbuchengshi'

/** What must be shown as it stands, wherever it comes from. */
const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}"\'><svg/onload=alert(3)>'
const written = markup
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')
  .replaceAll('"', '&quot;')

/** Every name, label, note, choice, help text and description of the file has it in it. */
const poisoned = shipped
  .replaceAll(
    /(?<!showWhen") (name|label|value|id)="([^"]*\p{Script=Han}[^"]*)"/gu,
    (_all, attribute: string, words: string) => ` ${attribute}="${words}${written}"`,
  )
  .replaceAll(/(<bpmn:(?:documentation|text)>)/g, `$1${written}`)

describe('Markup in a diagram, in a real browser', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: BrowserOffice
  const dialogs: string[] = []
  before(async () => {
    // where a click lands on the drawing depends on how wide its words are
    browser = await openBrowser({ webFonts: true })
    site = await openBrowserOffice(browser)
    const { parts, people } = site.office
    await deploy(parts, { xml: poisoned, reason: markup, by: people.admin.accountId })
    const changed = poisoned.replace('id="Task_ScopeCheck" name="', `id="Task_ScopeCheck" name="另`)
    await importDiagram(parts, people.admin, changed)
  })
  after(async () => {
    await site.close()
    await browser.close()
  })

  /** Nothing ran, nothing was fetched, and the words stand there. */
  async function isOnlyShown({ page }: Person, words: string): Promise<void> {
    expect(dialogs).to.deep.equal([])
    const made = 'img[src="x"], .djs-container script, svg svg[onload], main script:not([src])'
    expect(await page.locator(made).count(), 'elements made of text').to.equal(0)
    expect(await page.getByText(words).count(), 'the words themselves').to.be.above(0)
    expect(await page.getByText('49', { exact: true }).count()).to.equal(0)
  }
  const watched = async (width: number) => {
    const admin = await site.at(width, site.office.people.admin)
    admin.page.on('dialog', dialog => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    return admin
  }

  it('is shown as it stands at the drawing board: steps, panel, preview, search, menus and problems', async () => {
    const admin = await watched(desk)
    const board = await openBoard(admin)
    await isOnlyShown(admin, '<img')
    for (const id of [
      'Task_ScopeCheck',
      'Gateway_Responsibility',
      'Timer_PhoneReplyDue',
      'Flow_CitizenFault',
      'Note_Clock',
    ]) {
      await board.select(id)
      await isOnlyShown(admin, '<img')
    }
    await board.select('Task_ScopeCheck')
    for (const part of await board.page.locator('.editor-panel summary').all()) await part.click()
    await isOnlyShown(admin, '<img')
    await board.do('replace')
    await board.page.keyboard.press('Escape')
    await board.page.locator('.editor-canvas svg').first().focus()
    await board.page.keyboard.press('Control+f')
    await board.page.locator('.djs-search-input input').fill('onerror')
    await board.page.locator('.djs-search-result').first().waitFor()
    await isOnlyShown(admin, '<img')
    await board.page.keyboard.press('Escape')
    expect(board.complaints).to.deep.equal([])
    await admin.leave()
  })

  it('is shown as it stands on every page about diagrams', async () => {
    const admin = await watched(desk)
    for (const address of [
      paths.processes,
      pathTo(paths.process, { id: 3 }),
      pathTo(paths.handbook, { id: 3 }),
      pathTo(paths.processDeploy, { key }),
      `${paths.processCompare}?from=1&to=3`,
      pathTo(paths.processHistory, { key }),
    ]) {
      await admin.page.goto(site.url + address)
      await admin.page.waitForLoadState('networkidle')
      expect(dialogs).to.deep.equal([])
      expect(await admin.page.locator('img[src="x"], svg svg[onload]').count(), address).to.equal(0)
      expect(await admin.page.getByText('<img').count(), address).to.be.above(0)
    }
    await admin.leave()
  })

  it('is shown as it stands to who looks on a phone', async () => {
    const admin = await watched(phone)
    await openBoard(admin)
    await isOnlyShown(admin, '<img')
    await admin.leave()
  })
})
