import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { paths, pathTo } from '../../src/http/paths.js'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, phone, type BrowserOffice, type Person } from './browser-office.js'
import { openBoard } from './pages/editor.js'

const key = 'banbuchengshi'
/** The step that the story adds, on the way from the answered call to the end of the reply. */
const newStep = '核对答复记录'

describe('The administrator changes the procedure, in a real browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  let running = ''
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
    running = await citizensCase('10000000001')
  })
  after(async () => {
    await site.close()
    await browser.close()
  })

  it('three days become two, a field and a step are added, the problems mended, the changes read and deployed', async () => {
    const admin = await site.at(desk, site.office.people.admin)
    await draws(admin)
    await admin.follow(() => admin.page.locator('.editor-leads a.btn-primary').click())
    await reads(admin)
    await admin.follow(() => admin.page.getByRole('link', { name: '对照两边的图' }).click())
    await compares(admin)
    await admin.open(pathTo(paths.processDeploy, { key }))
    await deploys(admin)
    await admin.leave()
  })

  it('the next case runs by it, and the one already running does not', async () => {
    const { office } = site
    const { officer } = office.people
    const next = await citizensCase('10000000002')
    expect(await replyDue(running)).to.equal('2026-04-21')
    expect(await replyDue(next)).to.equal('2026-04-16')

    await office.complete(running, 'Task_PhoneReply', officer, say.answered)
    expect(await openSteps(running)).to.deep.equal(['协调后续办理'])
    await office.complete(running, 'Task_FollowUp', officer, say.done)
    expect(await openSteps(running), 'without the new field').to.deep.equal(['回访与评价'])

    await office.complete(next, 'Task_PhoneReply', officer, say.answered)
    expect(await openSteps(next)).to.deep.equal([newStep])
    const [step] = await office.open(next)
    await office.complete(next, step?.activityId ?? '', officer)
    const refused: unknown = await office
      .complete(next, 'Task_FollowUp', officer, say.done)
      .catch((error: unknown) => error)
    expect(refused, 'the new field is required').to.have.property('fields').with.keys('field_1')
    await office.complete(next, 'Task_FollowUp', officer, { ...say.done, field_1: '已接通' })
    expect(await openSteps(next)).to.deep.equal(['回访与评价'])
  })

  it('on a phone the versions are looked at, compared and looked up', async () => {
    const admin = await site.at(phone, site.office.people.admin)
    for (const address of [
      paths.processes,
      pathTo(paths.process, { id: 3 }),
      pathTo(paths.processHistory, { key }),
      pathTo(paths.processDeploy, { key }),
      paths.processImport,
      pathTo(paths.handbook, { id: 3 }),
      `${paths.processCompare}?from=1&to=3`,
    ])
      await admin.open(address)
    await admin.page.locator('[data-bar]:not([hidden])').waitFor()
    expect(await admin.page.locator('.compare-canvas').count()).to.equal(2)
    await admin.leave()
  })

  it('the handbook is printed on A4, with the page’s frame left out', async () => {
    const officer = await site.at(desk, site.office.people.officer)
    await officer.open(pathTo(paths.handbook, { id: 3 }))
    expect(await officer.page.getByText(newStep).count()).to.be.above(0)
    await officer.page.emulateMedia({ media: 'print' })
    expect(await officer.page.locator('.masthead').isVisible()).to.equal(false)
    expect(await officer.page.getByRole('heading', { name: '一、收集问题' }).isVisible()).to.equal(true)
    const pdf = await officer.page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 4).toString()).to.equal('%PDF')
    await officer.leave()
  })

  /** At the board: a limit shorter, a required field, a step drawn into a flow, and what is wrong with that mended. */
  async function draws(admin: Person): Promise<void> {
    const board = await openBoard(admin)
    const { page } = board
    const panel = page.locator('.editor-panel')
    const errors = page.locator('.editor-problem.is-error')

    await board.select('SubProcess_PhoneReply')
    await panel.locator('details.panel-card > summary').first().click()
    const days = panel.getByLabel('期限', { exact: true })
    await days.fill('5')
    await days.press('Tab')
    const longer = errors.filter({ hasText: '长于方案三(三)规定的3个工作日' })
    await longer.getByRole('button', { name: '恢复“3个工作日电话答复”的法定时限' }).click()
    await longer.waitFor({ state: 'detached' })
    expect(await days.inputValue(), 'one click puts back what the notice says').to.equal('3')
    await days.fill('2')
    await days.press('Tab')

    await board.find('协调后续办理')
    await panel.getByRole('button', { name: '添加新字段' }).click()
    const field = panel.locator('[data-field="field_1"]')
    await page.locator('#panel-field-field_1-label:focus').waitFor()
    await page.keyboard.type('联系结果')
    await field.getByLabel('必须填写').check()

    await dropsStepOn(admin, 'Flow_CallAnswered')
    const nameless = board.problems.filter({ hasText: '待办列表中将无从辨认' })
    await nameless.getByRole('button', { name: '填写名称', exact: true }).click()
    await page.keyboard.type(newStep)
    await page.keyboard.press('Control+Enter')
    await errors.first().waitFor({ state: 'detached' })
    await board.problems.filter({ hasText: '短于方案三(三)的3个工作日' }).waitFor()
    expect(await board.faults()).to.deep.equal([])
    await board.saved('已保存')
  }

  /** Takes a step from the palette and drops it on the line. */
  async function dropsStepOn({ page }: Person, flow: string): Promise<void> {
    await page.locator('.djs-palette [data-action="create.user-task"]').click()
    const line = page.locator(`.djs-connection[data-element-id="${flow}"] .djs-hit`).first()
    const { x, y, width, height } = (await line.boundingBox()) ?? expect.fail(`${flow} is not drawn`)
    // beside its words, which stand in the middle
    const [toX, toY] = [x + width * 0.7, y + height / 2]
    await page.mouse.move(toX - 20, toY - 20)
    await page.mouse.move(toX, toY, { steps: 4 })
    await page.mouse.click(toX, toY)
    await page.keyboard.press('Escape')
  }

  /** Before it goes into force: everything that changes, in words. */
  async function reads({ page }: Person): Promise<void> {
    for (const said of [
      '『电话答复群众』时限由3个工作日改为2个工作日',
      '『协调后续办理』新增必填字段『联系结果』',
      `新增环节『${newStep}』`,
      '有1件在办案件正处于受影响的环节',
    ])
      await page.getByText(said).first().waitFor()
  }

  /** Both diagrams are drawn and marked; a click in the list brings the step into the middle of both. */
  async function compares({ page }: Person): Promise<void> {
    const sides = page.locator('.compare-canvas')
    await page.locator('[data-bar]:not([hidden])').waitFor()
    expect(await sides.count()).to.equal(2)
    expect(await page.locator('.bjs-powered-by').count()).to.equal(2)
    const group = page.locator('.change', { hasText: `新增环节『${newStep}』` })
    expect(await group.getAttribute('class')).to.include('is-added')
    expect(await sides.nth(0).locator('.mark-added').count()).to.equal(0)
    expect(await sides.nth(1).locator('.mark-added').count()).to.be.above(0)
    const limit = sides.nth(0).locator('[data-element-id="Timer_PhoneReplyDue"]').first()
    expect(await limit.getAttribute('class')).to.include('mark-changed')

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
    expect(await sides.nth(1).locator('.mark-found').count()).to.be.above(0)
    await page.getByRole('button', { name: '放大' }).click()
    await alike()
  }

  /** With a reason, and the warning read: two days is what will be promised and measured. */
  async function deploys(admin: Person): Promise<void> {
    const { page } = admin
    await page.getByLabel('发布的原因').fill('区里要求两个工作日内答复')
    await page.getByRole('checkbox').check()
    await admin.follow(() => page.getByRole('button', { name: '发布第2版' }).click())
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.include('第2版')
    await page.getByText('第2版已发布').waitFor()
    await page.getByText('区里要求两个工作日内答复').first().waitFor()
  }

  /** A case that waits for the call to its citizen. */
  async function citizensCase(contact: string): Promise<string> {
    const { office } = site
    const number = await confirmedCase(office, {
      answers: { guideMatch: 'same', contact },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    await office.complete(number, 'Task_Verdict', office.people.officer, say.citizensPart)
    return number
  }

  async function replyDue(number: string): Promise<string | undefined> {
    const { store } = site.office.parts
    const row = await store.read.cases.byNumber(number)
    const deadlines = await store.views.caseDeadlines(row?.id ?? 0)
    return deadlines.find(({ activityId }) => activityId === 'Timer_PhoneReplyDue')?.dueOn
  }

  async function openSteps(number: string): Promise<string[]> {
    return (await site.office.open(number)).map(({ name }) => name)
  }
})
