import { expect } from 'chai'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import * as say from '../features/answers.js'

describe('The work list and a task’s page', () => {
  let site: HttpOffice
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
  })
  afterEach(() => site.close())

  const toAnalysis = async () => {
    const number = await site.office.register()
    await site.office.complete(number, 'Task_HandOver', site.office.people.clerk, say.handOver)
    await site.office.complete(number, 'Task_ScopeCheck', site.office.people.officer, say.accept)
    return number
  }

  it('show each role its own work and nobody else’s', async () => {
    const { office } = site
    const { clerk, officer, liaison, otherLiaison, leader } = office.people
    const atWindow = await office.register()
    const analysed = await toAnalysis()
    await office.complete(
      analysed,
      'Task_Analyse',
      officer,
      say.analysis([office.departments.market, office.departments.housing]),
    )
    await office.complete(analysed, 'Task_ConfirmCause', otherLiaison, say.confirmed)
    const seen = async (who: typeof clerk) => (await (await site.as(who)).get('/tasks?whose=all')).body
    expect(await seen(clerk))
      .to.include(atWindow)
      .and.not.include(analysed)
    expect(await seen(liaison))
      .to.include(analysed)
      .and.not.include(atWindow)
    for (const idle of [otherLiaison, leader, officer])
      expect(await seen(idle)).to.include('没有等您这个角色办理的事')
  })

  it('sort by how soon it is due: overdue, today, the next working day, the rest', async () => {
    const { office } = site
    await toAnalysis() // due on the 16th
    // a session does not outlive a night
    const list = async () => (await (await site.as(office.people.officer)).get('/tasks')).body
    expect(await list()).to.include('其余')
    await office.passTo('2026-04-15T09:00:00+08:00')
    expect(await list()).to.include('明天到期')
    await office.passTo('2026-04-16T09:00:00+08:00')
    expect(await list()).to.include('>今天到期</h2>')
    await office.passTo('2026-04-16T17:31:00+08:00')
    expect(await list())
      .to.include('>已逾期</h2>')
      .and.include('红牌')
  })

  it('let one claim in place, and give it back', async () => {
    const { office } = site
    const number = await toAnalysis()
    const task = await office.task(number, 'Task_Analyse')
    const officer = await site.as(office.people.officer)
    const list = await officer.get('/tasks')
    expect(list.body).to.include(`action="/tasks/${task.id}/claim"`)
    const claimed = await officer.post(`/tasks/${task.id}/claim`, {
      revision: '1',
      back: '/tasks?whose=mine',
    })
    expect(claimed.location).to.equal('/tasks?whose=mine')
    expect((await officer.get('/tasks?whose=mine')).body)
      .to.include('已签收')
      .and.include('原因分析')
    const other = await site.as(office.people.otherOfficer)
    expect((await other.get(`/tasks/${task.id}`)).body)
      .to.include('已由officer甲签收')
      .and.not.include('>提交<')
    await officer.post(`/tasks/${task.id}/release`, { revision: '2' })
    expect((await other.get(`/tasks/${task.id}`)).body).to.include('还没有人签收')
  })

  it('find by number or item, and say so when there is nothing', async () => {
    const number = await toAnalysis()
    const officer = await site.as(site.office.people.officer)
    expect((await officer.get(`/tasks?whose=all&q=${encodeURIComponent('食品经营')}`)).body).to.include(
      number,
    )
    const none = await officer.get('/tasks?whose=all&q=zzz')
    expect(none.body).to.include('没有找到“zzz”')
  })

  it('ask what the diagram asks, and go on with what opened next', async () => {
    const { office } = site
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', office.people.clerk, say.handOver)
    const task = await office.task(number, 'Task_ScopeCheck')
    const officer = await site.as(office.people.officer)
    const { body } = await officer.get(`/tasks/${task.id}`)
    expect(body).to.include('对照方案第一条').and.include('name="scope"').and.include('不属受理范围')
    expect(body).to.match(/data-show-when="scope (=|&#x3D;) &quot;outOfScope&quot;"/)
    expect(body).to.include('覃**').and.not.include('覃小梅').and.not.include('10000000101')
    expect(body).to.include('已在纸质情况说明表上签字')
    const done = await officer.post(`/tasks/${task.id}`, { revision: '1', ...say.accept })
    const next = await office.task(number, 'Task_Analyse')
    expect(done.location).to.equal(`/tasks/${next.id}`)
    expect((await officer.get(done.location!)).body).to.include('“受理审查”已提交。这是下一件。')
  })

  it('say what is wrong beside the fields and lose nothing that was typed', async () => {
    const { office } = site
    const number = await toAnalysis()
    const task = await office.task(number, 'Task_Analyse')
    const officer = await site.as(office.people.officer)
    await officer.get(`/tasks/${task.id}`)
    const answer = await officer.post(`/tasks/${task.id}`, {
      revision: '1',
      departments: String(office.departments.market),
      departmentsLead: String(office.departments.market),
      cause: '',
      causeText: '写了很久的原因说明，不能丢。',
    })
    expect(answer.status).to.equal(422)
    expect(answer.body).to.include('写了很久的原因说明，不能丢。').and.include('请选择“主要原因”')
    expect(answer.body).to.match(/value="\d+" checked/)
    expect(await office.task(number, 'Task_Analyse')).to.include({ closedAt: null, revision: 1 })
  })

  it('want one lead among several departments', async () => {
    const { office } = site
    const number = await toAnalysis()
    const task = await office.task(number, 'Task_Analyse')
    const { market, housing } = office.departments
    const officer = await site.as(office.people.officer)
    await officer.get(`/tasks/${task.id}`)
    const answers = {
      revision: '1',
      departments: [String(market), String(housing)],
      cause: 'B2',
      causeText: '指南外要求',
    }
    expect((await officer.post(`/tasks/${task.id}`, answers)).body).to.include('请指定一个主办部门')
    const led = await officer.post(`/tasks/${task.id}`, { ...answers, departmentsLead: String(housing) })
    expect(led.status).to.equal(303)
    const asked = await office.parts.store.read.caseDepartments.ofCase(task.caseId!)
    expect(asked.map(({ departmentId, part }) => [departmentId, part])).to.deep.equal([
      [housing, 'lead'],
      [market, 'assist'],
    ])
  })

  it('tell who comes second who was faster, and keep the words', async () => {
    const { office } = site
    const number = await toAnalysis()
    const task = await office.task(number, 'Task_Analyse')
    const [one, other] = [await site.as(office.people.officer), await site.as(office.people.otherOfficer)]
    await one.get(`/tasks/${task.id}`)
    await other.get(`/tasks/${task.id}`)
    const answers = { revision: '1', ...say.analysis([office.departments.market]) }
    expect((await one.post(`/tasks/${task.id}`, answers)).status).to.equal(303)
    const late = await other.post(`/tasks/${task.id}`, { ...answers, causeText: '另一个人写的分析' })
    expect(late.status).to.equal(409)
    expect(late.body).to.include('已经办结（officer甲）').and.include('另一个人写的分析')
    expect(late.body).not.to.include('>提交<')
  })

  it('tell who looks at an old page, keep the words and let them send again', async () => {
    const { office } = site
    const number = await toAnalysis()
    const task = await office.task(number, 'Task_Analyse')
    const officer = await site.as(office.people.officer)
    await officer.get(`/tasks/${task.id}`)
    const elsewhere = await site.as(office.people.officer)
    await elsewhere.get(`/tasks/${task.id}`)
    await elsewhere.post(`/tasks/${task.id}/claim`, { revision: '1' })
    const answers = say.analysis([office.departments.market])
    const stale = await officer.post(`/tasks/${task.id}`, { revision: '1', ...answers })
    expect(stale.status).to.equal(409)
    expect(stale.body).to.include('刚刚已被officer甲更新').and.include(answers.causeText)
    expect(stale.body).to.include('name="revision" value="2"')
    expect((await officer.post(`/tasks/${task.id}`, { revision: '2', ...answers })).status).to.equal(303)
  })

  it('keep a draft until it is sent', async () => {
    const { office } = site
    const number = await toAnalysis()
    const { id } = await office.task(number, 'Task_Analyse')
    const officer = await site.as(office.people.officer)
    await officer.get(`/tasks/${id}`)
    const kept = await officer.post(`/tasks/${id}/draft`, {
      revision: '1',
      cause: 'B3',
      causeText: '写到一半',
    })
    expect(kept.status).to.equal(204)
    expect((await officer.get(`/tasks/${id}`)).body)
      .to.include('写到一半')
      .and.include('已经恢复')
    expect((await officer.get('/tasks')).body).to.include('有草稿')
    const liaison = await site.as(office.people.liaison)
    await liaison.get('/tasks')
    expect((await liaison.post(`/tasks/${id}/draft`, { causeText: 'x' })).status).to.equal(404)
  })

  it('show the number to dial to who must dial, and count the tries', async () => {
    const { office } = site
    const { officer, liaison } = office.people
    const number = await toAnalysis()
    await office.complete(number, 'Task_Analyse', officer, say.analysis([office.departments.market], 'A1'))
    await office.complete(number, 'Task_ConfirmCause', liaison, say.confirmed)
    await office.complete(number, 'Task_Verdict', officer, say.citizensPart)
    const task = await office.task(number, 'Task_PhoneReply')
    const browser = await site.as(officer)
    const page = await browser.get(`/tasks/${task.id}`)
    expect(page.body).to.include('tel:10000000101').and.include('出生医学证明原件').and.include('还没有打过')
    await browser.post(`/tasks/${task.id}`, { revision: '1', ...say.noAnswer })
    const again = await office.task(number, 'Task_PhoneReply')
    expect((await browser.get(`/tasks/${again.id}`)).body)
      .to.include('已打1次，分1天')
      .and.include('还须再打2次')
  })
})
