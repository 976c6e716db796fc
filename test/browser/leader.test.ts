import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { completeTask, reportPage, workOff } from '../../src/runtime/index.js'
import type { Actor } from '../../src/casework/actor.js'
import * as say from '../features/answers.js'
import { confirmedCase, rectifyAndArchive } from '../features/stages.js'
import { openBrowser } from '../helpers/browser.js'
import { openBrowserOffice, phone, until, type BrowserOffice } from './browser-office.js'

describe('A leader with a telephone', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: BrowserOffice
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
    const { office } = site
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', office.people.officer, say.departmentAtFault)
    await rectifyAndArchive(office, number)
    await office.passTo('2026-07-01T09:00:00+08:00')
    await step(office.people.officer, { sectionOverview: '本季度收到群众反映1件，已经办成。' })
    await step(office.people.supervisor, { approved: 'true' })
    await step(office.people.officer, { sentChannel: '办公系统' })
  })
  after(async () => {
    await site.close()
    await browser.close()
  })

  /** A step of the report on its way to the leader. */
  const step = async (by: Actor, body: Record<string, string>) => {
    const { parts } = site.office
    const [task] = (await reportPage(parts, by, '2026Q2')).openTasks
    await completeTask(parts, by, { taskId: task!.id, revision: task!.revision, body })
    await workOff(parts)
  }

  it('reads the report, looks behind a figure, signs with a remark', async () => {
    const leader = await site.at(phone, site.office.people.leader)
    const { page } = leader
    await leader.open('/reports')
    await leader.follow(() => page.getByRole('link', { name: '2026年第二季度' }).click())
    expect(await page.locator('.quarter-sheet').innerText()).to.include('本季度收到群众反映1件，已经办成。')

    const chart = page.locator('.quarter-chart img').first()
    await chart.scrollIntoViewIfNeeded()
    await until(page, () =>
      page.evaluate<boolean>('document.querySelector(".quarter-chart img").naturalWidth > 0'),
    )
    expect(await page.evaluate('document.querySelector(".quarter-chart img").currentSrc')).to.include(
      '-narrow.svg',
    )

    const received = page.locator('.report-figure', { hasText: '收到' }).getByRole('link')
    await leader.follow(() => received.click())
    expect(await page.locator('h1').innerText()).to.equal('收到：1件')
    expect(await page.locator('tr[data-row]').count()).to.equal(1)
    await leader.follow(() =>
      page.getByRole('navigation').getByRole('link', { name: '2026年第二季度' }).click(),
    )

    await leader.follow(() => page.getByRole('link', { name: '去办理：签收' }).click())
    await page.getByLabel('批示或意见').fill('请巩固整改成果。')
    await leader.follow(() => page.getByRole('button', { name: '提交' }).click())

    await leader.open('/reports/2026Q2')
    const signatures = await page.locator('.quarter-signatures').innerText()
    expect(signatures).to.include('leader甲').and.include('请巩固整改成果。')
    expect(await page.locator('h1 + *').innerText()).to.include('全部签收 1/1')
    await leader.leave()
  })
})
