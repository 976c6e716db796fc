import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import * as say from './answers.js'

describe('Through the pages, on a clock turned by hand', function () {
  let house: HttpOffice
  beforeEach(async () => {
    house = await openHttpOffice({ start: '2026-04-15T09:00:00+08:00' })
  })
  afterEach(() => house.close())

  it('case 1: reported by phone, rectified, fed back; day ten passes and the supervisor sees it', async () => {
    const { officer, liaison, supervisor } = house.office.people
    const number = await analysed()
    await done(number, 'Task_ConfirmCause', liaison, say.confirmed)
    await done(number, 'Task_Verdict', officer, say.departmentAtFault)

    expect(await tracked(number, '0101')).to.contain('2026年5月6日（周三）')
    await house.office.passTo('2026-04-30T09:00:00+08:00')
    expect(await seen(supervisor, '/watch'), 'yellow')
      .to.contain(number)
      .and.to.contain('黄牌')
    await house.office.passTo('2026-05-06T17:31:00+08:00')
    expect(await seen(supervisor, '/watch'), 'red')
      .to.contain(number)
      .and.to.contain('红牌')
    expect(await seen(supervisor, '/tasks?whose=all')).to.contain('督办整改反馈')
    await done(number, 'Task_SuperviseFeedback', supervisor, say.supervised)

    await done(number, 'Task_Rectify', liaison, say.rectified)
    await done(number, 'Task_Verify', officer, say.passedCheck)
    await done(number, 'Task_Feedback', officer, say.feedback)
    expect(await tracked(number, '0101')).to.contain('该要求已取消')
    await done(number, 'Task_FollowUp', officer, say.done)
    await done(number, 'Task_ReturnVisit', officer, say.satisfied)
    expect(await seen(officer, `/cases/${number}`)).to.contain('归档')
  })

  it('case 2: the citizen’s papers are incomplete; day three passes, then the call is made', async () => {
    const { officer, liaison, supervisor } = house.office.people
    const number = await analysed(
      { guideMatch: 'same' },
      say.analysis([house.office.departments.market], 'A1'),
    )
    await done(number, 'Task_ConfirmCause', liaison, say.confirmed)
    await done(number, 'Task_Verdict', officer, say.citizensPart)
    const page = await seen(officer, `/cases/${number}`)
    expect(page).to.contain('2026年4月22日').and.to.contain('三月三')
    await house.office.passTo('2026-04-22T17:31:00+08:00')
    expect(await seen(supervisor, '/tasks?whose=all')).to.contain('督办电话答复')
    await done(number, 'Task_PhoneReply', officer, say.answered)
    await done(number, 'Task_FollowUp', officer, say.done)
    await done(number, 'Task_ReturnVisit', officer, say.satisfied)
    expect(await tracked(number, '0101')).to.contain('已解释需补正的材料')
  })

  it('case 8: both at fault; the call and the rectification run side by side', async () => {
    const { officer, liaison } = house.office.people
    const number = await analysed(
      { guideMatch: 'same' },
      say.analysis([house.office.departments.market], 'C3', 'A4'),
    )
    await done(number, 'Task_ConfirmCause', liaison, say.confirmed)
    await done(number, 'Task_Verdict', officer, say.bothAtFault)
    expect(await seen(officer, '/tasks?whose=unassigned')).to.contain('电话答复并解释')
    expect(await seen(liaison, '/tasks?whose=unassigned')).to.contain('部门整改')
    const promises = await tracked(number, '0101')
    expect(promises).to.contain('2026年4月22日').and.to.contain('2026年5月6日')
  })

  it('case 12: the department disputes, the office upholds', async () => {
    const { officer, liaison } = house.office.people
    const number = await analysed()
    const silent = await house.complete(number, 'Task_ConfirmCause', liaison, { confirmation: 'disputed' })
    expect(silent.status, 'a dispute needs its reason').to.equal(422)
    await done(number, 'Task_ConfirmCause', liaison, say.disputed)
    await done(number, 'Task_Rule', officer, { ruling: 'uphold', rulingReason: '实施清单确无此项要求。' })
    await done(number, 'Task_Verdict', officer, say.departmentAtFault)
    expect(await seen(officer, `/cases/${number}`)).to.contain('系群众填报错误')
  })

  it('case 17: four months after the rectification the same problem is back, and says so', async () => {
    const { officer, liaison } = house.office.people
    const first = await analysed()
    await done(first, 'Task_ConfirmCause', liaison, say.confirmed)
    await done(first, 'Task_Verdict', officer, say.departmentAtFault)
    await done(first, 'Task_Rectify', liaison, say.rectified)
    await done(first, 'Task_Verify', officer, say.passedCheck)
    await house.office.passTo('2026-08-20T09:00:00+08:00')
    const again = await house.report({ contact: '10000000117' })
    expect(await seen(officer, `/cases/${again}`)).to.contain('疑似复发')
  })

  it('tells the second of two people that the first was faster, and keeps what was typed', async () => {
    const { officer, otherOfficer } = house.office.people
    const number = await house.report()
    const task = await house.office.task(number, 'Task_ScopeCheck')
    const [one, other] = [await house.as(officer), await house.as(otherOfficer)]
    await one.get(`/tasks/${task.id}`)
    await other.get(`/tasks/${task.id}`)
    const revision = String(task.revision)
    expect((await one.post(`/tasks/${task.id}`, { revision, ...say.accept })).status).to.equal(303)
    const late = await other.post(`/tasks/${task.id}`, {
      revision,
      scope: 'outOfScope',
      scopeReason: '我写的理由不能丢',
      guidance: '找人民调解',
    })
    expect(late.status).to.equal(409)
    expect(late.body).to.contain('officer甲')
    const history = await house.office.parts.store.read.history.ofCase(task.caseId!)
    expect(history.filter(entry => entry.kind === 'task.completed')).to.have.length(1)
  })

  async function analysed(answers = {}, analysis: object = say.analysis([house.office.departments.market])) {
    const { officer } = house.office.people
    const number = await house.report(answers)
    await done(number, 'Task_ScopeCheck', officer, say.accept)
    await done(number, 'Task_Analyse', officer, analysis)
    return number
  }

  async function done(number: string, activityId: string, by: Actor, answers: object) {
    const answer = await house.complete(number, activityId, by, answers)
    expect(answer.status, `${activityId}: ${errorsIn(answer.body)}`).to.equal(303)
  }

  async function seen(actor: Actor, path: string): Promise<string> {
    const answer = await (await house.as(actor)).get(path)
    expect(answer.status, path).to.equal(200)
    return answer.body
  }

  async function tracked(number: string, tail: string): Promise<string> {
    const citizen = house.citizen()
    await citizen.get('/track')
    const found = await citizen.post('/track', { number, tail })
    return found.location ? (await citizen.get(found.location)).body : found.body
  }
})

function errorsIn(body: string): string {
  return [...body.matchAll(/class="[^"]*(?:error|alert)[^"]*"[^>]*>([^<]+)</g)]
    .map(match => match[1])
    .join(' ')
}
