import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { person, startSite, type Site } from '../helpers/app.js'
import { openBrowser } from '../helpers/browser.js'
import { complaintsOf, faultsOf } from '../helpers/page-audit.js'
import { route } from '../../src/http/route-table.js'
import { gallery, galleryNames, galleryViews } from '../http/gallery/pages.js'

const pictures = path.join(import.meta.dirname, '../../.tmp/look')

describe('every part, in a real browser', function () {
  this.timeout(120_000)
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  before(async () => {
    mkdirSync(pictures, { recursive: true })
    browser = await openBrowser({ webFonts: true })
    site = await startSite({
      views: [galleryViews],
      pages: [
        gallery,
        (routes, sessions) => {
          route(routes, 'get', '/in', 'public', async (request, response) => {
            await sessions.start(request, response, person('officer'))
            response.redirect(303, '/gallery/work')
          })
        },
      ],
    })
    site.sessions.people.set(1, person('officer'))
  })
  after(async () => {
    await browser.close()
    await site.stop()
  })

  const open = async (width: number) => {
    const height = width < 500 ? 740 : 900
    context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
    page = await context.newPage()
    complaints = complaintsOf(page)
  }
  const see = async (address: string) => {
    await page.goto(site.url + address)
    await page.evaluate('document.fonts.ready.then(() => true)')
    // a diagram is drawn when the page is there already, and then told where the case stands
    if ((await page.locator('[data-bpmn-viewer]').count()) > 0)
      await page.locator('.diagram-badge').first().waitFor()
  }
  afterEach(() => context.close())

  for (const width of [360, 1280])
    for (const name of galleryNames)
      it(`${name} at ${width} px keeps to its width, to the policy, and is accessible`, async () => {
        await open(width)
        if (name !== 'gallery/public') await see('/in')
        await see(`/${name}`)
        const picture = path.join(pictures, `${name.replace('/', '-')}-${width}.png`)
        await page.screenshot({ path: picture, fullPage: true })
        expect(await faultsOf(page)).to.deep.equal([])
        expect(complaints).to.deep.equal([])
      })

  it('large type is one click, on every page after it', async () => {
    await open(360)
    await see('/gallery/public')
    const size = () => page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)')
    expect(await size()).to.equal(16)
    await page.getByRole('button', { name: '长辈版' }).click()
    await page.waitForLoadState()
    expect(await size()).to.equal(22)
    expect(await faultsOf(page)).to.deep.equal([])
  })

  it('a field shows when the diagram says so, and only then is sent', async () => {
    await open(1280)
    await see('/gallery/public')
    const visits = page.locator('#visits')
    expect(await visits.isVisible()).to.equal(false)
    expect(await visits.isDisabled()).to.equal(true)
    await page.getByText('跑了多次没有结果').click()
    expect(await visits.isVisible()).to.equal(true)
    await page.getByText('窗口没有受理', { exact: true }).click()
    expect(await visits.isVisible()).to.equal(false)
  })

  it('an ID number in a text is pointed out while it can be taken out', async () => {
    await open(360)
    await see('/gallery/public')
    await page.fill('#description', '我的身份证号是450202199001011234')
    expect(await page.getByText('好像有身份证号').isVisible()).to.equal(true)
    await page.fill('#description', '电话是13800005678')
    expect(await page.getByText('好像有身份证号').isVisible()).to.equal(false)
  })

  it('a department is ticked by choosing it as lead', async () => {
    await open(1280)
    await see('/gallery/public')
    const row = page.locator('.choice-row', { hasText: '不动产登记中心' })
    await row.getByText('主办').click()
    expect(await row.getByRole('checkbox').isChecked()).to.equal(true)
  })

  it('the diagram shows where the case stands, in words', async () => {
    await open(1280)
    await see('/in')
    await see('/gallery/case')
    expect(await page.locator('.diagram-badge').textContent()).to.equal('现在在这里：市场监督管理局')
    expect(await page.locator('.djs-shape.is-standing').count()).to.equal(1)
    expect(await page.locator('.bjs-powered-by').isVisible()).to.equal(true)
    await page.locator('.diagram svg[tabindex="0"]').focus()
    const place = () => page.locator('.djs-container .viewport').getAttribute('transform')
    const before = await place()
    await page.getByRole('button', { name: '放大' }).click()
    expect(await place()).not.to.equal(before)
  })

  it('the keys of the house: j and k along the rows, / searches, ? tells', async () => {
    await open(1280)
    await see('/in')
    const focused = () => page.evaluate<string>('document.activeElement.textContent')
    await page.keyboard.press('j')
    expect(await focused()).to.equal('反馈工作结果')
    await page.keyboard.press('j')
    expect(await focused()).to.equal('电话答复群众')
    await page.keyboard.press('k')
    expect(await focused()).to.equal('反馈工作结果')
    await page.keyboard.press('?')
    expect(await page.getByRole('heading', { name: '键盘快捷键' }).isVisible()).to.equal(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    expect(await page.evaluate<string>('document.activeElement.name')).to.equal('q')
  })

  it('without a script every field is there', async () => {
    context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    page = await context.newPage()
    await page.goto(`${site.url}/gallery/public`)
    expect(await page.locator('#visits').isVisible()).to.equal(true)
  })
})
