import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { photo } from '../files/samples.js'
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

  /** Answers what must be answered, up to the photos. */
  async function toFiles() {
    await page.fill('#item', '不动产登记')
    await next()
    await page.selectOption('#place', { label: '城中区政务服务中心' })
    await next()
    await page.locator('.choice:visible', { hasText: '不清楚' }).click()
    for (let skipped = 0; skipped < 5; skipped += 1) await next()
    await page.fill('#description', '跑了三趟。')
    await next()
  }

  /** … up to the list at the end. */
  async function toReview(contact: string) {
    await toFiles()
    await next()
    await next()
    await page.fill('#contact', contact)
    await next()
  }

  it('goes back and forward with the browser and loses nothing', async () => {
    await page.fill('#item', '不动产登记')
    await page.keyboard.press('Enter') // goes on, and does not send the form
    expect(await step()).to.equal('第2步，共12步')
    await page.goBack()
    expect(await step()).to.equal('第1步，共12步')
    expect(await page.inputValue('#item')).to.equal('不动产登记')
    await page.goForward()
    expect(await step()).to.equal('第2步，共12步')
  })

  it('wants an answer where there must be one, and lets the rest be skipped', async () => {
    await next()
    expect(await page.locator('.field-error:visible').innerText()).to.equal('请先回答这一题。')
    expect(await step()).to.equal('第1步，共12步')
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
    expect(await second.locator('.report-progress p').innerText()).to.equal('第2步，共12步')
    expect(await second.inputValue('#item')).to.equal('不动产登记')
    expect(await second.locator('#place option:checked').innerText()).to.equal('城中区政务服务中心')
    await second.getByRole('button', { name: '清空重填' }).click()
    await second.getByText('第1步，共12步').waitFor()
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
    expect(await step()).to.equal('第11步，共12步')
    expect(await page.inputValue('#description')).to.equal('跑了三趟。')
    await page.fill('#contact', '0772-2000106')
    await next()
    expect(await step()).to.equal('第12步，共12步')
    expect(await page.locator('[data-error-summary]:visible').count()).to.equal(0)
    await page.getByRole('button', { name: '提交反映' }).click()
    await page.waitForURL('**/reported/*')
    expect(await page.evaluate('localStorage.length')).to.equal(0)
  })

  it('makes a number unreadable that nobody needs; sends a photo as soon as it is chosen, keeps it with the draft, and says what it does not take', async () => {
    await toFiles()
    await page.goBack()
    await page.fill('#description', '我的身份证是11010519491231002X')
    await page.getByRole('button', { name: '隐去这些号码' }).click()
    expect(await page.inputValue('#description')).to.equal('我的身份证是110****2X')
    await next()
    const files = [
      { name: '门牌.jpg', mimeType: 'image/jpeg', buffer: await photo() },
      { name: '表格.docx', mimeType: 'image/jpeg', buffer: Buffer.from('PK\u0003\u0004 not a picture') },
    ]
    await page.setInputFiles('#files', files)
    await page.locator('.report-files li[data-file]', { hasText: '门牌.jpg' }).waitFor()
    expect(await page.locator('.report-files li[data-failed]').innerText())
      .to.include('表格.docx')
      .and.include('不是照片')
    expect(await page.locator('[data-next]').innerText()).to.equal('下一步')
    // another visit on this device finds it again
    const second = await page.context().newPage()
    await second.goto(`${site.url}/`)
    await second
      .locator('.report-files li[data-file]', { hasText: '门牌.jpg' })
      .waitFor({ state: 'attached' })
    await second.close()
    await page.route('**/report/files', route => route.abort())
    await page.setInputFiles('#files', [{ name: '断网.jpg', mimeType: 'image/jpeg', buffer: await photo() }])
    const lost = page.locator('.report-files li[data-failed]', { hasText: '断网.jpg' })
    await lost.waitFor()
    await page.unroute('**/report/files')
    await lost.getByRole('button').click()
    await page.locator('.report-files li[data-file]', { hasText: '断网.jpg' }).waitFor()
    await next()
    await next()
    await page.fill('#contact', '10000000101')
    await next()
    expect(await page.locator('.report-review').innerText()).to.include('门牌.jpg\n断网.jpg')
    // the line that was cut stands in the browser’s console
    await page.getByRole('button', { name: '提交反映' }).click()
    await page.waitForURL('**/reported/*')
    const number = await page.locator('.arrived-number').innerText()
    const { read } = site.office.parts.store
    const kept = await read.attachments.ofCase((await read.cases.byNumber(number))!.id)
    expect(kept.map(({ name }) => name)).to.deep.equal(['门牌.jpg', '断网.jpg'])
  })

  it('waits for a line to be sent over, and is one case when one goes back and sends it again', async () => {
    await toReview('10000000101')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '提交反映' }).click()
    expect(await page.locator('[data-offline]').innerText()).to.include('现在没有网络')
    await page.context().setOffline(false)
    await send()
    const number = await page.locator('.arrived-number').innerText()
    await page.goBack()
    await page.getByRole('button', { name: '提交反映' }).waitFor()
    await send()
    expect(await page.locator('.arrived-number').innerText()).to.equal(number)
  })
})
