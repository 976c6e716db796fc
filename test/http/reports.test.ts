import { expect } from 'chai'
import { completeTask, reportPage } from '../../src/runtime/index.js'
import type { Actor } from '../../src/casework/actor.js'
import { rectifyAndArchive, confirmedCase } from '../features/stages.js'
import * as say from '../features/answers.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'

describe('The pages of the quarter’s report', () => {
  let site: HttpOffice
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
  })
  afterEach(() => site.close())

  /** The open step of the report is done by who may do it. */
  const step = async (by: Actor, body: Record<string, string>) => {
    const { parts } = site.office
    const { openTasks } = await reportPage(parts, by, '2026Q2')
    const task = openTasks[0]!
    await completeTask(parts, by, { taskId: task.id, revision: task.revision, body })
  }
  const archivedCase = async () => {
    const { office } = site
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', office.people.officer, say.departmentAtFault)
    await rectifyAndArchive(office, number)
  }
  const toTheQuartersEnd = () => site.office.passTo('2026-07-01T09:00:00+08:00')
  const toTheFrozen = () => site.office.passTo('2026-07-01T09:05:00+08:00')
  const page = async (by: Actor, address: string) => (await site.as(by)).get(address)

  it('show the figures of the running quarter, and will not begin its report', async () => {
    await archivedCase()
    const { officer } = site.office.people
    const browser = await site.as(officer)
    const { body } = await browser.get('/reports/2026Q2')
    expect(body).to.include('进行中')
    expect(body.replaceAll(/<[^>]+>/g, '')).to.include('按期 1 ÷ 到期 1')
    expect(body).not.to.include('>开始汇总</button>')
    const refused = await browser.post('/reports/2026Q2')
    expect(refused.location).to.equal('/reports/2026Q2')
    expect((await browser.get('/reports/2026Q2')).body).to.include('还没有结束，不能汇总')
    expect(await site.office.parts.store.read.reports.latest('2026Q2')).to.equal(null)
  })

  it('begin a quarter’s report by hand, once', async () => {
    const { officer } = site.office.people
    const browser = await site.as(officer)
    const list = await browser.get('/reports')
    expect(list.body).to.include('2026年第一季度已经结束，报告还没有开始汇总')
    const begun = await browser.post('/reports/2026Q1')
    expect(begun.location).to.equal('/reports/2026Q1')
    await browser.post('/reports/2026Q1')
    expect(await site.office.parts.store.read.reports.all()).to.have.length(1)
    const { body } = await browser.get('/reports/2026Q1')
    expect(body).to.include('汇总中')
    expect(body).to.include('零报告')
    expect(body).to.match(/href="\/tasks\/\d+">去办理：汇总/)
  })

  it('say where it stands, from the draft to the last signature', async () => {
    const { officer, supervisor, leader } = site.office.people
    await archivedCase()
    await toTheQuartersEnd()
    expect((await page(officer, '/reports')).body).to.include('汇总中')
    expect((await page(supervisor, '/reports/2026Q2')).body).to.include('等政管办经办人办理：汇总')
    await step(officer, { sectionOverview: '第一段。\n第二段。', sectionSuggestions: '继续整改。' })
    const examined = await page(supervisor, '/reports/2026Q2')
    expect(examined.body).to.include('审核中')
    expect(examined.body).to.include('<p>第一段。</p><p>第二段。</p>')
    expect(examined.body).to.include('二、存在问题与建议')
    await step(supervisor, { approved: 'true' })
    await toTheFrozen()
    expect((await page(officer, '/reports')).body).to.include('已固化，待报送')
    await step(officer, { sentChannel: '纸质文件' })
    expect((await page(officer, '/reports')).body).to.include('已报送，已签收 0/1')
    await step(leader, { remark: '请持续整改' })
    const { body } = await page(officer, '/reports/2026Q2')
    expect(body).to.include('已报送，全部签收 1/1')
    expect(body).to.include('请持续整改')
  })

  it('show a leader what is frozen, and nothing before', async () => {
    const { officer, supervisor, leader } = site.office.people
    await toTheQuartersEnd()
    expect((await page(leader, '/reports')).body).to.include('还没有可以阅看的报告')
    expect((await page(leader, '/reports/2026Q2')).status).to.equal(404)
    await step(officer, { sectionOverview: '没有事项。' })
    await step(supervisor, { approved: 'true' })
    await toTheFrozen()
    expect((await page(leader, '/reports')).body).to.include('href="/reports/2026Q2"')
    expect((await page(leader, '/reports/2026Q2')).body).to.include('没有事项。')
  })

  it('keep the version that was sent before a leader while the next is drafted', async () => {
    const { officer, supervisor, leader } = site.office.people
    await toTheQuartersEnd()
    await step(officer, { sectionOverview: '原来的一版。' })
    await step(supervisor, { approved: 'true' })
    await toTheFrozen()
    await step(officer, { sentChannel: '纸质文件' })
    const revised = await (await site.as(officer)).post('/reports/2026Q2')
    expect(revised.status).to.equal(403) // no token before a page was seen
    const browser = await site.as(officer)
    expect((await browser.get('/reports/2026Q2')).body).to.include('编制修订版')
    await browser.post('/reports/2026Q2')
    expect((await browser.get('/reports/2026Q2')).body).to.include('第2版')
    expect((await page(leader, '/reports/2026Q2')).body).to.include('原来的一版。')
  })

  it('put the draft into the form of 汇总, and the words before who examines them', async () => {
    const { officer, supervisor } = site.office.people
    await archivedCase()
    await toTheQuartersEnd()
    const { openTasks } = await reportPage(site.office.parts, officer, '2026Q2')
    const form = await page(officer, `/tasks/${openTasks[0]!.id}`)
    expect(form.body).to.include('共收到群众反映1件')
    expect(form.body).to.include('2026年第二季度报告的一个环节')
    await step(officer, { sectionOverview: '改过的一段。' })
    const next = await reportPage(site.office.parts, supervisor, '2026Q2')
    expect((await page(supervisor, `/tasks/${next.openTasks[0]!.id}`)).body).to.include('<p>改过的一段。</p>')
  })

  it('are closed to windows and departments, and to quarters that there are not', async () => {
    const { clerk, liaison, admin, officer } = site.office.people
    for (const one of [clerk, liaison]) expect((await page(one, '/reports')).status).to.equal(403)
    expect((await page(admin, '/reports')).status).to.equal(200)
    for (const typed of ['2026Q3', '2021Q1', '2026Q5', 'x'])
      expect((await page(officer, `/reports/${typed}`)).status, typed).to.equal(404)
    const browser = await site.as(admin)
    await browser.get('/reports')
    expect((await browser.post('/reports/2026Q1')).status).to.equal(403)
  })

  it('print what every figure means on their last page', async () => {
    const { body } = await page(site.office.people.officer, '/reports/2026Q2')
    expect(body).to.include('指标口径')
    expect(body).to.include('在期限日当日或之前电话答复的÷本季度到期的')
  })
})
