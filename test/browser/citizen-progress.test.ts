import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { photo } from '../files/samples.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, phone, type BrowserOffice } from './browser-office.js'

describe('The page of one’s own case, on a phone', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  for (const script of [true, false])
    it(`takes a photo and a rating, ${script ? 'with' : 'without'} a script`, async () => {
      const { office } = site
      const { officer, liaison } = office.people
      const number = await confirmedCase(office)
      await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
      await office.complete(number, 'Task_Rectify', liaison, say.rectified)
      await office.complete(number, 'Task_Verify', officer, say.passedCheck)
      await office.complete(number, 'Task_Feedback', officer, say.feedback)
      await office.complete(number, 'Task_FollowUp', officer, say.done)

      const citizen = await site.at(phone, null, { script })
      const { page } = citizen
      const press = (name: string) => citizen.follow(() => page.getByRole('button', { name }).click())
      await citizen.open(`/track?number=${number}`)
      await page.fill('#tail', '0101')
      await press('查询')
      await page.fill('#words', '门口的通知。')
      await page.setInputFiles('#files', {
        name: '通知.jpg',
        mimeType: 'image/jpeg',
        buffer: await photo({ width: 640, height: 480 }),
      })
      const small = page.waitForResponse(/\/small$/)
      await press('提交补充')
      await page.locator('.files a', { hasText: '通知.jpg' }).waitFor()
      expect((await small).status(), 'its small picture is seen').to.equal(200)
      await page.getByText('非常满意', { exact: true }).click()
      await press('提交评价')
      expect(await page.locator('#rating').innerText()).to.include('您的评价：非常满意')
      expect(await page.locator('h1 + .state, .state').first().innerText()).to.include('归档')
      await citizen.leave()
    })

  it('leads to what is kept of oneself, and to having it put right; the office answers', async () => {
    const { office } = site
    const number = await office.register()
    const citizen = await site.at(phone, null)
    const { page } = citizen
    const press = (name: string) => citizen.follow(() => page.getByRole('button', { name }).click())
    await citizen.open('/privacy')
    await citizen.open(`/track?number=${number}`)
    await page.fill('#tail', '0101')
    await press('查询')
    await citizen.follow(() => page.getByRole('link', { name: '我的个人信息' }).click())
    const correct = page.locator('#correct')
    await page.fill('#contact', '0772-2000106')
    await citizen.follow(() => correct.getByRole('button').click())
    await citizen.follow(() => page.getByRole('link', { name: '查看保存的内容' }).click())
    expect(await page.locator('main').innerText()).to.include('100****0101')
    await page.fill('#contact', '10000000101')
    await press('显示全部')
    expect(await page.locator('main').innerText()).to.include('覃小梅')

    const officer = await site.at(desk, office.people.officer)
    const desktop = officer.page
    await officer.open('/tasks')
    await officer.follow(() => desktop.getByRole('link', { name: '去答复' }).click())
    await officer.follow(() => desktop.getByRole('link', { name: '更正、补充' }).click())
    expect(await desktop.locator('[name=proof]').first().isVisible(), 'asked when it is granted').to.equal(
      false,
    )
    await desktop.getByText('同意，按上面的内容更正').click()
    await desktop.getByText('拨打登记的原号码，由本人接听确认').click()
    await desktop.fill('#answer', '已更正。')
    await officer.follow(() => desktop.getByRole('button', { name: '答复' }).click())
    await officer.open(`/cases/${number}/person`)
    expect(await desktop.locator('main').innerText()).to.include('0772-***0106')
    await officer.leave()

    await page.goto(`${site.url}/track/${number}/rights`)
    expect(page.url(), 'the old key opens nothing').to.include('/track?number=')
    await page.fill('#tail', '0106')
    await press('查询')
    expect(await page.locator('main').innerText()).to.include('已更正。')
    await citizen.leave()
  })
})
