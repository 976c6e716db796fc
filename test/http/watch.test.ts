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

  it('press from a line in one click, for the deadline of the line, and come back to it', async () => {
    const { office } = site
    await office.register()
    await office.passTo('2026-04-15T17:31:00+08:00')
    const supervisor = await site.as(office.people.supervisor)
    const { body } = await supervisor.get('/watch')
    const before = Number(/已催办(\d+)次/.exec(body)?.[1] ?? 0)
    const [, only = ''] = /name="only" value="(urge [^"]+)"/.exec(body) ?? []
    const pressed = await supervisor.post('/watch/press', { only, submissionId: idOf(body) })
    expect(pressed.location).to.equal('/watch')
    const after = (await supervisor.get('/watch')).body
    expect(after)
      .to.include('已催办1件，记入办理记录。')
      .and.include(`已催办${before + 1}次`)
    await supervisor.post('/watch/press', { only, submissionId: idOf(body) })
    expect((await supervisor.get('/watch')).body, 'a second click').to.include(`已催办${before + 1}次`)
  })

  it('press for all that is ticked, and name what was done meanwhile', async () => {
    const { office } = site
    const numbers = [await office.register(), await office.register()]
    await office.passTo('2026-04-15T17:31:00+08:00')
    const supervisor = await site.as(office.people.supervisor)
    const { body } = await supervisor.get('/watch')
    const target = [...body.matchAll(/id="red-\d+-tick"|name="target" value="([^"]+)"/g)].flatMap(
      found => found[1] ?? [],
    )
    const [first = ''] = numbers
    await office.complete(first, 'Task_HandOver', office.people.clerk, say.handOver)
    const message = '请今天报送。'
    await supervisor.post('/watch/press', { kind: 'supervise', target, message, submissionId: idOf(body) })
    const after = (await supervisor.get('/watch')).body
    expect(after).to.include('已督办').and.include(`${first}（这个期限已经办完）`)
    expect((await supervisor.get(`/cases/${numbers[1]}`)).body)
      .to.include(message)
      .and.include('督〔2026〕')
  })

  it('give what is ticked to another', async () => {
    const { office } = site
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', office.people.clerk, say.handOver)
    const supervisor = await site.as(office.people.supervisor)
    const { body } = await supervisor.get('/watch')
    const [, target = ''] = new RegExp(`name="target" value="(${number}[^"]+)"`).exec(body) ?? []
    const to = String(office.people.otherOfficer.accountId)
    const message = '原经办人请假'
    await supervisor.post('/watch/press', { kind: 'reassign', target, to, message, submissionId: idOf(body) })
    const after = (await supervisor.get('/watch')).body
    expect(after).to.include('已改派1件，记入办理记录。').and.include('受理审查 · otherOfficer甲')
  })

  it('bring a form that cannot be sent back with everything that was ticked and typed', async () => {
    const { office } = site
    const number = await office.register()
    const supervisor = await site.as(office.people.supervisor)
    const { body } = await supervisor.get('/watch')
    const [, target = ''] = new RegExp(`name="target" value="(${number}[^"]+)"`).exec(body) ?? []
    const sent = { kind: 'urge', target, message: '催'.repeat(501), submissionId: idOf(body) }
    const refused = await supervisor.post('/watch/press', sent)
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('写了501个字，最多500个字').and.include('催'.repeat(501))
    expect(refused.body).to.match(new RegExp(`value="${target}"[^>]* checked`))
    const byScript = await supervisor.post('/watch/press', sent, { Accept: 'application/json' })
    expect(JSON.parse(byScript.body)).to.deep.equal({ problem: '写了501个字，最多500个字。请写短一些。' })
    expect((await supervisor.post('/watch/press', { kind: 'urge' })).body).to.include('还没有勾选事项')
  })

  it('show what falls due in the next five working days, over the days of 三月三 too', async () => {
    await site.office.register()
    const supervisor = await site.as(site.office.people.supervisor)
    const days = [
      ...(await supervisor.get('/watch')).body.matchAll(
        /<h3>(\d+月\d+日（周.）) <span class="count">(\d+)件/g,
      ),
    ]
    expect(days.map(([, day]) => day)).to.deep.equal([
      '4月15日（周三）',
      '4月16日（周四）',
      '4月21日（周二）',
      '4月22日（周三）',
      '4月23日（周四）',
    ])
    expect(days.map(([, , count]) => count)).to.deep.equal(['1', '0', '0', '0', '0'])
  })

  it('name who has what stood still longest, and for how many working days', async () => {
    await site.office.register()
    const supervisor = await site.as(site.office.people.supervisor)
    expect((await supervisor.get('/watch')).body).to.not.include('最久没有进展')
    await site.office.passTo('2026-04-21T09:00:00+08:00')
    const { body } = await (await site.as(site.office.people.supervisor)).get('/watch')
    expect(body).to.include('3个工作日没有进展').and.include('上一步：4月14日（周二）09:00')
  })

  it('lead from each list to all of it', async () => {
    const { office } = site
    const number = await office.register()
    await office.passTo('2026-04-15T17:31:00+08:00')
    const supervisor = await site.as(office.people.supervisor)
    const shows = async (path: string) => (await supervisor.get(path)).body.includes(`/cases/${number}`)
    expect(await shows('/cases?card=red')).to.equal(true)
    expect(await shows('/cases?card=yellow')).to.equal(false)
    expect(await shows('/cases?due=2026-04-16')).to.equal(false)
    expect(await shows(`/cases?place=${office.places.centre}`)).to.equal(true)
    expect(await shows(`/cases?place=${office.places.street}`)).to.equal(false)
    expect((await supervisor.get('/tasks?whose=free')).body)
      .to.include('报送政管办')
      .and.include('全部待签收')
    const officer = await site.as(office.people.officer)
    expect((await officer.get('/tasks?whose=free')).body)
      .to.not.include('报送政管办')
      .and.not.include('全部待签收')
  })

  it('count the open work at each node of the diagram', async () => {
    await site.office.register()
    const supervisor = await site.as(site.office.people.supervisor)
    const { body } = await supervisor.get('/watch/heat/1.json')
    expect(JSON.parse(body)).to.deep.equal({
      taken: [],
      finished: [],
      standing: [{ id: 'Task_HandOver', words: '1件', state: 'ok', heat: 1 }],
      noted: [],
    })
  })

  it('say what each node takes, of how many it is the median, and nothing of fewer than three', async () => {
    const { office } = site
    const handOver = async (minutes: number) => {
      const number = await office.register()
      office.clock.set(new Date(Date.parse(office.clock.now()) + minutes * 60_000).toISOString())
      await office.complete(number, 'Task_HandOver', office.people.clerk, say.handOver)
    }
    for (const minutes of [10, 50]) await handOver(minutes)
    const supervisor = await site.as(office.people.supervisor)
    expect((await supervisor.get('/watch')).body).to.include('不足3次，不计')
    await handOver(30)
    expect((await supervisor.get('/watch')).body).to.include('30分钟（3次）')
    const { noted } = JSON.parse((await supervisor.get('/watch/heat/1.json')).body) as { noted: unknown }
    expect(noted).to.deep.equal([{ id: 'Task_HandOver', words: '30分钟' }])
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

function idOf(body: string): string {
  return /name="submissionId" value="([^"]+)"/.exec(body)?.[1] ?? ''
}
