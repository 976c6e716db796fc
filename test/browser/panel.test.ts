import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Browser, Locator, Page } from 'playwright-core'
import { compile, type ProcessDefinition } from '../../src/engine/index.js'
import { pathTo, paths } from '../../src/http/paths.js'
import { openBrowser } from '../helpers/browser.js'
import { complaintsOf, faultsOf } from '../helpers/page-audit.js'
import { desk, openBrowserOffice, type BrowserOffice, type Person } from './browser-office.js'

/** An administrator at the drawing board, who clicks and types and nothing else. */
describe('The panel beside the drawing', function () {
  this.timeout(180_000)
  let browser: Browser
  let site: BrowserOffice
  let admin: Person
  let page: Page
  let panel: Locator
  let complaints: string[]
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
  })
  after(async () => {
    await site.close()
    await browser.close()
  })
  beforeEach(async () => {
    admin = await site.at(desk, site.office.people.admin)
    ;({ page } = admin)
    complaints = complaintsOf(page)
    await admin.open(pathTo(paths.processEdit, { key: 'banbuchengshi' }))
    panel = page.locator('.editor-panel')
    await panel.locator('.panel-head').waitFor()
  })
  afterEach(async () => {
    expect(complaints).to.deep.equal([])
    await admin.leave()
  })

  const select = async (id: string, name: string) => {
    await page
      .locator(`.djs-element[data-element-id="${id}"]`)
      .first()
      .click({ position: { x: 4, y: 4 }, force: true })
    await panel.locator('.panel-head h2', { hasText: name }).waitFor()
  }
  const exported = async (): Promise<string> => {
    await page.locator('.editor-tools summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-do="export-bpmn"]').click(),
    ])
    return readFileSync(await download.path(), 'utf8')
  }
  const definition = async (): Promise<ProcessDefinition> => compile(await exported())

  it('three working days become two; the notice is quoted; one step back and all is as before', async () => {
    await select('SubProcess_PhoneReply', '电话答复群众')
    await panel.locator('details.panel-card > summary').first().click()
    const days = panel.getByLabel('期限', { exact: true })
    expect(await days.inputValue()).to.equal('3')
    await days.fill('2')
    await days.press('Tab')
    const warning = panel.locator('.panel-concern')
    await warning.waitFor()
    expect(await warning.innerText())
      .to.include('方案三（三）')
      .and.include('这里是2个工作日')
    expect(await faultsOf(page)).to.deep.equal([])
    expect((await definition()).nodes.get('Timer_PhoneReplyDue')?.timer).to.include({
      value: 'P2D',
      calendar: 'workdays',
      kind: 'statutory',
    })
    await page.locator('[data-do="undo"]').click()
    await warning.waitFor({ state: 'detached' })
    expect(await days.inputValue()).to.equal('3')
  })

  it('a required field with its own choices is added by keyboard, shown as it will look, and kept', async () => {
    await select('Task_FollowUp', '协调后续办理')
    await panel.getByRole('button', { name: '添加新字段' }).focus()
    await page.keyboard.press('Enter')
    const field = panel.locator('[data-field="field_1"]')
    // the name of the new field has the focus, ready to be written over
    await page.locator('#panel-field-field_1-label:focus').waitFor()
    await page.keyboard.type('联系结果')
    await field.getByLabel('填写方式').selectOption('enum')
    await field.getByLabel('第1个选项').fill('已接通')
    await field.getByLabel('第2个选项').fill('未接')
    await field.getByRole('button', { name: '添加选项' }).press('Enter')
    await field.getByLabel('第3个选项').fill('空号')
    await field.getByRole('button', { name: '上移“空号”' }).press('Enter')
    await page.locator('[aria-label="上移“空号”"]:focus').waitFor()
    await field.getByLabel('必须填写').press('Space')
    expect(await faultsOf(page)).to.deep.equal([])

    await panel.getByRole('button', { name: '预览表单' }).press('Enter')
    const preview = page.getByRole('dialog')
    await preview.getByRole('group', { name: /联系结果/ }).waitFor()
    const shown = await preview.getByRole('group', { name: /联系结果/ }).innerText()
    expect(shown.replace(/\s+/g, ' ')).to.equal('联系结果必填 已接通 空号 未接')
    expect(await faultsOf(page)).to.deep.equal([])
    await page.keyboard.press('Escape')

    const { nodes } = await definition()
    const form = nodes.get('Task_FollowUp')?.userTask?.form.fields ?? []
    expect(form.at(-1)).to.deep.equal({
      id: 'field_1',
      label: '联系结果',
      type: 'enum',
      required: true,
      choices: [
        { id: 'option_1', name: '已接通' },
        { id: 'option_3', name: '空号' },
        { id: 'option_2', name: '未接' },
      ],
    })
  })

  it('a condition is built from the answers before it, and is there again when the file is opened', async () => {
    await select('Gateway_Responsibility', '责任在谁？')
    expect(await panel.locator('.panel-way').first().innerText()).to.include('责任认定 是其中之一 群众责任')
    await panel.getByRole('button', { name: /打开：转到『电话答复群众』/ }).click()
    await panel.locator('.panel-head h2', { hasText: '责任在群众' }).waitFor()
    await panel.getByRole('button', { name: '添加一条', exact: true }).click()
    const second = panel.getByRole('group', { name: '第2条' })
    await second.getByLabel('看什么').selectOption('visits')
    await second.getByLabel('怎么比').selectOption('atLeast')
    await second.getByLabel('比什么').fill('2')
    await second.getByLabel('比什么').press('Tab')
    await panel.getByLabel('这些条件').last().selectOption('or')
    expect(await faultsOf(page)).to.deep.equal([])
    const xml = await exported()
    const { flows } = await compile(xml)
    const feel = 'verdict in ("citizen", "notPermitted") or visits >= 2'
    expect(flows.get('Flow_CitizenFault')?.condition).to.equal(feel)

    // taken off the board again, so that what is seen afterwards can only come from the file
    await second.getByRole('button', { name: '删除“第2条”' }).click()
    await second.waitFor({ state: 'detached' })
    await page
      .locator('[data-file]')
      .setInputFiles({ name: 'again.bpmn', mimeType: 'application/xml', buffer: Buffer.from(xml) })
    await page.getByRole('dialog').getByRole('button', { name: '替换', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await panel.locator('.panel-head h2', { hasText: '解决群众' }).waitFor()
    await select('Gateway_Responsibility', '责任在谁？')
    expect(await panel.locator('.panel-way').first().innerText()).to.include('或 跑动次数 不小于 2')
  })

  it('a condition that has no words stays as it is written; a wrong one is named as it is typed', async () => {
    await select('Task_ReturnVisit', '回访与评价')
    await panel.locator('[data-field="dissatisfaction"] .panel-card-open').click()
    const text = panel.getByLabel('FEEL 表达式')
    expect(await text.inputValue()).to.equal('string(satisfaction) in ("1", "2")')
    await text.fill('satisfaction == 1')
    await panel.locator('.field-error', { hasText: '等号' }).waitFor()
    await text.fill('string(satisfaction) in ("1", "2")')
    await text.press('Tab')
    const form = (await definition()).nodes.get('Task_ReturnVisit')?.userTask?.form.fields ?? []
    expect(form.find(({ id }) => id === 'dissatisfaction')?.showWhen).to.equal(
      'string(satisfaction) in ("1", "2")',
    )
  })

  it('a step without a role is named at once; a limit is added in words', async () => {
    await select('Task_ScopeCheck', '受理审查')
    await panel.getByRole('checkbox', { name: /^政管办经办人 / }).uncheck()
    await panel.locator('.field-error', { hasText: '还没有指定由谁来办' }).waitFor()
    await panel
      .getByLabel(/负责人（督办）/)
      .first()
      .check()
    await panel.getByRole('button', { name: '添加时限' }).click()
    await panel.locator('.panel-card-name', { hasText: '3个工作日（内部）' }).waitFor()
    const { nodes } = await definition()
    expect(nodes.get('Task_ScopeCheck')?.userTask?.candidateGroups).to.deep.equal(['supervisor'])
    const added = [...nodes.values()].find(({ name }) => name === '3个工作日（内部）')
    expect(added).to.include({ attachedTo: 'Task_ScopeCheck', interrupting: false })
    expect(added?.timer).to.include({
      value: 'P3D',
      calendar: 'workdays',
      kind: 'internal',
      warnBefore: 'P1D',
    })
  })
})
