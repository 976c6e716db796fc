import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../helpers/browser.js'
import { canonicalXml } from '../helpers/canonical-xml.js'
import { diagram, end, flows, start, task } from '../helpers/bpmn.js'
import { desk, openBrowserOffice, type BrowserOffice, type Person } from './browser-office.js'
import { openBoard, type Board } from './pages/editor.js'

const shipped = readFileSync('processes/banbuchengshi.bpmn', 'utf8')
/** Those that differ most; the others are read and written by the same lines in test/engine/foreign-files.test.ts. */
const foreign = ['signavio', 'jbpm', 'flowable', 'yaoqiang', 'camunda-8'].map(name => ({
  name: `${name}.bpmn`,
  xml: readFileSync(`test/browser/foreign/${name}.bpmn`, 'utf8'),
}))

describe('Files at the drawing board, in a real browser', function () {
  this.timeout(180_000)
  let browser: Browser
  let site: BrowserOffice
  let admin: Person
  let board: Board
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
    admin = await site.at(desk, site.office.people.admin)
    board = await openBoard(admin)
  })
  after(async () => {
    await admin.leave()
    await site.close()
    await browser.close()
  })
  afterEach(() => {
    expect(board.complaints).to.deep.equal([])
  })

  const replaceBy = async (name: string, xml: string) => {
    await board.upload(name, xml)
    await board.question.waitFor()
    const said = await board.question.innerText()
    await board.answer('替换')
    return said
  }
  const refusal = async (name: string, content: string | Buffer) => {
    await board.upload(name, content)
    await board.question.getByText('没有导入').waitFor()
    const said = await board.question.innerText()
    await board.answer('知道了')
    return said
  }
  const saved = async () => (await board.download('bpmn')).toString()

  it('the procedure that was opened and changed in nothing says the same when it is written', async () => {
    expect(canonicalXml(await saved())).to.deep.equal(canonicalXml(shipped))
  })

  it('a picture is an SVG with its words, and a PNG', async () => {
    const svg = (await board.download('svg')).toString()
    expect(svg).to.include('<svg').and.include('受理审查').and.include('fill="#fff"')
    const png = await board.download('png')
    expect(png.subarray(1, 4).toString()).to.equal('PNG')
    expect(png.readUInt32BE(16), 'as wide as the drawing, twice as sharp').to.be.above(6000)
  })

  for (const { name, xml } of foreign)
    it(`${name} opens, and nothing of it is lost`, async () => {
      const said = await replaceBy(name, xml)
      const [, id = ''] = /<(?:\w+:)?process\b[^>]*?\bid="([^"]+)"/.exec(xml) ?? []
      expect(said).to.include(id)
      expect(canonicalXml(await saved())).to.deep.equal(
        canonicalXml(madePlain(xml).replaceAll(`"${id}"`, '"banbuchengshi"')),
      )
      await board.page.locator('.djs-shape').first().waitFor()
    })

  it('what is refused is refused in words, and the drawing stays', async () => {
    await replaceBy('banbuchengshi.bpmn', shipped)
    const plain = diagram(start() + task('A') + end() + flows('Start', 'A', 'End'))
    const twice = shipped.replace('id="Task_Analyse"', 'id="Task_ScopeCheck"')
    expect(await refusal('bomb.bpmn', `<!DOCTYPE a [<!ENTITY b "c">]>${shipped}`)).to.include('实体声明')
    expect(await refusal('large.bpmn', Buffer.alloc(3 * 1024 * 1024, 0x20))).to.include('2 MB')
    expect(await refusal('empty.bpmn', '')).to.include('文件是空的')
    expect(await refusal('half.bpmn', shipped.slice(0, 5000))).to.match(/不是完整的 XML（第 \d+ 行有错）/)
    expect(await refusal('page.bpmn', '<html><p>a</p></html>')).to.include('不是 BPMN 2.0 流程图')
    expect(await refusal('twice.bpmn', twice)).to.include('用了不止一次')
    expect(await refusal('undrawn.bpmn', plain)).to.include('没有图形位置')
    expect(await refusal('bytes.bpmn', Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0x3e]))).to.include('编码')
    expect(canonicalXml(await saved())).to.deep.equal(canonicalXml(shipped))
  })

  it('a file in another encoding is read as it says', async () => {
    const utf16 = Buffer.from(`\ufeff${shipped.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    await replaceBy('utf16.bpmn', utf16 as unknown as string)
    expect(canonicalXml(await saved())).to.deep.equal(canonicalXml(shipped))
  })
})

/**
 * What bpmn-js makes plain: references to what is not in the file are told before they are dropped, and an exclusive
 * gateway of which the file does not say whether its cross is drawn is one with its cross, as it is shown.
 */
function madePlain(xml: string): string {
  const gateways = [...xml.matchAll(/<(?:\w+:)?exclusiveGateway [^>]*?\bid="([^"]+)"/g)].map(([, id]) => id)
  return xml
    .replace(/ labelStyle="sid-missing-style"/, '')
    .replace(/<(?:\w+:)?BPMNShape [^>]*?bpmnElement="([^"]+)"/g, (shape, id: string) =>
      gateways.includes(id) && !shape.includes('isMarkerVisible') ? `${shape} isMarkerVisible="true"` : shape,
    )
}
