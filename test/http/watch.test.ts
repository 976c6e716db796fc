import { expect } from 'chai'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import * as say from '../features/answers.js'

describe('The supervisor’s board and the administrator’s pages', () => {
  let site: HttpOffice
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
  })
  afterEach(() => site.close())

  it('show what is red, what is unassigned, and each leads to its case', async () => {
    const { office } = site
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', office.people.clerk, say.handOver)
    const before = await site.as(office.people.supervisor)
    expect((await before.get('/watch')).body)
      .to.include('没有红牌，也没有黄牌')
      .and.include('还没有人签收')
    await office.passTo('2026-04-15T17:31:00+08:00')
    const supervisor = await site.as(office.people.supervisor)
    const { body } = await supervisor.get('/watch')
    expect(body).to.include('红牌：已逾期').and.include(`href="/cases/${number}"`)
    expect(body).to.include('按部门').and.include('区市场监督管理局').and.include('不对窗口排名')
  })

  it('press from the board in one click and come back to it', async () => {
    const { office } = site
    const number = await office.register()
    await office.passTo('2026-04-15T17:31:00+08:00')
    const supervisor = await site.as(office.people.supervisor)
    await supervisor.get('/watch')
    const pressed = await supervisor.post(`/cases/${number}/supervision`, {
      kind: 'urge',
      message: '请立即报送。',
      back: '/watch',
    })
    expect(pressed.location).to.equal('/watch')
    expect((await supervisor.get('/watch')).body).to.include(`已催办事项${number}`)
  })

  it('count the open work at each node of the diagram', async () => {
    await site.office.register()
    const supervisor = await site.as(site.office.people.supervisor)
    const { body } = await supervisor.get('/watch/heat/1.json')
    expect(JSON.parse(body)).to.deep.equal({
      taken: [],
      finished: [],
      standing: [{ id: 'Task_HandOver', words: '1件', state: 'ok' }],
    })
  })

  it('show the administrator each version of a diagram, with the file to take away', async () => {
    await site.office.register()
    const admin = await site.as(site.office.people.admin)
    expect((await admin.get('/admin/processes')).body)
      .to.include('解决群众')
      .and.include('第1版')
      .and.include('现行')
    expect((await admin.get('/admin/processes/1')).body).to.include('download="banbuchengshi-1.bpmn"')
    expect((await admin.get('/admin/processes/99')).status).to.equal(404)
  })

  it('show a year with its rest and make-up days, and say when a year is not announced', async () => {
    const admin = await site.as(site.office.people.admin)
    const { body } = await admin.get('/admin/calendar')
    expect(body).to.include('2026年5月9日（周六） 劳动节调休上班').and.include('壮族三月三')
    expect((await admin.get('/admin/calendar?year=2027')).body).to.include('2027年的放假安排尚未公布')
    expect((await admin.get('/admin/calendar?year=soon')).body).to.include('2026年')
  })

  it('show who there is, and which department nobody speaks for', async () => {
    const admin = await site.as(site.office.people.admin)
    const { body } = await admin.get('/admin/people')
    expect(body).to.include('supervisor甲').and.include('06号窗口').and.not.include('passwordHash')
    expect(body).to.include('没有在任联络员的部门')
  })

  it('show what failed and try it again', async () => {
    const { office } = site
    const { store } = office.parts
    await store.transaction(unit =>
      unit.incidents.open([
        {
          kind: 'job',
          instanceId: null,
          caseId: null,
          jobId: null,
          message: '固化数据失败',
          detail: { code: 'boom' },
          openedAt: office.clock.now(),
        },
      ]),
    )
    const admin = await site.as(office.people.admin)
    const { body } = await admin.get('/admin/incidents')
    expect(body).to.include('固化数据失败').and.include('重新办理')
    const [, path = ''] = /action="(\/admin\/incidents\/\d+\/retry)"/.exec(body) ?? []
    expect((await admin.post(path)).location).to.equal('/admin/incidents')
    expect((await admin.get('/admin/incidents')).body).to.include('没有异常')
    expect((await admin.get('/admin/incidents?show=all')).body).to.include('admin甲于')
  })
})
