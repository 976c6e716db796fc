import { expect } from 'chai'
import { addNote, mergeCase, pressCase, withdrawCase } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { analysedCase, confirmedCase } from './stages.js'

describe('At any time', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  it('the citizen withdraws: every task and limit is closed, and a second withdrawal is told so', async () => {
    const number = await analysedCase(office)
    await withdrawCase(office.parts, { number, reason: '已自行办妥' })
    expect(await office.open(number)).to.deep.equal([])
    const row = (await office.parts.store.read.cases.byNumber(number))!
    expect(row.endEvent).to.equal('End_Withdrawn')
    const limits = await office.parts.store.read.deadlines.ofCase(row.id)
    expect(limits.filter(limit => limit.closedAt === null)).to.deep.equal([])
    const again = await withdrawCase(office.parts, { number, reason: '再撤' }).catch(
      (error: unknown) => error,
    )
    expect(again).to.have.property('code', 'caseClosed')
  })

  it('a second report of the same person is merged: the visits go up, the other case ends', async () => {
    const first = await analysedCase(office)
    const second = await office.register()
    await mergeCase(office.parts, office.people.officer, { number: second, into: first })
    expect((await office.parts.store.read.cases.byNumber(second))!.endEvent).to.equal('End_Merged')
    expect((await office.parts.store.read.cases.byNumber(first))!.visits).to.equal(4)
    await office.task(first, 'Task_ConfirmCause')
  })

  it('a plain question and what is out of scope end where they should', async () => {
    const { clerk, officer } = office.people
    const question = await office.register()
    await office.complete(question, 'Task_HandOver', clerk, say.handOver)
    await office.complete(question, 'Task_ScopeCheck', officer, {
      scope: 'consultation',
      guidance: '带身份证即可。',
    })
    const leak = await office.register({ item: '邻居漏水赔偿', department: 'unknown' })
    await office.complete(leak, 'Task_HandOver', clerk, say.handOver)
    await office.complete(leak, 'Task_ScopeCheck', officer, {
      scope: 'outOfScope',
      scopeReason: '民事纠纷',
      guidance: '可申请人民调解或拨打12348。',
    })
    const ends = await Promise.all(
      [question, leak].map(number => office.parts.store.read.cases.byNumber(number)),
    )
    expect(ends.map(row => row!.endEvent)).to.deep.equal(['End_Consultation', 'End_OutOfScope'])
  })

  it('urging and words are kept on the timeline and move nothing', async () => {
    const { supervisor, officer } = office.people
    const number = await confirmedCase(office)
    await pressCase(office.parts, supervisor, {
      number,
      kind: 'urge',
      message: '请今日认定责任',
      submissionId: 'f',
    })
    await addNote(office.parts, { number, by: officer, words: '已与部门沟通', kind: 'case.commented' })
    const row = (await office.parts.store.read.cases.byNumber(number))!
    const kinds = (await office.parts.store.read.history.ofCase(row.id)).map(entry => entry.kind)
    expect(kinds).to.include.members(['case.urged', 'case.commented'])
    expect((await office.open(number)).map(task => task.activityId)).to.deep.equal(['Task_Verdict'])
  })

  it('a citizen who disagrees gets one review, by another officer, and the clock of a new verdict', async () => {
    const { officer, otherOfficer } = office.people
    const number = await confirmedCase(office, {
      answers: { guideMatch: 'same' },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    await office.complete(number, 'Task_Verdict', officer, say.citizensPart)
    await office.complete(number, 'Task_PhoneReply', officer, say.answered)
    await office.complete(number, 'Task_FollowUp', officer, { outcome: 'notDone', outcomeNote: '群众不认可' })
    await office.complete(number, 'Task_ReturnVisit', officer, {
      satisfaction: '1',
      dissatisfaction: '材料指南没写',
      reviewRequested: 'true',
    })
    const review = { reviewResult: 'change', reviewNote: '指南确未写明' }
    const same = await office
      .complete(number, 'Task_Review', officer, review)
      .catch((error: unknown) => error)
    expect(same).to.have.property('code', 'differentPersonRequired')
    await office.complete(number, 'Task_Review', otherOfficer, review)
    await office.complete(number, 'Task_Verdict', otherOfficer, say.departmentAtFault)
    await office.task(number, 'Task_Rectify')
  })
})
