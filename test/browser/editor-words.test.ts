import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../helpers/browser.js'
import { supportedEvents, supportedNodes } from '../../src/engine/lint/index.js'
import { desk, openBrowserOffice, type BrowserOffice, type Person } from './browser-office.js'
import { openBoard, type Board } from './pages/editor.js'

/** One of everything that can be drawn or come in by a file, each with a name, in a row. */
const kinds = [
  ...[...supportedNodes].filter(type => !(type in supportedEvents)).map(type => ({ type, on: '' })),
  ...Object.entries(supportedEvents).flatMap(([type, all]) => [...all].map(on => ({ type, on }))),
  ...['Task', 'SendTask', 'ScriptTask', 'BusinessRuleTask', 'CallActivity', 'ComplexGateway'].map(name => ({
    type: `bpmn:${name}`,
    on: '',
  })),
  { type: 'bpmn:IntermediateCatchEvent', on: 'signal' },
].map((kind, index) => ({
  ...kind,
  id: `Kind_${index}`,
  x: 200 + (index % 8) * 160,
  y: 120 + Math.floor(index / 8) * 140,
}))

describe('The words at the drawing board, in a real browser', function () {
  this.timeout(240_000)
  let browser: Browser
  let site: BrowserOffice
  let admin: Person
  let board: Board
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
    admin = await site.at(desk, site.office.people.admin)
    board = await openBoard(admin)
    await board.upload('all.bpmn', everything())
    await board.answer('替换')
  })
  after(async () => {
    await admin.leave()
    await site.close()
    await browser.close()
  })

  /** Everything that a part of the page says, by sight and to who hears it. */
  const saidBy = (where: string) =>
    board.page.evaluate<string[]>(`[...document.querySelectorAll(${JSON.stringify(where)})].flatMap(part =>
      [part, ...part.querySelectorAll('*')].flatMap(one => [
        one.getAttribute('title') ?? '',
        one.getAttribute('aria-label') ?? '',
        one.getAttribute('placeholder') ?? '',
        ...[...one.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent.trim()),
      ]))`)
  const foreign = (words: readonly string[]) =>
    words.filter(word => /[A-Za-z]{2,}/.test(word.replace(/BPMN|SVG|PNG|Ctrl|Kind_\d+/g, '')))

  it('are Chinese on the palette and the bars, and none is missing', async () => {
    const said = [
      ...(await saidBy('.djs-palette')),
      ...(await saidBy('.editor-tools')),
      ...(await saidBy('.editor-bar')),
    ]
    expect(said.filter(Boolean).length).to.be.above(20)
    expect(foreign(said)).to.deep.equal([])
    expect(await board.page.locator('.editor').innerText()).not.to.include('«')
  })

  it('are Chinese around every kind of element, and what it can become is what the engine runs', async () => {
    for (const { id, type, on } of kinds) {
      await board.select(id)
      const what = `${type} ${on}`
      expect(foreign(await saidBy('.djs-context-pad')), what).to.deep.equal([])
      const change = board.page.locator('.djs-context-pad [data-action="replace"]')
      if ((await change.count()) === 0) continue
      const menu = board.page.locator('.djs-popup')
      // the pad is drawn anew when the check comes back: a click may still meet the old one
      for (let left = 4; left > 0 && (await menu.count()) === 0; left--) {
        await change.click()
        await menu.waitFor({ timeout: 2000 }).catch(() => undefined)
      }
      await menu.waitFor()
      const said = await saidBy('.djs-popup')
      expect(foreign(said), what).to.deep.equal([])
      expect(said.join(), what).not.to.match(/脚本|补偿|信号|调用|事务|复杂网关|Ad-hoc|临时/)
      await board.page.keyboard.press('Escape')
      await menu.waitFor({ state: 'detached' })
    }
    expect(board.complaints).to.deep.equal([])
  })
})

function everything(): string {
  const nodes = kinds.map(({ type, on, id }) => {
    const name = type.replace(/^bpmn:(.)/, (_whole, first: string) => first.toLowerCase())
    const attached = type === 'bpmn:BoundaryEvent' ? ' attachedToRef="Kind_0"' : ''
    const cause = on && on !== 'none' ? `<bpmn:${on}EventDefinition id="${id}_d"/>` : ''
    return `<bpmn:${name} id="${id}" name="甲"${attached}>${cause}</bpmn:${name}>`
  })
  const shapes = kinds.map(({ type, id, x, y }) => {
    const size = type.endsWith('Event') ? [36, 36] : type.endsWith('Gateway') ? [50, 50] : [100, 80]
    const expanded = type === 'bpmn:SubProcess' ? ' isExpanded="true"' : ''
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${expanded}><dc:Bounds x="${x}" y="${y}" width="${size[0] ?? 0}" height="${size[1] ?? 0}"/></bpmndi:BPMNShape>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="Definitions_1" targetNamespace="https://bandecheng.dev/test">
<bpmn:process id="banbuchengshi" name="样样都有" isExecutable="true">${nodes.join('')}</bpmn:process>
<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="banbuchengshi">${shapes.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`
}
