import { expect } from 'chai'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'

describe('督办单', function () {
  let site: HttpOffice
  let number: string
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-15T09:00:00+08:00' })
    number = await confirmedCase(site.office)
    await site.office.complete(number, 'Task_Verdict', site.office.people.officer, say.departmentAtFault)
    // the tenth working day passes on 2026-05-06, and two more
    await site.office.passTo('2026-05-08T09:00:00+08:00')
  })
  afterEach(() => site.close())

  it('prints whom it presses, for what, by which limit and how much of it has passed', async () => {
    const supervisor = await site.as(site.office.people.supervisor)
    const href = await paper(supervisor)
    const { body } = await supervisor.get(href)
    for (const words of [
      '督〔2026〕1号',
      number,
      '食品经营许可（新办）',
      '区市场监督管理局：部门整改',
      '10个工作日内反馈工作结果（方案三(三)规定的时限）',
      '2026年5月6日（周三）17:30',
      '已超过2个工作日',
      '期限届满，按流程自动签发',
      '签收人：',
    ])
      expect(body).to.include(words)
    expect(body, 'nothing of the citizen').to.not.include('覃').and.not.include('10000000101')
    const task = await site.office.task(number, 'Task_SuperviseFeedback')
    expect((await supervisor.get(`/tasks/${task.id}`)).body, 'linked from the task').to.include(href)
  })

  it('is answered by the department it presses, and the answer stands on it', async () => {
    const liaison = await site.as(site.office.people.liaison)
    const href = await paper(liaison)
    const empty = await liaison.post(`${href}/reply`, { words: ' ' })
    expect(empty.status).to.equal(422)
    expect(empty.body).to.include('请写明回复的内容')
    const long = await liaison.post(`${href}/reply`, { words: '慢'.repeat(1001) })
    expect(long.status).to.equal(422)
    expect(long.body, 'nothing typed is lost').to.include('慢'.repeat(1001))
    const back = `/tasks/${(await site.office.task(number, 'Task_Rectify')).id}`
    const sent = await liaison.post(`${href}/reply`, { words: '指南已报区局修订，周五公布。', back })
    expect(sent.location).to.equal(back)
    expect((await liaison.get(href)).body).to.include('指南已报区局修订，周五公布。')
    const supervisor = await site.as(site.office.people.supervisor)
    expect((await supervisor.get('/notices')).body).to.include('liaison甲回复了督办单督〔2026〕1号')
    expect((await supervisor.get(`/cases/${number}`)).body).to.include('回复督办单督〔2026〕1号')
  })

  it('is another department’s neither to read nor to answer, nor an officer’s who is not pressed', async () => {
    const href = await paper(await site.as(site.office.people.supervisor))
    const stranger = await site.as(site.office.people.otherLiaison)
    await stranger.get('/tasks')
    expect((await stranger.get(href)).status).to.equal(404)
    expect((await stranger.post(`${href}/reply`, { words: '越权' })).status).to.equal(404)
    const officer = await site.as(site.office.people.officer)
    await officer.get('/tasks')
    expect((await officer.get(href)).status).to.equal(200)
    expect((await officer.post(`${href}/reply`, { words: '不是我' })).status).to.equal(404)
  })

  it('is no paper when it was only urged, nor another case’s', async () => {
    const supervisor = await site.as(site.office.people.supervisor)
    await supervisor.get(`/cases/${number}`)
    await supervisor.post(`/cases/${number}/supervision`, { kind: 'urge', message: '请抓紧' })
    const papers = (await supervisor.get(`/cases/${number}`)).body.match(/\/supervisions\/\d+"/g)
    expect(new Set(papers).size).to.equal(1)
    const href = await paper(supervisor)
    const other = await site.office.register()
    expect((await supervisor.get(href.replace(number, other))).status).to.equal(404)
  })

  it('改派 without a reason comes back with the person that was chosen', async () => {
    const supervisor = await site.as(site.office.people.supervisor)
    await site.office.complete(number, 'Task_Rectify', site.office.people.liaison, say.rectified)
    await supervisor.get(`/cases/${number}`)
    const task = await site.office.task(number, 'Task_Verify')
    const to = String(site.office.people.otherOfficer.accountId)
    const refused = await supervisor.post(`/tasks/${task.id}/transfer`, {
      revision: String(task.revision),
      to,
      number,
      reason: '',
    })
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('请写明改派的理由').and.include(`value="${to}" selected`)
  })

  async function paper(person: { get: (path: string) => Promise<{ body: string }> }): Promise<string> {
    const { body } = await person.get(`/cases/${number}`)
    const href = /href="(\/cases\/[^"]+\/supervisions\/\d+)"/.exec(body)?.[1]
    if (!href) throw new Error('the page of the case has no paper')
    return href
  }
})
