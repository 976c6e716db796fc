import { expect } from 'chai'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'

describe('The page of a case: what is done beside its procedure', () => {
  let site: HttpOffice
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
  })
  afterEach(() => site.close())

  const as = (who: keyof HttpOffice['office']['people']) => site.as(site.office.people[who])

  it('offers the same person’s other case in one click, and takes it back in another', async () => {
    const [first, second] = [await site.office.register(), await site.office.register()]
    const officer = await as('officer')
    expect((await officer.get(`/cases/${second}`)).body).to.include(`aria-label="把本事项并入${first}"`)
    const merged = await officer.post(`/cases/${second}/together`, { act: 'merge', other: first })
    expect(merged.location).to.equal(`/cases/${second}`)
    const page = await officer.get(`/cases/${second}`)
    expect(page.body).to.include(`并入事项${first}`).and.include('撤销并单')
    expect((await officer.get(`/cases/${first}`)).body).to.include(`事项${second}并入本事项`)
    await officer.post(`/cases/${second}/together`, { act: 'unmerge', other: first })
    expect((await officer.get(`/cases/${second}`)).body)
      .to.include('报送政管办')
      .and.include('撤销并单，不再并入')
  })

  it('keeps everything typed when it cannot be done, and says why where it was asked', async () => {
    const [first, other] = [
      await site.office.register(),
      await site.office.register({ contact: '10000000999' }),
    ]
    const officer = await as('officer')
    await officer.get(`/cases/${first}`)
    const refused = await officer.post(`/cases/${first}/together`, {
      act: 'merge',
      other,
      reason: '同一家店🏠㙍',
    })
    expect(refused.status).to.equal(409)
    expect(refused.body)
      .to.include('联系电话不同')
      .and.include(`value="${other}"`)
      .and.include('同一家店🏠㙍')
    const missing = await officer.post(`/cases/${first}/together`, { act: 'link', other: '2026-99999-9' })
    expect(missing.status).to.equal(404)
    expect(missing.body).to.include('没有找到这').and.include('value="2026-99999-9"')
    const talk = await officer.post(`/cases/${first}/talks`, {
      with: '',
      how: '书面',
      words: '承认口头要过声明',
    })
    expect(talk.status).to.equal(422)
    expect(talk.body).to.include('请写明同谁谈的').and.include('承认口头要过声明')
    expect(talk.body).to.match(/value="书面" selected/)
  })

  it('asks another department for help, which answers on the same page', async () => {
    const number = await confirmedCase(site.office)
    const officer = await as('officer')
    await officer.get(`/cases/${number}`)
    const housing = String(site.office.departments.housing)
    const asked = await officer.post(`/cases/${number}/assistance`, {
      department: housing,
      request: '请核实用途',
    })
    expect(asked.status).to.equal(303)
    const liaison = await as('otherLiaison')
    const page = await liaison.get(`/cases/${number}`)
    const action = /action="([^"]+assistance(?:\/|&#x2F;)\d+)"/.exec(page.body)![1]!.replaceAll('&#x2F;', '/')
    expect((await liaison.post(action, { answer: '' })).status).to.equal(422)
    expect((await liaison.post(action, { answer: '登记为商业' })).status).to.equal(303)
    expect((await officer.get(`/cases/${number}`)).body).to.include('登记为商业')
  })

  it('gives a task back to the step before, with the reason asked for', async () => {
    const { clerk } = site.office.people
    const number = await site.office.register()
    await site.office.complete(number, 'Task_HandOver', clerk, say.handOver)
    const task = await site.office.task(number, 'Task_ScopeCheck')
    const officer = await as('officer')
    expect((await officer.get(`/tasks/${task.id}`)).body).to.include('退回“报送政管办”')
    const revision = String(task.revision)
    const silent = await officer.post(`/tasks/${task.id}/return`, { revision, reason: '' })
    expect(silent.status).to.equal(422)
    expect(silent.body).to.include('请写明为什么退回')
    expect((await officer.post(`/tasks/${task.id}/return`, { revision, reason: '缺签字' })).status).to.equal(
      303,
    )
    const back = await site.office.task(number, 'Task_HandOver')
    expect((await (await as('clerk')).get(`/tasks/${back.id}`)).body).to.include('缺签字')
  })

  it('puts an earlier rectification into the form of another case', async () => {
    const { officer, liaison } = site.office.people
    const first = await confirmedCase(site.office)
    await site.office.complete(first, 'Task_Verdict', officer, say.departmentAtFault)
    await site.office.complete(first, 'Task_Rectify', liaison, say.rectified)
    const second = await confirmedCase(site.office, { answers: { contact: '10000000222' } })
    await site.office.complete(second, 'Task_Verdict', officer, say.departmentAtFault)
    const task = await site.office.task(second, 'Task_Rectify')
    const person = await as('liaison')
    const page = await person.get(`/tasks/${task.id}`)
    const rectification = /name="rectification" value="(\d+)"/.exec(page.body)![1]!
    expect((await person.post(`/tasks/${task.id}/reuse`, { rectification })).status).to.equal(303)
    expect((await person.get(`/tasks/${task.id}`)).body).to.include(say.rectified.prevention)
    const stranger = await as('otherLiaison')
    await stranger.get('/tasks')
    expect((await stranger.post(`/tasks/${task.id}/reuse`, { rectification })).status).to.equal(404)
  })

  it('prints where to go for what is none of the window’s matters, and for nothing else', async () => {
    const { clerk, officer } = site.office.people
    const [leak, other] = [await site.office.register(), await site.office.register()]
    await site.office.complete(leak, 'Task_HandOver', clerk, say.handOver)
    await site.office.complete(leak, 'Task_ScopeCheck', officer, {
      ...{ scope: 'outOfScope', scopeReason: '民事纠纷', guidance: '可申请人民调解或拨打12348。' },
    })
    const person = await as('clerk')
    expect((await person.get(`/cases/${leak}`)).body).to.include('打印指引单')
    expect((await person.get(`/cases/${leak}/guidance`)).body)
      .to.include('民事纠纷')
      .and.include('12348')
    expect((await person.get(`/cases/${other}/guidance`)).status).to.equal(404)
  })
})
