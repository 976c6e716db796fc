import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.js'
import { faultsOf } from '../helpers/page-audit.js'
import * as say from '../features/answers.js'
import { desk, openBrowserOffice, phone, type BrowserOffice, type Person } from './browser-office.js'

/** What is promised: what one does the other sees within two seconds. */
const promised = 2000

describe('The live board, in two real browsers', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: BrowserOffice
  let numbers: string[]
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())
  beforeEach(async () => {
    site = await openBrowserOffice(browser)
    numbers = [await site.office.register(), await site.office.register()]
    await site.office.passTo('2026-04-15T17:31:00+08:00')
  })
  afterEach(() => site.close())

  const atTheBoard = async (width: number): Promise<Person> => {
    const person = await site.at(width, site.office.people.supervisor)
    await person.open('/watch')
    await says(person.page, '实时')
    return person
  }

  it('what one supervisor does the other sees within two seconds, without a reload', async () => {
    const [one, other] = [await atTheBoard(desk), await atTheBoard(phone)]
    await other.page.evaluate('window.stillHere = true')
    const line = row(one.page, numbers[0])
    const before = await timesUrged(row(other.page, numbers[0]))
    await line.getByRole('button', { name: /^催办/ }).click()
    await row(other.page, numbers[0])
      .getByText(`已催办${before + 1}次`)
      .waitFor({ timeout: promised })
    await one.page.getByText('已催办1件，记入办理记录。').waitFor()
    expect(await other.page.evaluate('window.stillHere'), 'no reload').to.equal(true)
    await one.leave()
    await other.leave()
  })

  it('many are ticked and pressed for at once, on a phone', async () => {
    const person = await atTheBoard(phone)
    const { page } = person
    const bar = page.locator('#acting')
    expect(await bar.isVisible(), 'nothing ticked').to.equal(false)
    await page.locator('section', { hasText: '红牌：已逾期' }).getByRole('button', { name: /^全选/ }).click()
    await bar.getByText('已选2件').waitFor()
    expect(await faultsOf(page), 'with the bar up').to.deep.equal([])
    await bar.getByLabel('写给经办人的话').fill('请今天报送。')
    await bar.getByRole('button', { name: '督办（发督办单）' }).dblclick()
    await bar.getByText('已督办2件，发出督办单。').waitFor()
    const supervised = await site.office.parts.store.read.supervisions.ofCase(1)
    expect(supervised.filter(({ by }) => by !== null)).to.have.lengthOf(1)
    expect(supervised.at(-1)).to.include({ kind: 'supervise', message: '请今天报送。' })
    await person.leave()
  })

  it('a task is given to another from its line', async () => {
    const [first = ''] = numbers
    await site.office.complete(first, 'Task_HandOver', site.office.people.clerk, say.handOver)
    const person = await atTheBoard(desk)
    const { page } = person
    await page.locator('#watch-unassigned').scrollIntoViewIfNeeded()
    await page
      .locator('.watch-row', { hasText: '受理审查' })
      .getByRole('link', { name: /^改派/ })
      .first()
      .click()
    const choice = page.getByLabel('改派给')
    expect(await choice.evaluate('document.activeElement.id')).to.equal('to')
    await choice.selectOption({ label: 'otherOfficer甲' })
    await page.locator('#message').fill('原经办人请假')
    await page.locator('#acting').getByRole('button', { name: '改派' }).click()
    await page.getByText('已改派1件，记入办理记录。').waitFor()
    await page.getByText('受理审查 · otherOfficer甲').first().waitFor()
    await person.leave()
  })

  it('what one is about survives what others do: words half typed, ticks, the focus, what is open', async () => {
    const person = await atTheBoard(desk)
    const { page } = person
    await row(page, numbers[1]).getByRole('checkbox').check()
    const table = page.locator('details', { hasText: '用表格看' }).first()
    await table.locator('summary').click()
    const message = page.getByLabel('写给经办人的话')
    await message.fill('请尽快')
    const third = await site.office.register()
    await page.locator('.watch-brief, .watch-row', { hasText: third }).first().waitFor()
    expect(await message.inputValue()).to.equal('请尽快')
    expect(await page.evaluate('document.activeElement.id')).to.equal('message')
    expect(await row(page, numbers[1]).getByRole('checkbox').isChecked()).to.equal(true)
    expect(await table.getAttribute('open')).to.not.equal(null)
    expect(await page.locator('.diagram svg').count(), 'the diagram was not drawn anew').to.be.above(0)
    await page.locator('.diagram-badge', { hasText: '3件' }).waitFor()
    await person.leave()
  })

  it('says when the line is cut, and is right again when it is back', async () => {
    const person = await site.at(desk, site.office.people.supervisor)
    const { page } = person
    await page.goto(`${site.url}/watch`)
    await says(page, '实时')
    await page.context().setOffline(true)
    await says(page, '连接中断，正在重新连接…')
    const third = await site.office.register()
    expect(await page.getByText(third).count()).to.equal(0)
    await page.context().setOffline(false)
    await says(page, '实时')
    await page.getByText(third).first().waitFor()
    await person.leave()
  })

  it('asks who was signed out elsewhere to sign in again, in words', async () => {
    const person = await site.at(desk, site.office.people.supervisor)
    const { page } = person
    await page.goto(`${site.url}/watch`)
    await says(page, '实时')
    await page.context().clearCookies()
    await site.office.register()
    await says(page, '连接已断开，请重新登录')
    expect(await page.getByRole('link', { name: '重新登录' }).getAttribute('href')).to.equal(
      '/sign-in?next=%2Fwatch',
    )
    await person.leave()
  })

  it('works as a page does without a script', async () => {
    const person = await site.at(desk, site.office.people.supervisor, { script: false })
    const { page } = person
    await page.goto(`${site.url}/watch`)
    await page.locator('.watch-row.is-red').getByRole('checkbox').first().check()
    await page.getByLabel('写给经办人的话').fill('请今天报送。')
    await page.locator('#acting').getByRole('button', { name: '催办' }).click()
    await page.getByText('已催办1件，记入办理记录。').waitFor()
    // Enter in a box sends the form, as browsers have it, and presses for nothing that nobody meant
    const before = await page.locator('.watch-row.is-red').allInnerTexts()
    const sent = page.waitForResponse(answer => answer.request().method() === 'POST')
    await page.locator('.watch-row.is-red').getByRole('checkbox').first().press('Enter')
    expect((await sent).status()).to.equal(303)
    await page.waitForLoadState()
    expect(await page.locator('.watch-row.is-red').allInnerTexts()).to.deep.equal(before)
    await person.leave()
  })
})

function row(page: Page, number = '') {
  return page.locator('.watch-row.is-red', { hasText: number }).first()
}

async function timesUrged(line: ReturnType<typeof row>): Promise<number> {
  return Number(/已催办(\d+)次/.exec(await line.innerText())?.[1] ?? 0)
}

/** Waits until the line above the board says so. */
async function says(page: Page, words: string): Promise<void> {
  await page.locator('[data-live]', { hasText: words }).waitFor()
}
