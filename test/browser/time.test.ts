import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, phone, type BrowserOffice } from './browser-office.js'

// every page that somebody comes to is looked over: its width, WCAG 2.2 AA, what the browser complains of
describe('Time is changed at a screen', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  let number: string
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())
  beforeEach(async () => {
    site = await openBrowserOffice(browser)
    number = await confirmedCase(site.office)
    await site.office.complete(number, 'Task_Verdict', site.office.people.officer, say.departmentAtFault)
    await site.office.passTo('2026-04-22T10:00:00+08:00')
  })
  afterEach(() => site.close())

  for (const width of [phone, desk])
    it(`the supervisor stops the clock and lets it run again, at ${width} px`, async () => {
      const supervisor = await site.at(width, site.office.people.supervisor)
      const { page } = supervisor
      await supervisor.open(`/cases/${number}`)
      await supervisor.follow(() => page.getByRole('link', { name: '暂停计时' }).click())
      await page.getByLabel('事由').selectOption({ label: '专家评审' })
      await page.getByLabel('需要几个工作日').fill('10')
      await page.getByLabel('依据').fill('专家评审通知〔2026〕4号')
      await page.getByLabel('告知群众的话').fill('整改方案须经专家评审。')
      await supervisor.follow(() => page.getByRole('button', { name: '暂停计时' }).click())
      expect(await page.locator('.state.is-paused').first().innerText()).to.equal('暂停计时')
      expect(await page.locator('.day-paused').first().innerText()).to.equal('停17天')
      await supervisor.follow(() => page.getByRole('link', { name: '提前恢复' }).click())
      await page.getByLabel('告知群众的话').fill('评审提前结束。')
      await supervisor.follow(() => page.getByRole('button', { name: '恢复计时' }).click())
      expect(await page.locator('.state.is-paused').count()).to.equal(0)
      await supervisor.leave()
    })

  for (const width of [phone, desk])
    it(`the officer gives another day, and both print why it is that day, at ${width} px`, async () => {
      const officer = await site.at(width, site.office.people.officer)
      const { page } = officer
      await officer.open(`/cases/${number}/interim-reply`)
      await page.getByLabel('不能按期办结的原因').fill('系统改造尚未完成。')
      await page.getByLabel('新的答复日期').fill('2026-05-20')
      await page.getByLabel('怎么告知的').selectOption({ label: '电话' })
      await page.getByLabel('告知群众的内容').fill('系统改造5月中旬完成。')
      await officer.follow(() => page.getByRole('button', { name: '提交阶段性答复' }).click())
      const card = page.locator('.deadline', { hasText: '10个工作日内反馈工作结果' })
      await card.locator('summary').click()
      await officer.follow(() => card.getByRole('link', { name: '期限计算说明' }).click())
      expect(await page.locator('.proof').innerText())
        .to.include('原承诺：2026年4月30日（周四）17:30')
        .and.include('officer甲')
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).to.equal(1)
      await officer.leave()

      const citizen = await site.citizen(width)
      await citizen.open('/track')
      await citizen.page.fill('#number', number)
      await citizen.page.fill('#tail', '0101')
      await citizen.follow(() => citizen.page.getByRole('button', { name: '查询' }).click())
      await citizen.page.locator('.deadlines summary', { hasText: '为什么是这一天' }).click()
      await citizen.follow(() => citizen.page.getByRole('link', { name: '期限计算说明' }).click())
      expect(await citizen.page.locator('.proof').innerText())
        .to.include('区政管办')
        .and.not.include('officer甲')
      await citizen.leave()
    })
})

/** How many sheets of paper it takes. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
