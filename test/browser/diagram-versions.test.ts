import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { importDiagram } from '../../src/runtime/index.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, phone, type BrowserOffice, type Person } from './browser-office.js'

const shipped = readFileSync(path.join(import.meta.dirname, '../../processes/banbuchengshi.bpmn'), 'utf8')
const key = 'banbuchengshi'

describe('Versions of a diagram, in a real browser', function () {
  this.timeout(180_000)
  let browser: Browser
  let site: BrowserOffice
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())
  beforeEach(async () => {
    site = await openBrowserOffice(browser)
    await importDiagram(site.office.parts, site.office.people.admin, changed())
  })
  afterEach(() => site.close())

  for (const width of [desk, phone])
    it(`are compared, looked at and deployed at ${width} px`, async () => {
      const admin = await site.at(width, site.office.people.admin)
      const { page } = admin
      await admin.open('/admin/processes')
      await admin.follow(() => page.getByRole('link', { name: '查看改动并发布' }).click())
      await page.getByText('『部门确认原因』时限由1个工作日改为2个工作日').waitFor()

      await admin.follow(() => page.getByRole('link', { name: '对照两边的图' }).click())
      await compares(admin)

      await admin.open(`/admin/processes/${key}/deploy`)
      await page.getByLabel('发布的原因').fill('按新标准，部门确认改为两个工作日')
      await admin.follow(() => page.getByRole('button', { name: '发布第2版' }).click())
      expect(await page.getByRole('heading', { level: 1 }).innerText()).to.include('第2版')
      await page.getByText('第2版已发布').waitFor()
      for (const address of [
        '/admin/processes',
        '/admin/processes/1',
        `/admin/processes/${key}/history`,
        '/admin/processes/import',
        '/processes/1/handbook',
      ])
        await admin.open(address)
      await admin.leave()
    })

  it('print as a handbook of A4 sheets, with the page’s frame left out', async () => {
    const officer = await site.at(desk, site.office.people.officer)
    await officer.open('/processes/1/handbook')
    await officer.page.emulateMedia({ media: 'print' })
    expect(await officer.page.locator('.masthead').isVisible()).to.equal(false)
    expect(await officer.page.getByRole('heading', { name: '一、收集问题' }).isVisible()).to.equal(true)
    const pdf = await officer.page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 4).toString()).to.equal('%PDF')
    await officer.leave()
  })

  /** Both diagrams are drawn and marked; a click in the list brings the step into the middle of both. */
  async function compares({ page }: Person): Promise<void> {
    const sides = page.locator('.compare-canvas')
    await page.locator('[data-bar]:not([hidden])').waitFor()
    expect(await sides.count()).to.equal(2)
    expect(await page.locator('.bjs-powered-by').count()).to.equal(2)
    const group = page.locator('.change', { hasText: '新增环节『来件初核』' })
    expect(await group.getAttribute('class')).to.include('is-added')
    const marked = (side: number, id: string) => sides.nth(side).locator(`[data-element-id="${id}"]`)
    expect(await marked(0, 'Task_Precheck').count()).to.equal(0)
    expect(await marked(1, 'Task_Precheck').getAttribute('class')).to.include('mark-added')
    expect(await marked(0, 'Timer_ConfirmDue').getAttribute('class')).to.include('mark-changed')

    const place = async (side: number) => {
      const transform = await sides.nth(side).locator('.viewport').getAttribute('transform')
      return (transform?.match(/-?[\d.]+/g) ?? []).map(Number)
    }
    // nobody sees a pixel’s half, and the browser rounds each side by itself
    const alike = async () => {
      const [one, other] = [await place(0), await place(1)]
      one.forEach((number, index) => expect(number).to.be.closeTo(other[index] ?? NaN, 0.5))
    }
    const before = await place(1)
    await group.getByRole('button', { name: '在图上看' }).click()
    expect(await place(1)).not.to.deep.equal(before)
    await alike()
    expect(await marked(1, 'Task_Precheck').getAttribute('class')).to.include('mark-found')
    await page.getByRole('button', { name: '放大' }).click()
    await alike()
  }
})

/** Two days for the department instead of one, and a step more before the scope check. */
function changed(): string {
  const at = shipped.indexOf('P1D', shipped.indexOf('id="Timer_ConfirmDue_definition"'))
  return (shipped.slice(0, at) + 'P2D' + shipped.slice(at + 3))
    .replace(
      '<bpmn:sequenceFlow id="Flow_HandedToOffice" sourceRef="Event_HandedOver" targetRef="Task_ScopeCheck"',
      `<bpmn:userTask id="Task_Precheck" name="来件初核" camunda:candidateGroups="officer" />
       <bpmn:sequenceFlow id="Flow_Prechecked" sourceRef="Task_Precheck" targetRef="Task_ScopeCheck" />
       <bpmn:sequenceFlow id="Flow_HandedToOffice" sourceRef="Event_HandedOver" targetRef="Task_Precheck"`,
    )
    .replace(
      '<bpmn:incoming>Flow_HandedToOffice</bpmn:incoming>',
      '<bpmn:incoming>Flow_Prechecked</bpmn:incoming>',
    )
    .replace(
      '<bpmn:flowNodeRef>Task_ScopeCheck</bpmn:flowNodeRef>',
      '$&<bpmn:flowNodeRef>Task_Precheck</bpmn:flowNodeRef>',
    )
    .replace(
      '<bpmndi:BPMNShape id="Task_ScopeCheck_di"',
      `<bpmndi:BPMNShape id="Task_Precheck_di" bpmnElement="Task_Precheck"><dc:Bounds x="640" y="330" width="100" height="80" /></bpmndi:BPMNShape>
       <bpmndi:BPMNEdge id="Flow_Prechecked_di" bpmnElement="Flow_Prechecked"><di:waypoint x="740" y="370" /><di:waypoint x="800" y="420" /></bpmndi:BPMNEdge>
       $&`,
    )
}
