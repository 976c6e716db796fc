import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import * as say from '../features/answers.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, phone, type BrowserOffice } from './browser-office.js'

describe('The ledger and the flow, on a desk and on a phone', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
    const { office } = site
    const { clerk, officer } = office.people
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', clerk, say.handOver)
    await office.complete(number, 'Task_ScopeCheck', officer, say.accept)
    await office.register({ item: '居住证签注', window: '' })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('a supervisor puts columns in order, asks, counts, keeps and looks at the flow', async () => {
    const person = await site.at(desk, site.office.people.supervisor)
    const { page } = person
    await person.open('/cases')
    await page.locator('#columns > summary').click()
    await page.locator('[data-column]', { hasText: '事项名称' }).locator('[data-up]').click()
    await page
      .locator('[data-column]', { hasText: '责任认定' })
      .dragTo(page.locator('[data-column]', { hasText: '编号' }), { targetPosition: { x: 20, y: 2 } })
    await page.locator('[data-column] input[value="verdictAt"]').check()
    await person.follow(() => page.getByRole('button', { name: '按所选显示' }).click())
    const heads = await page.locator('.ledger thead th').allInnerTexts()
    expect(heads.slice(0, 3)).to.deep.equal(['事项名称', '责任认定', '编号'])
    expect(heads.at(-1)).to.equal('认定时间')

    await page.selectOption('#group', { label: '事项名称' })
    await person.follow(() => page.getByRole('button', { name: '查找' }).click())
    expect(await page.locator('.ledger tbody tr').count()).to.equal(3)
    await page.locator('#save-view > summary').click()
    await page.fill('#view-name', '按事项')
    await person.follow(() => page.locator('#save-view button').click())
    await person.open('/cases')
    await person.follow(() => page.getByRole('link', { name: '按事项' }).click())
    expect(await page.inputValue('#group')).to.equal('item')

    await page.locator('#export > summary').click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '.xlsx' }).click(),
    ])
    expect(file.suggestedFilename()).to.equal('台账-2026-04-14.xlsx')
    await person.open('/ledger/exports')
    expect(await page.locator('.ledger tbody tr').count()).to.equal(1)

    await person.open('/flow?from=2026-04-01&to=2026-04-30&againstFrom=2026-03-01&againstTo=2026-03-31')
    await page.getByText('办了1次').first().waitFor()
    await person.follow(() => page.locator('#flow-nodes ~ .ledger-frame a').first().click())
    expect(await page.locator('.ledger-narrowed').innerText()).to.include('办过这一环节的')
    await person.leave()
  })

  it('fits a telephone, and what the office opens anybody can read there', async () => {
    const person = await site.at(phone, site.office.people.supervisor)
    const { page } = person
    await person.open('/cases?columns=item.number.summary')
    expect(await page.locator('.ledger tbody tr').first().locator('th').innerText()).to.include('居住证签注')
    await person.open('/flow?from=2026-04-01&to=2026-04-30')
    expect(await page.locator('.ledger').first().innerText()).to.include('受理审查')
    await person.open('/open-figures/setting')
    await person.follow(() => page.getByRole('button', { name: '公开这些数字' }).click())
    await person.leave()
    const citizen = await site.citizen()
    await citizen.open('/open-figures')
    expect(await citizen.page.locator('main').innerText()).to.include('还没有报送过季度报告')
    await citizen.leave()
  })
})
