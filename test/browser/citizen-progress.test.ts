import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { photo } from '../files/samples.js'
import { openBrowser } from '../helpers/browser.js'
import { openBrowserOffice, phone, type BrowserOffice } from './browser-office.js'

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
})
