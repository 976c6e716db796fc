import { expect } from 'chai'
import { learningAdvance } from '../../src/engine/index.js'
import { changeOfficeSettings, retain, retainTonight, track, withdrawCase } from '../../src/runtime/index.js'
import * as say from '../features/answers.js'
import { confirmedCase, rectifyAndArchive } from '../features/stages.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'

const exports = { remove: () => Promise.resolve() }

describe('保存期限', () => {
  let site: HttpOffice
  before(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00', advance: learningAdvance() })
  })
  after(() => site.close())

  const seen = async (who: keyof HttpOffice['office']['people'], path: string) =>
    (await site.as(site.office.people[who])).get(path)

  it('says how long what is kept, on what ground, and that the office has still to decide', async () => {
    while (await retainTonight(site.office.parts, exports));
    const { body } = await seen('admin', '/admin/retention')
    expect(body)
      .to.include('办结事项的个人信息')
      .and.include('3年到30年')
      .and.include('网络安全法第二十三条')
      .and.include('还没有经本单位确认')
      .and.include('没有到期的事项')
      .and.include('下一次：')
    expect(body, 'an administrator does not set it').to.not.include('#retention')
    expect((await seen('supervisor', '/admin/retention')).body).to.include('/office-settings#retention')
    expect((await seen('security', '/admin/retention')).status).to.equal(200)
    expect((await seen('officer', '/admin/retention')).status).to.equal(403)
  })

  it('is set on the page of settings, within its bounds', async () => {
    const supervisor = await site.as(site.office.people.supervisor)
    await supervisor.get('/office-settings')
    const usual = { keptConsultations: '3', keptLooks: '3', keptAccesses: '12', keptNotices: '12' }
    const set = (keptCases: string) =>
      supervisor.post('/office-settings', {
        ...{ group: 'retention', keptCases, ...usual, retentionReason: '档案保管期限表第3条' },
      })
    const refused = await set('2')
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('请填写3到30之间的整数')
    expect((await set('3')).status).to.equal(303)
    expect((await supervisor.get('/office-settings')).body)
      .to.include('办结事项的个人信息保存3年')
      .and.include('10 → 3')
    expect((await supervisor.get('/admin/retention')).body).to.not.include('还没有经本单位确认')
  })

  it('lets the supervisor keep a case beyond its time, with a reason, and nobody else', async () => {
    const { people } = site.office
    const number = await site.office.register()
    await withdrawCase(site.office.parts, { number, reason: '不办了' })
    const supervisor = await site.as(people.supervisor)
    expect((await supervisor.get(`/cases/${number}`)).body).to.include('标明暂不清除')
    const hold = (holdReason: string) => supervisor.post(`/cases/${number}/hold`, { holdReason })
    const refused = await hold(' ')
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('请写明理由')
    expect((await hold('行政诉讼未结')).status).to.equal(303)
    const body = (await supervisor.get(`/cases/${number}`)).body
    expect(body).to.include('标明暂不清除：行政诉讼未结').and.include('解除的理由')
    expect((await supervisor.get('/admin/retention')).body)
      .to.include('行政诉讼未结')
      .and.include(number)
    expect((await seen('officer', `/cases/${number}`)).body).to.not.include('/hold')
    const officer = await site.as(people.officer)
    await officer.get('/tasks')
    expect((await officer.post(`/cases/${number}/hold`, { holdReason: '我说的' })).status).to.equal(403)
    expect(
      (await supervisor.post(`/cases/${number}/hold/lift`, { holdReason: '判决已生效' })).status,
    ).to.equal(303)
    expect((await supervisor.get(`/cases/${number}`)).body).to.not.include('解除的理由')
  })

  it('says calmly where the story was that it was cleared, on every page that shows the case', async () => {
    const { office } = site
    const { people } = office
    const number = await confirmedCase(office, { answers: { agentName: '韦阿姨' } })
    await office.complete(number, 'Task_Verdict', people.officer, say.departmentAtFault)
    await rectifyAndArchive(office, number)
    await changeOfficeSettings(office.parts, people.supervisor, {
      values: { keptCases: '3' },
      reason: '审定',
    })
    office.clock.set('2029-04-15T09:00:00+08:00')
    expect((await seen('supervisor', '/admin/retention')).body, 'the dry run').to.include(number)
    await retain(office.parts, { by: people.admin, exports })

    for (const who of ['officer', 'clerk', 'liaison', 'supervisor', 'leader'] as const) {
      const { status, body } = await seen(who, `/cases/${number}`)
      expect(status, who).to.equal(200)
      expect(body, who)
        .to.include('反映人的姓名、电话、反映的内容和办理中的文字，已于2029年4月15日（周日）按保存期限清除')
        .and.include('已办成')
        .and.include('清除个人信息')
      for (const gone of ['覃', '房东', '0101', '韦', '标明暂不清除', `/cases/${number}/contact`])
        expect(body.includes(gone), `${who}: ${gone}`).to.equal(gone === '房东' && body.includes('整改前'))
    }
    const list = (await seen('officer', `/cases?q=${number}`)).body
    expect(list).to.include('（已清除）').and.not.include('覃')
    const taker = await site.as(people.officer)
    await taker.get('/cases')
    const csv = (await taker.post('/ledger/exports', { kind: 'csv' })).body
    expect(csv).to.include('（已清除）').and.not.include('覃')
    const lookup = await track(office.parts, { number, tail: '0101' }).catch((error: unknown) => error)
    expect(lookup).to.have.property('code', 'wrongLookup')
    const officer = await site.as(people.officer)
    await officer.get('/tasks')
    const contact = await officer.post(`/cases/${number}/contact`, { reason: '回访' })
    expect(contact.status).to.equal(409)
    expect(contact.body).to.include('已按保存期限清除')
    const page = (await seen('auditor', '/admin/retention')).body
    expect(page).to.include('2029年4月15日').and.include('admin甲')
    expect((await seen('auditor', '/admin/trail?what=retention')).body).to.include('到期清除')
  })
})
