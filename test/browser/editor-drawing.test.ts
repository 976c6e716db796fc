import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { importDiagram } from '../../src/runtime/index.js'
import { openBrowser } from '../helpers/browser.js'
import { diagram, end, flows, start, task } from '../helpers/bpmn.js'
import { desk, openBrowserOffice, type BrowserOffice, type Person } from './browser-office.js'
import { openBoard, type Board } from './pages/editor.js'

/** Three steps that nobody has put in order, with room around them. */
const places = { Task_A: [300, 120], Task_B: [460, 330], Task_C: [780, 240] } as const

describe('Drawing on the board, in a real browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  let admin: Person
  let board: Board
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
    await importDiagram(site.office.parts, site.office.people.admin, threeSteps())
    admin = await site.at(desk, site.office.people.admin)
    board = await openBoard(admin)
  })
  after(async () => {
    await admin.leave()
    await site.close()
    await browser.close()
  })
  afterEach(async () => {
    await board.undoAll()
    await board.page.locator('[data-do="fit"]').click()
  })

  const element = (id: string) => board.page.locator(`.djs-element[data-element-id="${id}"]`).first()
  const selectAll = async (...ids: readonly string[]) => {
    for (const [index, id] of ids.entries())
      await element(id).click({
        position: { x: 4, y: 4 },
        force: true,
        ...(index > 0 ? { modifiers: ['Shift'] } : {}),
      })
    expect(await board.selected()).to.have.members(ids)
  }
  const fromMenu = async (menu: string, entry: string) => {
    await board.do(menu)
    await board.page.locator(`.djs-popup .entry[data-id="${entry}"]`).click()
  }
  const xml = async () => (await board.download('bpmn')).toString()
  const boundsIn = (text: string, id: string) => {
    const [, x, y] =
      new RegExp(`bpmnElement="${id}"[^]*?<dc:Bounds x="(-?[\\d.]+)" y="(-?[\\d.]+)"`).exec(text) ?? []
    return { x: Number(x), y: Number(y) }
  }

  it('two steps are put on one line', async () => {
    await selectAll('Task_A', 'Task_B')
    await fromMenu('align-elements', 'align-elements-top')
    const drawn = await xml()
    expect(boundsIn(drawn, 'Task_A').y).to.equal(boundsIn(drawn, 'Task_B').y)
    expect(boundsIn(drawn, 'Task_C')).to.deep.equal({ x: 780, y: 240 })
  })

  it('three steps are put at equal distances, and one is coloured', async () => {
    await selectAll('Task_A', 'Task_B', 'Task_C')
    await fromMenu('align-elements', 'distribute-elements-horizontal')
    const drawn = await xml()
    const x = (id: string) => boundsIn(drawn, id).x
    expect(x('Task_B') - x('Task_A')).to.be.closeTo(x('Task_C') - x('Task_B'), 1)
    await board.page.keyboard.press('Escape')
    await selectAll('Task_C')
    await fromMenu('set-color', 'blue-color')
    expect(await xml()).to.match(/bpmnElement="Task_C"[^>]*(bioc:fill|color:background-color)="#/)
  })

  it('a step is copied and pasted, taken back and done again, by keys alone', async () => {
    await selectAll('Task_A')
    await board.page.keyboard.press('Control+c')
    await board.page.keyboard.press('Control+v')
    const { x, y } = await middleOf('Task_C')
    await board.page.mouse.move(x, y + 150)
    await board.page.mouse.move(x + 4, y + 154)
    await board.page.locator('.djs-drag-group *').first().waitFor({ state: 'attached' }) // it hangs on the pointer
    await board.page.mouse.down()
    await board.page.mouse.up()
    const copies = (text: string) => text.match(/<bpmn:userTask [^>]*name="Task_A"/g)?.length ?? 0
    const drawn = await xml()
    expect(copies(drawn)).to.equal(2)
    expect(drawn.match(/camunda:candidateGroups="officer"/g), 'with who does it').to.have.length(4)
    await element('Task_A').click({ position: { x: 4, y: 4 }, force: true })
    await board.page.keyboard.press('Control+z')
    expect(copies(await xml())).to.equal(1)
    await element('Task_A').click({ position: { x: 4, y: 4 }, force: true })
    await board.page.keyboard.press('Control+y')
    expect(copies(await xml())).to.equal(2)
  })

  it('a step is dragged from the palette to where it is wanted, and nothing lies beneath the palette', async () => {
    const entry = board.page.locator('.djs-palette .entry[data-action="create.user-task"]')
    const palette = (await board.page.locator('.djs-palette').boundingBox())!
    const first = (await element('Start').boundingBox())!
    expect(first.x, 'after the whole drawing was fitted').to.be.above(palette.x + palette.width)
    const { x, y } = await middleOf('Task_A')
    const before = await xml()
    await entry.hover()
    await board.page.mouse.down()
    await board.page.mouse.move(x, y + 170, { steps: 5 })
    await board.page.mouse.up()
    await board.page.keyboard.press('Escape') // the name stays empty
    const drawn = await xml()
    const tasks = (text: string) =>
      [...text.matchAll(/<bpmn:userTask id="([^"]+)"/g)].map(([, id = '']) => id)
    const [made = ''] = tasks(drawn).filter(id => !tasks(before).includes(id))
    expect(made).to.match(/^Task_/)
    expect(boundsIn(drawn, made).y).to.be.above(boundsIn(drawn, 'Task_A').y + 80)
    expect(await board.faults()).to.deep.equal([])
  })

  async function middleOf(id: string): Promise<{ x: number; y: number }> {
    const box = (await element(id).boundingBox())!
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
})

function threeSteps(): string {
  const ids = ['Start', 'Task_A', 'Task_B', 'Task_C', 'End']
  const shape = (id: string, x: number, y: number, width: number, height: number) =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`
  const edges = ids.slice(1).map((id, index) => {
    const flow = `${ids[index] ?? ''}-${id}`
    const [x, y] = [300 + index * 150, 200]
    return `<bpmndi:BPMNEdge id="${flow}_di" bpmnElement="${flow}"><di:waypoint x="${x}" y="${y}"/><di:waypoint x="${x + 100}" y="${y}"/></bpmndi:BPMNEdge>`
  })
  const shapes = Object.entries(places).map(([id, [x, y]]) => shape(id, x, y, 100, 80))
  const plane = `<bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="banbuchengshi">
    ${shape('Start', 180, 142, 36, 36)}${shapes.join('')}${shape('End', 980, 262, 36, 36)}${edges.join('')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
  return diagram(start() + task('Task_A') + task('Task_B') + task('Task_C') + end() + flows(...ids), {
    id: 'banbuchengshi',
  })
    .replace(
      '<bpmn:definitions ',
      '<bpmn:definitions xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" ',
    )
    .replace('</bpmn:definitions>', `${plane}</bpmn:definitions>`)
}
