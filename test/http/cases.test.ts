import { expect } from 'chai'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import * as say from '../features/answers.js'

describe('The ledger and a case’s page', () => {
  let site: HttpOffice
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
  })
  afterEach(() => site.close())

  const page = async (who: keyof HttpOffice['office']['people'], path: string) =>
    (await site.as(site.office.people[who])).get(path)

  /** A case of the market department whose verdict is given. */
  const inRectification = async () => {
    const { office } = site
    const { clerk, officer, liaison } = office.people
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', clerk, say.handOver)
    await office.complete(number, 'Task_ScopeCheck', officer, say.accept)
    await office.complete(number, 'Task_Analyse', officer, say.analysis([office.departments.market]))
    await office.complete(number, 'Task_ConfirmCause', liaison, say.confirmed)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    return number
  }

  it('filter by address, and come back the same', async () => {
    const one = await inRectification()
    const other = await site.office.register({ item: '居住证签注', department: 'unknown' })
    const ofVerdict = await page('officer', '/cases?verdict=department&cause=B2&status=open')
    expect(ofVerdict.body).to.include(one).and.not.include(`/cases/${other}`)
    expect(ofVerdict.body).to.match(/<option value="department" selected/)
    const byText = await page(
      'officer',
      `/cases?q=${encodeURIComponent('签注')}&from=2026-04-14&to=2026-04-14`,
    )
    expect(byText.body).to.include(other).and.not.include(`/cases/${one}`)
    expect((await page('officer', '/cases?from=2026-04-15')).body).to.include('没有符合条件的事项')
    expect((await page('officer', '/cases?cause=Z9&from=tomorrow&after=nonsense')).status).to.equal(200)
  })

  it('go on page by page', async function () {
    this.timeout(60_000)
    for (let index = 0; index < 51; index += 1) await site.office.register({ item: `事项${index}` })
    const first = await page('officer', '/cases')
    const next = /rel="next" href="([^"]+)"/
      .exec(first.body)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=')
    const second = await page('officer', next!)
    expect(second.body).to.include('>事项0<').and.include('回到第一页')
    expect(second.body).not.to.include('rel="next"')
  })

  it('tell the story in sentences, with the answers as the diagram labels them', async () => {
    const number = await inRectification()
    const { body } = await page('officer', `/cases/${number}`)
    expect(body).to.include('完成“原因分析”').and.include('B2 指南外要求（隐形壁垒）')
    expect(body).to.include('部门责任：清单、流程、政策落实等').and.include('原因已确认')
    expect(body).not.to.include('process.moved').and.not.include('Task_')
    expect(body).to.include('10个工作日内反馈工作结果').and.include('为什么是这一天').and.include('三月三')
    expect(body).to.include('部门整改（区市场监督管理局）')
  })

  it('name a suspected recurrence from either side', async () => {
    const { office } = site
    const earlier = await inRectification()
    await office.complete(earlier, 'Task_Rectify', office.people.liaison, say.rectified)
    await office.complete(earlier, 'Task_Verify', office.people.officer, say.passedCheck)
    await office.passTo('2026-04-15T09:00:00+08:00')
    const later = await office.register()
    expect((await page('officer', `/cases/${later}`)).body)
      .to.include('以前整改过的同一事项')
      .and.include(earlier)
    expect((await page('officer', `/cases/${earlier}`)).body)
      .to.include('后来又出现')
      .and.include(later)
  })

  it('draw the way it took and where it stands', async () => {
    const number = await inRectification()
    const browser = await site.as(site.office.people.officer)
    const { body } = await browser.get(`/cases/${number}/process.json`, { Accept: 'application/json' })
    const state = JSON.parse(body) as {
      taken: string[]
      finished: string[]
      standing: { id: string; words: string; state: string }[]
    }
    expect(state.finished).to.include('Task_Analyse').and.not.include('Task_Rectify')
    expect(state.taken).to.include('Flow_CauseConfirmed')
    expect(state.standing).to.deep.equal([
      { id: 'Task_Rectify', words: '现在在这里：区市场监督管理局', state: 'ok' },
    ])
    const xml = await browser.get('/definitions/1.xml')
    expect(xml.body).to.include('<bpmn:definitions')
  })

  it('are not there for another department, nor its tasks and diagram', async () => {
    const number = await inRectification()
    const task = await site.office.task(number, 'Task_Rectify')
    for (const path of [`/cases/${number}`, `/cases/${number}/process.json`, `/tasks/${task.id}`])
      expect((await page('otherLiaison', path)).status, path).to.equal(404)
    expect((await page('otherLiaison', '/cases')).body).not.to.include(number)
    expect((await page('liaison', `/cases/${number}`)).status).to.equal(200)
  })

  it('show the citizen’s number only to who says why, and note who looked', async () => {
    const { office } = site
    const number = await inRectification()
    const officer = await site.as(office.people.officer)
    expect((await officer.get(`/cases/${number}`)).body)
      .to.include('100****0101')
      .and.not.include('10000000101')
    const asked = await officer.post(`/cases/${number}/contact`)
    expect(asked.body).to.include('查看理由').and.not.include('10000000101')
    const blank = await officer.post(`/cases/${number}/contact`, { reason: ' ' })
    expect(blank.status).to.equal(422)
    expect(blank.body).not.to.include('10000000101')
    const shown = await officer.post(`/cases/${number}/contact`, { reason: '核实房东声明' })
    expect(shown.body).to.include('10000000101').and.include('覃小梅')
    expect((await officer.get(`/cases/${number}`)).body)
      .to.include('查看反映人联系方式')
      .and.include('核实房东声明')
    const row = await office.parts.store.read.cases.byNumber(number)
    const history = await office.parts.store.read.history.ofCase(row!.id)
    expect(history.filter(({ kind }) => kind === 'case.disclosed')).to.have.length(1)
    const liaison = await site.as(office.people.liaison)
    await liaison.get(`/cases/${number}`)
    expect((await liaison.post(`/cases/${number}/contact`, { reason: '想看' })).status).to.equal(403)
  })

  it('let the supervisor urge, supervise with a paper, and give the work to another', async () => {
    const { office } = site
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', office.people.clerk, say.handOver)
    const supervisor = await site.as(office.people.supervisor)
    const { body } = await supervisor.get(`/cases/${number}`)
    expect(body).to.include('请抓紧办理')
    const action = `/cases/${number}/supervision`
    expect((await supervisor.post(action, { kind: 'urge', message: '' })).status).to.equal(422)
    await supervisor.post(action, { kind: 'urge', message: '请今天审查。' })
    await supervisor.post(action, { kind: 'supervise', message: '限明天办结。' })
    const task = await office.task(number, 'Task_ScopeCheck')
    await supervisor.post(`/tasks/${task.id}/transfer`, {
      revision: String(task.revision),
      to: String(office.people.otherOfficer.accountId),
      reason: '熟悉该事项',
    })
    const after = await supervisor.get(`/cases/${number}`)
    expect(after.body)
      .to.include('请今天审查。')
      .and.include('督〔2026〕1号')
      .and.include('改派给otherOfficer甲')
      .and.include('熟悉该事项')
      .and.include('已改派1次')
    expect((await page('officer', `/cases/${number}`)).body).not.to.include('name="kind"')
  })

  it('take a note from who works on it', async () => {
    const number = await inRectification()
    const liaison = await site.as(site.office.people.liaison)
    await liaison.get(`/cases/${number}`)
    await liaison.post(`/cases/${number}/notes`, { words: '周三前给出修订稿。' })
    expect((await liaison.get(`/cases/${number}`)).body).to.include('周三前给出修订稿。')
    const other = await site.as(site.office.people.otherLiaison)
    await other.get('/tasks')
    expect((await other.post(`/cases/${number}/notes`, { words: '越权' })).status).to.equal(404)
  })
})
