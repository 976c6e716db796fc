import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { confirmedCase } from '../features/stages.js'
import * as say from '../features/answers.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, phone, type BrowserOffice, type Person } from './browser-office.js'
import { doTask } from './pages/tasks.js'

describe('A limit passes, in a real browser', function () {
  this.timeout(240_000)
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

  it('the bell leads the department to its work and its paper; it answers; a silent supervisor’s leader decides', async () => {
    const { officer, liaison, supervisor, leader } = site.office.people
    const number = await confirmedCase(site.office)
    await site.office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    // 2026-04-14 + 10 working days, 三月三 left out, is the 30th; the supervisor’s own day is 2026-05-06
    await site.office.passTo('2026-05-06T17:31:00+08:00')

    for (const width of [phone, desk]) {
      const department = await site.at(width, liaison)
      await department.open('/tasks')
      const bell = department.page.locator('.bell')
      expect(await bell.getAttribute('aria-label')).to.match(/^提醒，\d+条未读$/)
      await department.follow(() => bell.click())
      const paper = department.page.getByRole('link', { name: '督办单督〔2026〕1号' })
      await department.follow(() => paper.click())
      expect(await department.page.locator('h1').innerText()).to.equal('部门整改')
      if (width === phone) await answer(department)
      await department.follow(() => department.page.getByRole('link', { name: '查看督办单' }).first().click())
      expect(await department.page.locator('main').innerText())
        .to.include('督〔2026〕1号')
        .and.include('指南周五公布')
      await department.leave()
    }

    const head = await site.at(desk, supervisor)
    await head.open('/notices')
    await head.follow(() => head.page.getByRole('button', { name: '全部标为已读' }).click())
    expect(await head.page.locator('.bell').getAttribute('aria-label')).to.equal('提醒')
    await head.leave()

    for (const width of [phone, desk]) {
      const group = await site.at(width, leader)
      await group.open('/notices')
      await group.follow(() => group.page.getByRole('link', { name: '转由您办理' }).click())
      expect(await group.page.locator('h1').innerText()).to.equal('批示整改反馈')
      if (width === desk)
        await doTask(group, number, '批示整改反馈', {
          处理方式: '责成限期办结',
          批示意见: '请今日向群众反馈。',
        })
      await group.leave()
    }
  })

  async function answer(department: Person): Promise<void> {
    const { page } = department
    await page.locator('.supervision summary').first().click()
    await page.getByLabel('写给负责人').first().fill('指南周五公布，逾期因等区局批复。')
    await department.follow(() => page.getByRole('button', { name: '回复', exact: true }).first().click())
    expect(await page.getByRole('status').first().innerText()).to.include('已回复')
  }
})
