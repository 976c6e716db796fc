import { expect } from 'chai'
import { returnTask } from '../../src/runtime/index.js'
import type { Actor } from '../../src/casework/actor.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { analysedCase, confirmedCase } from './stages.js'

describe('退回: a case is given back to the step before', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  const giveBack = async (number: string, activityId: string, by: Actor, reason = '请补充群众原话') => {
    const task = await office.task(number, activityId)
    await returnTask(office.parts, by, { taskId: task.id, revision: task.revision, reason })
  }
  const codeOf = (work: Promise<void>) =>
    work.then(
      () => null,
      (error: unknown) => (error as { code?: string }).code,
    )

  it('to the window, which finds what it had written, is told why, and hands over again', async () => {
    const { clerk, officer } = office.people
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', clerk, say.handOver)
    await giveBack(number, 'Task_ScopeCheck', officer)
    const again = await office.task(number, 'Task_HandOver')
    expect(again).to.deep.include({ assigneeId: clerk.accountId })
    expect(again.draft).to.include(say.handOver)
    expect((await office.open(number)).map(({ activityId }) => activityId)).to.deep.equal(['Task_HandOver'])
    const notices = await office.parts.store.views.noticeList({
      reader: { accountId: clerk.accountId, reaches: [{ accountId: clerk.accountId }] },
      after: null,
      limit: 5,
    })
    expect(notices.rows[0]).to.deep.include({ kind: 'return' })
    await office.complete(number, 'Task_HandOver', clerk, say.handOver)
    await office.complete(number, 'Task_ScopeCheck', officer, say.accept)
    await office.task(number, 'Task_Analyse')
  })

  it('from the rectification to the verdict: the day that was promised does not move', async () => {
    const { officer, liaison } = office.people
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    const promised = await promise(number)
    await office.passTo('2026-04-16T10:00:00+08:00')
    await giveBack(number, 'Task_Rectify', liaison, '责任不清，请重新认定')
    const row = (await office.parts.store.read.cases.byNumber(number))!
    expect(row.verdict, 'what was said holds no longer').to.equal(null)
    const again = await office.task(number, 'Task_Verdict')
    expect(again.draft).to.include({ verdict: 'department' })
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    expect(await promise(number)).to.equal(promised)
    await office.task(number, 'Task_Rectify')
  })

  it('not over a clock that began, an answer that was given, or what a department said', async () => {
    const { officer, liaison } = office.people
    const number = await analysedCase(office)
    expect(await codeOf(giveBack(number, 'Task_ConfirmCause', liaison)), 'has its own 不属本部门').to.equal(
      null,
    )
    await office.complete(number, 'Task_Analyse', officer, say.analysis([office.departments.market]))
    await office.complete(number, 'Task_ConfirmCause', liaison, say.confirmed)
    expect(await codeOf(giveBack(number, 'Task_Verdict', officer))).to.equal('cannotReturn')
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    await office.complete(number, 'Task_Rectify', liaison, say.rectified)
    expect(await codeOf(giveBack(number, 'Task_Verify', officer))).to.equal('cannotReturn')
    await office.complete(number, 'Task_Verify', officer, say.passedCheck)
    await office.complete(number, 'Task_Feedback', officer, say.feedback)
    expect(await codeOf(giveBack(number, 'Task_FollowUp', officer))).to.equal('cannotReturn')
    await office.complete(number, 'Task_FollowUp', officer, say.done)
    await giveBack(number, 'Task_ReturnVisit', officer, '结果填错了')
    await office.task(number, 'Task_FollowUp')
  })

  it('not without a reason, and not by who could not do the task', async () => {
    const { clerk, officer } = office.people
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', clerk, say.handOver)
    expect(await codeOf(giveBack(number, 'Task_ScopeCheck', officer, ' '))).to.equal('invalidAnswers')
    expect(await codeOf(giveBack(number, 'Task_ScopeCheck', clerk))).to.equal('notFound')
    const first = await office.register()
    expect(await codeOf(giveBack(first, 'Task_HandOver', clerk)), 'nothing before').to.equal('cannotReturn')
  })

  async function promise(number: string): Promise<string | undefined> {
    const row = (await office.parts.store.read.cases.byNumber(number))!
    const limits = await office.parts.store.read.deadlines.ofCase(row.id)
    return limits.findLast(limit => limit.promise === 'feedback')?.dueAt
  }
})
