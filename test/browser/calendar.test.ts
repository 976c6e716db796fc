import path from 'node:path'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { workOff } from '../../src/runtime/index.js'
import { openBrowser } from '../helpers/browser.js'
import { armMany } from '../helpers/many-deadlines.js'
import { desk, openBrowserOffice, phone, until, type BrowserOffice } from './browser-office.js'
import { fill } from './pages/form.js'

const announced2027 = path.join(import.meta.dirname, '../features/fixtures/calendar-2027.csv')

// An administrator at a desk, and the same on a phone: click a day, look at what moves, save, see it counted, see what moved.
describe('The calendar, in a real browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())
  beforeEach(async () => {
    site = await openBrowserOffice(browser)
  })
  afterEach(() => site.close())

  for (const width of [desk, phone])
    it(`is changed by clicking a day, at ${width} px`, async () => {
      await armMany(site.office, 120, '2026-04-14')
      const admin = await site.at(width, site.office.people.admin)
      const { page } = admin
      await admin.open('/admin/calendar')
      await admin.follow(() => page.getByRole('link', { name: '2026年4月16日（周四） 工作日' }).click())
      const source = '防汛指挥部通知（测试）'
      await fill(page, { 这一天: '放假', 谁安排的: '本地', 名称: '台风停工', 依据的文件: source })
      await admin.follow(() => page.getByRole('button', { name: '加入这次改动' }).click())
      expect(await page.locator('.day-touched').last().getAttribute('aria-label')).to.include('尚未保存')

      await admin.follow(() => page.getByRole('link', { name: '预览：哪些期限会变' }).click())
      expect(await page.locator('h2#moves').innerText()).to.match(/会变的期限（\d+个）/)
      await admin.follow(() => page.getByRole('link', { name: '下一页' }).click())
      await fill(page, { 为什么改: '台风停工一天' })
      await admin.follow(() => page.getByRole('button', { name: '确认保存' }).click())
      expect(await page.locator('[data-progress-words]').innerText()).to.include('马上开始重算')
      // the page asks by itself how far it is, and shows what moved when it is done
      await admin.follow(() => workOff(site.office.parts))
      expect(await page.locator('h1').innerText()).to.include('台风停工一天')
      expect(await page.locator('.page-header').innerText()).to.include('已生效')
      expect(await page.locator('h2#moves').innerText()).to.match(/变动的期限（\d{2,}个）/)
      await admin.leave()
    })

  it('takes a year from a file of the computer, which is shown before it is sent', async () => {
    const admin = await site.at(desk, site.office.people.admin)
    const { page } = admin
    await admin.open('/admin/calendar/import')
    await page.locator('input[type="file"]').setInputFiles(announced2027)
    await until(page, async () => (await page.locator('textarea').inputValue()).includes('2027-10-01'))
    await admin.follow(() => page.getByRole('button', { name: '下一步：预览' }).click())
    expect(await page.locator('main').innerText()).to.include('国家2027年的安排记为已公布')
    await admin.open('/admin/calendar?year=2027')
    expect(await page.locator('.drafting h2').innerText()).to.include('尚未保存')
    await admin.leave()
  })

  it('can be read and arranged without a script', async () => {
    const admin = await site.at(phone, site.office.people.admin)
    await admin.page.context().route('**/*.js', request => request.abort())
    const { page } = admin
    await page.goto(new URL('/admin/calendar?year=2026&day=2026-04-16#arrange', await originOf(site)).href)
    await fill(page, { 这一天: '放假', 名称: '停电', 依据的文件: '供电局通知（测试）' })
    await page.getByRole('button', { name: '加入这次改动' }).click()
    await page.waitForURL(/year=2026$/)
    expect(await page.locator('.drafting').innerText()).to.include('停电')
    await page.context().close()
  })
})

/** Where the site is: asked of a person who has opened a page of it. */
async function originOf(site: BrowserOffice): Promise<string> {
  const citizen = await site.citizen()
  await citizen.open('/track')
  const { origin } = new URL(citizen.page.url())
  await citizen.leave()
  return origin
}
