import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { listItems } from '../../src/runtime/index.js'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, type BrowserOffice } from './browser-office.js'

describe('Finding things at the window, in a real browser', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: BrowserOffice
  before(async () => {
    browser = await openBrowser()
    site = await openBrowserOffice(browser)
    const { parts, departments } = site.office
    await listItems(parts, null, [
      { name: '食品经营许可（新办）', aliases: ['餐饮许可证'], departmentId: departments.market },
      { name: '食品经营许可（变更）', aliases: [], departmentId: departments.market },
    ])
  })
  after(async () => {
    await site.close()
    await browser.close()
  })

  it('an item is chosen by its initials with the keys alone, an earlier case is seen while one types and joined', async () => {
    const earlier = await site.office.register()
    const clerk = await site.at(desk, site.office.people.clerk)
    const { page } = clerk
    await clerk.open('/register')
    const item = page.locator('#item')
    await item.pressSequentially('spjyxkxb')
    await page.getByRole('option', { name: '食品经营许可（新办）' }).waitFor()
    expect(await item.getAttribute('aria-expanded')).to.equal('true')
    await item.press('ArrowDown')
    expect(await item.getAttribute('aria-activedescendant')).to.equal('item-offered-0')
    await item.press('Enter')
    expect(await item.inputValue()).to.equal('食品经营许可（新办）')
    expect(await item.getAttribute('aria-expanded')).to.equal('false')
    expect(await page.locator('#department').inputValue()).to.equal(String(site.office.departments.market))

    await page.locator('#contact').fill('10000000101')
    await page.locator('#description').fill('窗口还是要房东声明。')
    await page.getByText('这个电话近一年已登记1件').waitFor()
    await page.getByRole('radio', { name: `登记后并入（并单） ${earlier}` }).check()
    await clerk.follow(() => page.getByRole('button', { name: '登记，暂不打印' }).click())
    await page.getByText(`已并入事项${earlier}`).waitFor()
    await clerk.leave()
  })

  it('a case is found from any page by two characters, and opened with the keys', async () => {
    const officer = await site.at(desk, site.office.people.officer)
    const { page } = officer
    await officer.open('/patterns')
    await page.keyboard.press('/')
    await page.keyboard.type('房东')
    await officer.follow(() => page.keyboard.press('Enter'))
    expect(new URL(page.url()).pathname).to.equal('/search')
    expect(await page.locator('mark').first().innerText()).to.equal('房东')
    await page.keyboard.press('j')
    await officer.follow(() => page.keyboard.press('Enter'))
    expect(new URL(page.url()).pathname).to.match(/^\/cases\//)
    await officer.leave()
  })
})
