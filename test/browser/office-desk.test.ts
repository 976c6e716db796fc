import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.js'
import { desk, openBrowserOffice, type BrowserOffice } from './browser-office.js'
import { readCase } from './pages/case.js'
import { fill } from './pages/form.js'
import { doTask, tasksOf } from './pages/tasks.js'
import { rectifyToArchive } from './pages/rectify.js'

/** Somebody who types every day: strokes in a minute; a Chinese character takes about two and a half of pinyin. */
const strokesAMinute = 200
const strokesOf = (words: string) => words.length + 1.5 * (words.match(/\p{Script=Han}/gu) ?? []).length

// the same forms are looked over, and filled in on other days, by work.test.ts
const unaudited = { audit: false }

// One case over three desks, and how many keys the first of them takes.
describe('A clerk, an officer and a liaison at their desks, in a real browser', function () {
  this.timeout(120_000)
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

  it('a question takes less than ten seconds of typing and becomes a case that shows where it came from', async () => {
    const clerk = await site.at(desk, site.office.people.clerk)
    await clerk.open('/consultations')
    const question = '开小吃店要带什么材料'
    const keys = keyboard(clerk.page)
    await keys.type(question)
    await clerk.follow(() => keys.press('Control+Enter'))
    expect(await clerk.page.locator('tbody').innerText()).to.include(question)
    expect(secondsFor(keys.strokes())).to.be.below(10)
    await clerk.follow(() => clerk.page.getByRole('link', { name: `把“${question}”转为事项` }).click())
    expect(await clerk.page.locator('#description').inputValue()).to.include(question)
    await clerk.leave()
  })

  it('a case takes less than a minute of typing, by keys alone, and goes over three desks to the archive', async () => {
    const { clerk: clerkActor, officer: officerActor, liaison: liaisonActor } = site.office.people
    const clerk = await site.at(desk, clerkActor, unaudited)
    await clerk.open('/register')
    const keys = keyboard(clerk.page)
    await keys.type('食品经营许可')
    await keys.tabTo('department')
    await keys.press('ArrowDown')
    await keys.tabTo('description')
    await keys.type('按指南备齐材料，窗口还要房东声明，跑了三趟')
    await keys.tabTo('contact')
    await keys.type('10000000101')
    await clerk.follow(() => keys.press('Control+Enter'))
    expect(secondsFor(keys.strokes())).to.be.below(60)
    const number = /\d{4}-\d{5}-\d/.exec(clerk.page.url())![0]
    await doTask(clerk, number, '报送政管办', { 群众确认方式: '已在纸质情况说明表上签字' })

    const officer = await site.at(desk, officerActor, unaudited)
    await doTask(officer, number, '受理审查', { 审查结论: '受理：属“办不成事”情形' })
    await doTask(officer, number, '原因分析', {
      '涉及部门（主办在前）': '区市场监督管理局',
      主要原因: 'B2 指南外要求（隐形壁垒）',
      原因说明: '窗口另要房东声明，实施清单没有。',
      依据和佐证: '办事指南第三页',
    })
    const liaison = await site.at(desk, liaisonActor, unaudited)
    await doTask(liaison, number, '部门确认原因', { 本部门意见: '确认：原因属实' })
    await doTask(officer, number, '责任认定', {
      责任认定: '部门责任：清单、流程、政策落实等',
      认定理由: '指南外要求',
    })
    expect(await tasksOf(liaison, number)).to.deep.equal(['部门整改'])
    expect((await readCase(officer, number)).words).to.include('办事指南第三页')
    await rectifyToArchive(number, { liaison, officer })
    expect((await readCase(officer, number)).finished).to.include('End_Archived')
    for (const person of [clerk, officer, liaison]) await person.leave()
  })

  it('an unfinished form is kept on this machine, offered, forgotten when asked and when it has arrived', async () => {
    const clerk = await site.at(desk, site.office.people.clerk)
    const { page } = clerk
    const offer = page.locator('[data-draft-offer]')
    const kept = () =>
      page.evaluate<number>(`Object.keys(localStorage).filter(name => name.includes('register')).length`)
    const write = async () => {
      await fill(page, {
        事项名称: '居住证签注',
        联系电话: '10000000109',
        经过: '网上显示办结，窗口查不到。',
      })
      await page.getByText('草稿已自动保存在这台电脑上').waitFor()
    }
    await clerk.open('/register')
    expect(await offer.isVisible()).to.equal(false)
    await write()
    await clerk.open('/register')
    expect(await page.inputValue('#contact'), 'nobody knows who stands there now').to.equal('')
    await offer.getByRole('button', { name: '清除草稿' }).click()
    expect(await kept()).to.equal(0)
    await write()
    await clerk.open('/register')
    await offer.getByRole('button', { name: '继续填写' }).click()
    expect(await page.inputValue('#contact')).to.equal('10000000109')
    await fill(page, { 涉及部门: '不清楚' })
    expect(await kept()).to.equal(1)
    await clerk.follow(() => page.getByRole('button', { name: '登记，暂不打印' }).click())
    expect(await kept(), 'it has arrived').to.equal(0)
    await clerk.open('/register')
    expect(await offer.isVisible()).to.equal(false)
    await clerk.leave()
  })
})

const secondsFor = (strokes: number) => (strokes / strokesAMinute) * 60

/** The keys of a person who does not touch the mouse, counted. */
function keyboard(page: Page) {
  let strokes = 0
  return {
    strokes: () => strokes,
    async type(words: string) {
      strokes += strokesOf(words)
      await page.keyboard.insertText(words)
    },
    async press(chord: string) {
      strokes += chord.split('+').length
      await page.keyboard.press(chord)
    },
    async tabTo(id: string) {
      for (let tabs = 1; tabs <= 40; tabs += 1) {
        strokes += 1
        await page.keyboard.press('Tab')
        if ((await page.evaluate('document.activeElement?.id')) === id) return
      }
      throw new Error(`No Tab leads to ${id}`)
    },
  }
}
