import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, phone, type BrowserOffice } from './browser-office.js'

describe('试运行, in a real browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
  })
  after(async () => {
    await site.close()
    await browser.close()
  })

  it('is begun, played on by a form and by the clock, and printed', async () => {
    const admin = await site.at(desk, site.office.people.admin)
    const { page } = admin
    const press = (name: string) =>
      admin.follow(() => page.getByRole('button', { name, exact: true }).click())
    await admin.open('/admin/trials/1')
    await page.getByLabel('地点').selectOption({ label: '城中区政务服务中心' }) // where a clerk sits
    await press('开始试运行')
    await admin.follow(() => page.getByRole('link', { name: '填入例子的答案' }).click())
    await press('提交')
    await page.getByRole('heading', { name: '受理审查' }).waitFor()
    await page.locator('[data-bpmn-viewer] .djs-overlay', { hasText: '现在在这里' }).first().waitFor()
    await press('跳到下一个时限')
    expect(await page.locator('.trial-now').innerText()).to.equal('2026年4月15日（周三）08:30')
    await page.getByText('黄牌：“1个工作日内审查（内部）”将到期').waitFor()
    await press('退回一步')
    expect(await page.locator('.trial-now').innerText()).to.equal('2026年4月14日（周二）09:00')
    await admin.follow(() => page.getByRole('link', { name: '打印过程' }).click())
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('流程试运行记录')
    await admin.leave()
  })

  it('fits a phone', async () => {
    const admin = await site.at(phone, site.office.people.admin)
    const { page } = admin
    await admin.open('/admin/trials/1')
    await admin.follow(() => page.getByRole('button', { name: '开始试运行' }).click())
    await admin.follow(() => page.getByRole('button', { name: '过一个工作日' }).click())
    expect(await page.locator('.trial-now').innerText()).to.equal('2026年4月15日（周三）09:00')
    await admin.leave()
  })
})
