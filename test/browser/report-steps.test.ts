import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.js'
import { openBrowserOffice, type BrowserOffice, type Person } from './browser-office.js'

describe('The report a question at a time, on a phone', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  let citizen: Person
  let page: Page
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })
  beforeEach(async () => {
    citizen = await site.citizen()
    page = citizen.page
    await citizen.open('/')
  })
  afterEach(() => citizen.leave())

  const next = () => page.locator('[data-next]').click()
  const step = () => page.locator('.report-progress p').innerText()
  const send = () => citizen.follow(() => page.getByRole('button', { name: '提交反映' }).click())

  /** Answers what must be answered, up to the list at the end. */
  async function toReview(contact: string) {
    await page.fill('#item', '不动产登记')
    await next()
    await page.selectOption('#place', { label: '城中区政务服务中心' })
    await next()
    await page.locator('.choice:visible', { hasText: '不清楚' }).click()
    for (let skipped = 0; skipped < 5; skipped += 1) await next()
    await page.fill('#description', '跑了三趟。')
    await next()
    await next()
    await page.fill('#contact', contact)
    await next()
  }

  it('goes back and forward with the browser and loses nothing', async () => {
    await page.fill('#item', '不动产登记')
    await page.keyboard.press('Enter') // goes on, and does not send the form
    expect(await step()).to.equal('第2步，共11步')
    await page.goBack()
    expect(await step()).to.equal('第1步，共11步')
    expect(await page.inputValue('#item')).to.equal('不动产登记')
    await page.goForward()
    expect(await step()).to.equal('第2步，共11步')
  })

  it('wants an answer where there must be one, and lets the rest be skipped', async () => {
    await next()
    expect(await page.locator('.field-error:visible').innerText()).to.equal('请先回答这一题。')
    expect(await step()).to.equal('第1步，共11步')
    await page.fill('#item', '不动产登记')
    expect(await page.locator('.field-error:visible').count()).to.equal(0)
    await toReview('10000000101')
    const list = await page.locator('.report-review').innerText()
    expect(list).to.include('城中区政务服务中心').and.to.include('跑了三趟。').and.to.include('没有填')
  })

  it('offers only the windows of the chosen place', async () => {
    await page.fill('#item', '不动产登记')
    await next()
    await page.selectOption('#place', { label: '潭中街道政务服务中心' })
    expect(await page.locator('#window option').allInnerTexts()).not.to.include('06号窗口')
    await page.selectOption('#place', { label: '城中区政务服务中心' })
    expect(await page.locator('#window option').allInnerTexts()).to.include('06号窗口')
  })

  it('finds again what was not finished, and forgets it when told to', async () => {
    await page.fill('#item', '不动产登记')
    await next()
    await page.selectOption('#place', { label: '城中区政务服务中心' })
    const second = await citizen.page.context().newPage()
    await second.goto(page.url())
    expect(await second.locator('.report-progress p').innerText()).to.equal('第2步，共11步')
    expect(await second.inputValue('#item')).to.equal('不动产登记')
    expect(await second.locator('#place option:checked').innerText()).to.equal('城中区政务服务中心')
    await second.getByRole('button', { name: '清空重填' }).click()
    await second.getByText('第1步，共11步').waitFor()
    expect(await second.inputValue('#item')).to.equal('')
    expect(await second.inputValue('[name=submissionId]')).not.to.equal(
      await page.inputValue('[name=submissionId]'),
    )
  })

  it('leads to what the server refused and back to the list, and keeps no draft of what has arrived', async () => {
    await toReview('2000106')
    // the refusal is a 422, which a browser puts down in its console
    await page.getByRole('button', { name: '提交反映' }).click()
    await page.locator('[data-error-summary]').waitFor()
    expect(await step()).to.equal('第10步，共11步')
    expect(await page.inputValue('#description')).to.equal('跑了三趟。')
    await page.fill('#contact', '0772-2000106')
    await next()
    expect(await step()).to.equal('第11步，共11步')
    expect(await page.locator('[data-error-summary]:visible').count()).to.equal(0)
    await page.getByRole('button', { name: '提交反映' }).click()
    await page.waitForURL('**/reported/*')
    expect(await page.evaluate('localStorage.length')).to.equal(0)
  })

  it('is one case when one goes back from its number and sends it again', async () => {
    await toReview('10000000101')
    await send()
    const number = await page.locator('.arrived-number').innerText()
    await page.goBack()
    await page.getByRole('button', { name: '提交反映' }).waitFor()
    await send()
    expect(await page.locator('.arrived-number').innerText()).to.equal(number)
  })
})
