import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { inUtf8 } from '../../src/engine/index.js'
import { run, temporaryFolder } from '../cli/run-command.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, type BrowserOffice } from './browser-office.js'
import { openBoard } from './pages/editor.js'

const models = [
  ...readdirSync('processes')
    .filter(name => name.endsWith('.bpmn'))
    .map(name => `processes/${name}`),
  ...readdirSync('test/browser/foreign')
    .filter(name => name.endsWith('.bpmn'))
    .map(name => `test/browser/foreign/${name}`),
].map(file => [file, readFileSync(file, 'utf8')] as const)
const procedure = models.find(([file]) => file.endsWith('banbuchengshi.bpmn'))?.[1] ?? ''

const broken: Readonly<Record<string, string>> = {
  'without a role': procedure.replace('camunda:candidateGroups="officer"', ''),
  'with a promise that interrupts': procedure.replace('cancelActivity="false"', ''),
  'with a condition that is none': procedure.replace(/(<bpmn:conditionExpression[^>]*>)[^<]*/, '$1= = 1'),
  'without its arrows': procedure.replace(/<bpmn:sequenceFlow\b[^>]*\/>/g, ''),
  'with five days for the phone reply': procedure.replace('>P3D<', '>P5D<'),
  'without the phone reply’s limit': procedure.replace(
    /<bpmn:boundaryEvent id="Timer_PhoneReplyDue"[\s\S]*?<\/bpmn:boundaryEvent>/,
    '',
  ),
  'without a verdict': procedure.replaceAll('id="verdict"', 'id="blame"'),
  'with an id twice': procedure.replace('id="Task_Analyse"', 'id="Task_ScopeCheck"'),
  'with an entity': `<!DOCTYPE a [<!ENTITY b "c">]>${procedure}`,
  'cut in two': procedure.slice(0, 4000),
  'that is a page': '<html><p>a</p></html>',
  'that is nothing': '',
}

describe('What the editor finds wrong, in a real browser', function () {
  this.timeout(180_000)
  const folder = temporaryFolder()
  let browser: Browser
  let site: BrowserOffice
  let page: Page
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
    const admin = await site.at(desk, site.office.people.admin)
    await openBoard(admin)
    ;({ page } = admin)
  })
  after(async () => {
    folder.remove()
    await site.close()
    await browser.close()
  })

  for (const [title, xml] of [...models, ...Object.entries(broken)])
    it(`is what “bandecheng lint” finds: ${title}`, async () => {
      const inBrowser = await page.evaluate<unknown>(askWorker(inUtf8(xml))) // as the editor reads files
      const file = path.join(folder.at, 'it.bpmn')
      writeFileSync(file, xml)
      const { out } = await run(['lint', file, '--json'])
      expect(inBrowser).to.deep.equal((JSON.parse(out) as { problems: unknown }).problems)
    })
})

/** Asks the page’s own worker, as the editor does. */
function askWorker(xml: string): string {
  return `new Promise((settle, fail) => {
    const worker = new Worker(document.querySelector('[data-editor]').dataset.worker)
    worker.onmessage = ({ data }) => { worker.terminate(); settle(data.problems) }
    worker.onerror = fail
    const { house } = JSON.parse(document.querySelector('[data-editor]').dataset.editor)
    worker.postMessage({ number: 1, house, xml: ${JSON.stringify(xml)} })
  })`
}
