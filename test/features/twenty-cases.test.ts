import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Role } from '../../src/casework/role.js'
import { someone } from '../../src/play/cast.js'
import { databaseFile } from '../../src/main.js'
import { closeDatabase, openDatabase } from '../../src/store/index.js'
import { temporaryFolder } from '../helpers/database.js'
import { inFiles, lyingOpen } from '../helpers/lying-open.js'
import { openCity, type City } from '../helpers/twenty-cases.js'
import type { Visitor } from '../helpers/visitor.js'

/**
 * The twenty cases of the project, each from the window (or the sofa) to its end as its file expects, by posting forms
 * and reading pages. They come one after another to one office; the dates were counted by hand: 三月三 is on
 * 2026-04-17 and 20, the first of May from 1 to 5, and Saturday 2026-05-09 is worked.
 */
describe('The twenty cases, told through the pages', function () {
  this.timeout(60_000)
  let city: City
  let folder: string
  before(async () => {
    folder = await temporaryFolder()
    city = await openCity('2026-04-12T21:40:00+08:00', folder)
  })
  after(() => city.close())

  it('12 a citizen reports on a Sunday night; the department disputes, the office upholds', async () => {
    const number = await city.report(12)
    expect(await tracked(number, 12)).to.contain('2026年4月12日（周日）登记')
    await city.passTo('2026-04-13T09:00:00+08:00')
    await city.workUntil(number, '异议裁定')
    expect(await seen('officer', `/cases/${number}`), 'the objection and its reason').to.contain('有异议')
    await city.work(number, '异议裁定')
    await city.workUntil(number, '部门整改')
    expect(await tracked(number, 12)).to.contain('2026年4月29日')
    await city.workUntil(number, null)
    expect(await endOf(number)).to.equal('End_Archived')
  })

  it('1 the window asked for more than the guide: ten working days, the demand is taken out', async () => {
    const number = await city.report(1)
    await city.workUntil(number, '部门整改')
    expect(await tracked(number, 1)).to.contain('2026年4月29日（周三）17:30前')
    await city.work(number, '部门整改')
    const check = await seen('officer', `/cases/${number}`)
    expect(check).to.contain('实施清单').and.to.contain('整改前').and.to.contain('防止复发措施')
    await city.workUntil(number, null)
    const page = await seen('officer', `/cases/${number}`)
    expect(page).to.contain('B2 指南外要求').and.to.contain('隐形壁垒').and.to.contain('已办成')
  })

  it('2 the citizen lacked a paper: the phone within three working days, with the list', async () => {
    const number = await city.report(2)
    await city.workUntil(number, '电话答复并解释')
    expect(await tracked(number, 2)).to.contain('2026年4月16日（周四）17:30前')
    await city.work(number, '电话答复并解释')
    expect(await tracked(number, 2), 'what was said')
      .to.contain('把需要的材料逐项念给群众听')
      .and.to.contain('需要您补齐的 按办事指南所列补齐：材料缺失')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ verdict: 'citizen', outcome: 'done', contactFailed: false })
  })

  it('3 history is to blame: another day is given before the day, and the figures keep the promise', async () => {
    const number = await city.report(3)
    await city.workUntil(number, '反馈工作结果')
    await city.work(number, '反馈工作结果')
    const page = await tracked(number, 3)
    expect(page).to.contain('2026年5月13日')
    expect(await seen('officer', `/cases/${number}`)).to.contain(
      '已作阶段性答复：原承诺2026年4月29日（周三），现改为2026年5月13日（周三）',
    )
    await city.workUntil(number, '协调后续办理')
    expect(await seen('officer', `/cases/${number}`)).to.contain('协调后续办理')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ verdict: 'objective', outcome: 'notDone' })
  })

  it('4 two platforms do not agree: ten working days, with the screenshot; the name stays masked', async () => {
    const number = await city.report(4)
    const clerk = someone(city.cast, 'clerk', city.cast.placeIds.get(city.script(4).place) ?? 0)!
    const window = await city.as(clerk)
    await window.get(`/cases/${number}`)
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c8102e' } })
      .png()
      .toBuffer()
    const fields = { kind: 'material', note: '网上显示“办结”的截图' }
    const sent = await window.upload(`/cases/${number}/files`, fields, [
      { field: 'files', name: '截图.png', content: picture },
    ])
    expect(sent.status).to.equal(303)
    const page = await seen('officer', `/cases/${number}`)
    expect(page).to.contain('网上显示“办结”的截图')
    expect(page).to.not.contain('阿依古丽·买买提')
    await city.workUntil(number, '部门整改')
    expect(await tracked(number, 4)).to.contain('2026年4月29日')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ verdict: 'objective', cause: 'C2' })
  })

  it('5 two windows, two answers: the wording is settled and put into the guide', async () => {
    const number = await city.report(5)
    await city.workUntil(number, null)
    const page = await seen('officer', `/cases/${number}`)
    expect(page).to.contain('政策落实口径').and.to.contain('李*').and.to.not.contain('李㙍')
    expect(await row(number)).to.include({ cause: 'B4', reporterName: '李㙍' })
  })

  it('6 nobody answers three times on two days: a visit instead, in time, counted apart', async () => {
    const number = await city.report(6)
    await city.workUntil(number, '电话答复并解释')
    await city.work(number, '电话答复并解释')
    await city.work(number, '电话答复并解释')
    expect(await city.open(number), 'twice on one day is not enough').to.deep.equal(['电话答复并解释'])
    await city.work(number, '电话答复并解释')
    expect(await city.open(number), 'nor three times').to.deep.equal(['电话答复并解释'])
    await city.passTo('2026-04-14T09:00:00+08:00')
    await city.work(number, '电话答复并解释')
    expect(await city.open(number)).to.deep.equal(['书面或短信告知'])
    await city.work(number, '书面或短信告知')
    expect(await row(number)).to.include({ contactFailed: true })
    expect(await seen('officer', `/cases/${number}`))
      .to.contain('上门')
      .and.to.contain('未接')
    await city.workUntil(number, null)
  })

  it('7 two departments push it to and fro: one leads, one assists and disputes, the office decides', async () => {
    const number = await city.report(7)
    await city.workUntil(number, '异议裁定')
    const page = await seen('officer', `/cases/${number}`)
    expect(page)
      .to.match(/区城市管理局\s+主办/)
      .and.to.match(/区住房和城乡建设局\s+协办/)
    await city.workUntil(number, '部门整改')
    const task = await onlyTask(number)
    expect(task.departmentId, 'the lead rectifies').to.equal(city.cast.departmentIds.get('区城市管理局'))
    await city.workUntil(number, null)
    expect(await endOf(number)).to.equal('End_Archived')
  })

  for (const no of [8, 19]) {
    it(`${no} both have a part in it: three days to explain and ten to do it, side by side`, async () => {
      const number = await city.report(no)
      await city.workUntil(number, '电话答复并解释')
      expect(await city.open(number)).to.have.members(['电话答复并解释', '部门整改'])
      const page = await tracked(number, no)
      expect(page).to.contain('2026年4月21日').and.to.contain('2026年4月30日')
      await city.work(number, '电话答复并解释')
      expect(await city.open(number), 'the other goes on').to.deep.equal(['部门整改'])
      await city.workUntil(number, null)
      expect(await row(number)).to.include({ verdict: 'mixed' })
    })
  }

  it('9 the day has passed and the law knows no other: explained within three days, not the citizen’s fault', async () => {
    const number = await city.report(9)
    await city.workUntil(number, '电话答复并解释')
    expect(await tracked(number, 9)).to.contain('2026年4月21日')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ verdict: 'notPermitted', outcome: 'impossible' })
    expect(await seen('officer', `/cases/${number}`)).to.contain('依法不能办')
  })

  it('10 a signature nobody wrote of: the department carries it round itself, before and after on record', async () => {
    const number = await city.report(10)
    await city.workUntil(number, '政管办核验')
    expect(await seen('officer', `/cases/${number}`))
      .to.contain('整改前')
      .and.to.contain('整改后')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ cause: 'B1', outcome: 'done' })
  })

  it('16 five visits for two systems that do not agree: ten working days, 多次跑动', async () => {
    const number = await city.report(16)
    await city.workUntil(number, '部门整改')
    expect(await seen('officer', `/cases/${number}`)).to.contain('跑了5趟')
    expect(await tracked(number, 16)).to.contain('2026年4月30日')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ verdict: 'objective', cause: 'C1', visits: 5 })
  })

  it('18 the complaint is about the window’s people: somebody else analyses it', async () => {
    const number = await city.report(18)
    const stored = await row(number)
    expect(stored).to.include({ aboutOffice: true })
    const analyst = await city.work(number, '报送政管办').then(async () => {
      await city.work(number, '受理审查')
      return city.work(number, '原因分析')
    })
    expect(analyst.accountId).to.not.equal(stored?.registrarId)
    expect(await seen('officer', `/cases/${number}`)).to.contain('反映本机构')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ cause: 'B7' })
  })

  it('14 only a question: ten seconds at the window, and no case', async () => {
    const { description, item, place } = city.script(14)
    const window = await city.as(someone(city.cast, 'clerk', city.cast.placeIds.get(place) ?? 0)!)
    await window.get('/consultations')
    const asked = { question: description, itemName: item, answer: '身份证、户口簿和一寸照片。' }
    expect((await window.post('/consultations', asked)).status).to.equal(303)
    expect(textOf((await window.get('/consultations')).body)).to.contain(description)
    expect(await seen('officer', '/cases'), 'the ledger').to.not.contain(item)
  })

  it('15 water from upstairs: not the office’s matter, said why, and where to go', async () => {
    const number = await city.report(15)
    await city.workUntil(number, null)
    expect(await endOf(number)).to.equal('End_OutOfScope')
    expect(await tracked(number, 15))
      .to.contain('12348')
      .and.to.contain('人民调解')
  })

  it('11 nothing for 28 days, and nothing in the ten: red, a paper to the department, the supervisor acts', async () => {
    const number = await city.report(11)
    await city.workUntil(number, '部门整改')
    expect(await tracked(number, 11)).to.contain('2026年4月30日（周四）17:30前')
    await city.passTo('2026-05-06T09:00:00+08:00')
    expect(await seen('supervisor', '/watch'))
      .to.contain(number)
      .and.to.contain('红牌')
    await city.work(number, '督办整改反馈')
    expect(await seen('supervisor', `/cases/${number}`)).to.contain('督办单')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ cause: 'B6', agentName: '谢建国（父亲）' })
  })

  it('13 a certificate nobody can give: each department confirms, the demand is dropped', async () => {
    const number = await city.report(13)
    await city.workUntil(number, '部门确认原因')
    expect(await city.open(number)).to.deep.equal(['部门确认原因', '部门确认原因'])
    await city.workUntil(number, '部门整改')
    expect(await tracked(number, 13), 'Saturday the 9th is worked').to.contain('2026年5月19日')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ cause: 'B2', hiddenBarrier: true })
  })

  it('17 four months later the same demand is back: suspected at once, confirmed, in the quarter’s report', async () => {
    await city.passTo('2026-08-13T09:00:00+08:00')
    const number = await city.report(17)
    expect(await seen('officer', `/cases/${number}`)).to.contain('疑似复发')
    await city.workUntil(number, null)
    expect(await row(number)).to.include({ recurrence: 'confirmed' })
    await city.passTo('2026-10-09T09:00:00+08:00')
    expect(await seen('officer', '/reports/2026Q3')).to.match(/确认复发\D{0,40}1/)
  })

  it('20 the limit runs into a year nobody has announced: 暂定, then counted anew and on record', async () => {
    await city.passTo('2026-12-29T10:00:00+08:00')
    const number = await city.report(20)
    await city.workUntil(number, '部门整改')
    // 30 and 31, then the 1st as long as nobody has said otherwise, then the 4th to the 8th, the 11th, the 12th
    expect(await tracked(number, 20))
      .to.contain('2027年1月12日')
      .and.to.contain('暂定')
    const admin = await city.as(someone(city.cast, 'admin')!)
    await announce(admin)
    const settled = await tracked(number, 20)
    expect(settled).to.contain('2027年1月13日').and.not.to.contain('暂定')
    expect(await seen('officer', `/cases/${number}`)).to.contain('工作日历更新')
    await city.workUntil(number, null)
    expect(await endOf(number)).to.equal('End_Archived')
  })

  it('and after all of them no number or name of a citizen lies open in the database or its files', async () => {
    const number = await city.report(2)
    await city.workUntil(number, '电话答复并解释')
    const officer = await city.as(someone(city.cast, 'officer')!)
    const dialled = '10000000999'
    const { id } = await onlyTask(number)
    await officer.get(`/tasks/${id}`)
    expect((await officer.post(`/tasks/${id}/draft`, { callNumber: dialled })).status).to.equal(204)
    expect((await officer.get(`/tasks/${id}`)).body, 'what was typed is kept').to.contain(dialled)
    const people = Array.from({ length: 20 }, (_, index) => city.script(index + 1))
    const said = people.flatMap(({ contact, reporterName, agentName }) => [contact, reporterName, agentName])
    const words = [dialled, ...said.filter(word => word !== '')]
    expect(await traces([number]), 'what lies open is seen in both').to.have.length.above(1)
    expect(await traces(words), 'while it is typed').to.deep.equal([])

    await city.work(number, '电话答复并解释', { callNumber: dialled })
    expect(await seen('officer', `/search?q=${city.script(2).contact}`), 'found by its number').to.contain(
      number,
    )
    await officer.get(`/cases/${number}/contact`)
    const look = await officer.post(`/cases/${number}/contact`, { reason: '核对回访电话' })
    expect(look.body, 'and read by who says why').to.contain(city.script(2).contact)
    const stored = await row(number)
    expect((await city.parts.store.read.calls.ofCase(stored!.id)).map(call => call.number)).to.include(
      dialled,
    )
    expect(await traces(words)).to.deep.equal([])
  })

  async function traces(words: readonly string[]): Promise<string[]> {
    const database = await openDatabase({ file: path.join(folder, databaseFile) })
    try {
      return [...(await lyingOpen(database, words)), ...inFiles(folder, words)]
    } finally {
      await closeDatabase(database)
    }
  }

  /** The administrator imports what the State Council has announced, looks at what moves, and confirms it. */
  async function announce(admin: Visitor): Promise<void> {
    await admin.get('/admin/calendar/import')
    const table = await readFile(new URL('./fixtures/calendar-2027.csv', import.meta.url), 'utf8')
    const change = (await admin.post('/admin/calendar/import', { table, extent: 'whole' })).location ?? ''
    const preview = await admin.get(change)
    const hidden = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(preview.body)?.[1] ?? ''
    const seen = { revision: hidden('revision'), version: hidden('version') }
    const confirmed = await admin.post(`${change}/confirm`, {
      ...seen,
      reason: '国务院办公厅公布2027年放假安排',
    })
    expect(confirmed.status).to.equal(303)
    await city.passTo(city.clock.now())
  }

  const row = (number: string) => city.parts.store.read.cases.byNumber(number)
  const endOf = async (number: string) => (await row(number))?.endEvent

  async function onlyTask(number: string) {
    const stored = await row(number)
    const tasks = await city.parts.store.read.userTasks.ofCase(stored?.id ?? 0)
    const [task, ...others] = tasks.filter(each => each.closedAt === null)
    expect(others).to.deep.equal([])
    return task!
  }

  /** The words of a page as somebody of this role reads it. */
  async function seen(role: Role, address: string): Promise<string> {
    const answer = await (await city.as(someone(city.cast, role)!)).get(address)
    expect(answer.status, address).to.equal(200)
    return textOf(answer.body)
  }

  /** What the citizen reads who asks where their case stands. */
  async function tracked(number: string, no: number): Promise<string> {
    const citizen = city.citizen()
    await citizen.get('/track')
    const found = await citizen.post('/track', { number, tail: city.script(no).contact.slice(-4) })
    expect(found.status, 'number and tail are right').to.equal(303)
    return textOf((await citizen.get(found.location ?? '')).body)
  }
})

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}
