import { expect } from 'chai'
import { play } from './played-case.js'
import type { PlayedCase } from './played-case.js'

describe('A case on the model', function () {
  this.timeout(60_000)

  it('of a citizen’s fault goes from the window to the archive', async () => {
    const matter = await play('banbuchengshi', { channel: 'window', departments: [1] })
    expect(matter.tasks()).to.deep.equal(['Task_HandOver'])
    await matter.complete('Task_HandOver')
    expect(matter.facts.handedOverAt).to.equal(matter.facts.now)
    await matter.complete('Task_ScopeCheck', { scope: 'accept' })
    await matter.complete('Task_Analyse')
    await matter.complete('Task_ConfirmCause')
    expect(matter.facts.causeConfirmedAt).to.equal(matter.facts.now)
    await matter.complete('Task_Verdict', { verdict: 'citizen' })
    expect(matter.tasks()).to.deep.equal(['Task_PhoneReply'])
    expect(matter.timers()).to.deep.equal(['Timer_PhoneReplyDue'])
    await matter.complete('Task_PhoneReply', { callResult: 'noAnswer', contactFailed: false })
    expect(matter.facts.repliedAt).to.equal(undefined)
    await matter.complete('Task_PhoneReply', { callResult: 'answered' })
    expect(matter.facts.repliedAt).to.equal(matter.facts.now)
    await matter.complete('Task_FollowUp', { outcome: 'done' })
    await matter.complete('Task_ReturnVisit', { reviewRequested: false })
    expect(matter.ended()).to.equal('End_Archived')
  })

  for (const [scope, end] of [
    ['consultation', 'End_Consultation'],
    ['outOfScope', 'End_OutOfScope'],
  ] as const) {
    it(`found to be ${scope} ends there`, async () => {
      const matter = await play('banbuchengshi', { channel: 'qr', departments: [1] })
      expect(matter.tasks(), 'no hand-over').to.deep.equal(['Task_ScopeCheck'])
      await matter.complete('Task_ScopeCheck', { scope })
      expect(matter.ended()).to.equal(end)
    })
  }

  it('of a department’s fault is rectified, returned, rectified, answered in part and then for good', async () => {
    const matter = await judged('department')
    expect(matter.tasks()).to.deep.equal(['Task_Rectify'])
    await matter.complete('Task_Rectify')
    await matter.complete('Task_Verify', { rectificationAccepted: false })
    await matter.complete('Task_Rectify')
    await matter.complete('Task_Verify', { rectificationAccepted: true })
    await matter.complete('Task_Feedback', { feedbackKind: 'interim' })
    expect(matter.facts.feedbackAt, 'a partial answer does not stop the clock').to.equal(undefined)
    expect(matter.timers()).to.include('Timer_FeedbackDue')
    await matter.complete('Task_Rectify')
    await matter.complete('Task_Verify', { rectificationAccepted: true })
    await matter.complete('Task_Feedback', { feedbackKind: 'final' })
    expect(matter.facts.feedbackAt).to.equal(matter.facts.now)
    expect(matter.tasks()).to.deep.equal(['Task_FollowUp'])
  })

  it('of an objective cause goes the department’s way', async () => {
    expect((await judged('objective')).tasks()).to.deep.equal(['Task_Rectify'])
  })

  it('that the law does not allow goes the way of the phone', async () => {
    expect((await judged('notPermitted')).tasks()).to.deep.equal(['Task_PhoneReply'])
  })

  it('of both sides’ fault goes both ways at once, and on when both are done', async () => {
    const matter = await judged('mixed')
    expect(matter.tasks()).to.deep.equal(['Task_PhoneReply', 'Task_Rectify'])
    expect(matter.timers()).to.include.members(['Timer_PhoneReplyDue', 'Timer_FeedbackDue'])
    await matter.complete('Task_PhoneReply', { callResult: 'answered' })
    expect(matter.tasks()).to.deep.equal(['Task_Rectify'])
    await matter.complete('Task_Rectify')
    await matter.complete('Task_Verify', { rectificationAccepted: true })
    await matter.complete('Task_Feedback', { feedbackKind: 'final' })
    expect(matter.tasks()).to.deep.equal(['Task_FollowUp'])
  })

  it('whose citizen cannot be reached is answered in writing', async () => {
    const matter = await judged('citizen')
    await matter.complete('Task_PhoneReply', { callResult: 'noAnswer', contactFailed: true })
    await matter.complete('Task_WrittenNotice')
    expect(matter.facts.repliedAt).to.equal(matter.facts.now)
    expect(matter.tasks()).to.deep.equal(['Task_FollowUp'])
  })

  it('past a limit of the notice is supervised beside the work, which does not wait for it', async () => {
    const matter = await judged('mixed')
    await matter.fire('Timer_PhoneReplyDue')
    expect(matter.tasks()).to.deep.equal(['Task_PhoneReply', 'Task_Rectify', 'Task_SupervisePhoneReply'])
    await matter.fire('Timer_FeedbackDue')
    await matter.complete('Task_SupervisePhoneReply')
    await matter.complete('Task_PhoneReply', { callResult: 'answered' })
    await matter.complete('Task_Rectify')
    await matter.complete('Task_Verify', { rectificationAccepted: true })
    await matter.complete('Task_Feedback', { feedbackKind: 'final' })
    expect(matter.tasks()).to.deep.equal(['Task_FollowUp', 'Task_SuperviseFeedback'])
  })

  it('analysed too late is supervised; the other internal limits only warn', async () => {
    const matter = await play('banbuchengshi', { channel: 'window', departments: [1] })
    await matter.fire('Timer_HandOverDue')
    expect(matter.tasks()).to.deep.equal(['Task_HandOver'])
    await matter.complete('Task_HandOver')
    await matter.complete('Task_ScopeCheck', { scope: 'accept' })
    await matter.fire('Timer_AnalysisDue')
    expect(matter.tasks()).to.deep.equal(['Task_Analyse', 'Task_SuperviseAnalysis'])
  })

  it('goes to the leader when the supervisor lets a day pass, and waits for neither', async () => {
    const matter = await judged('citizen')
    await matter.fire('Timer_PhoneReplyDue')
    expect(matter.timers()).to.include('Timer_SupervisePhoneReplyDue')
    await matter.fire('Timer_SupervisePhoneReplyDue')
    expect(matter.tasks()).to.deep.equal([
      'Task_LeadPhoneReply',
      'Task_PhoneReply',
      'Task_SupervisePhoneReply',
    ])
    await matter.complete('Task_PhoneReply', { callResult: 'answered' })
    await matter.complete('Task_FollowUp')
    await matter.complete('Task_ReturnVisit', { reviewRequested: false })
    expect(matter.ended()).to.equal('End_Archived')
    expect(matter.tasks(), 'unread papers go into the archive with it').to.deep.equal([])
  })

  it('supervised in time does not reach the leader, nor does one that was answered meanwhile', async () => {
    const matter = await judged('mixed')
    await matter.fire('Timer_PhoneReplyDue')
    await matter.fire('Timer_FeedbackDue')
    await matter.complete('Task_SuperviseFeedback')
    await matter.complete('Task_PhoneReply', { callResult: 'answered' })
    await matter.fire('Timer_SupervisePhoneReplyDue')
    expect(matter.tasks()).to.deep.equal(['Task_Rectify', 'Task_SupervisePhoneReply'])
    expect(matter.timers()).to.not.include('Timer_SuperviseFeedbackDue')
  })

  it('is confirmed by every department, and by silence', async () => {
    const matter = await analysed([1, 2, 3])
    expect(matter.tasks()).to.deep.equal(['Task_ConfirmCause', 'Task_ConfirmCause', 'Task_ConfirmCause'])
    await matter.complete('Task_ConfirmCause')
    expect(matter.tasks()).to.have.length(2)
    await matter.fire('Timer_ConfirmDue')
    expect(matter.facts.confirmation).to.equal('deemed')
    expect(matter.tasks()).to.deep.equal(['Task_Verdict'])
  })

  it('disputed is ruled by the office; disputed again, by the head', async () => {
    const matter = await analysed([1])
    await matter.complete('Task_ConfirmCause', { anyDisputed: true, objectionRound: 1 })
    expect(matter.tasks()).to.deep.equal(['Task_Rule'])
    await matter.complete('Task_Rule', { ruling: 'revise' })
    await matter.complete('Task_Transfer')
    await matter.complete('Task_ConfirmCause', { anyDisputed: true, objectionRound: 2 })
    expect(matter.tasks()).to.deep.equal(['Task_HeadRule'])
    await matter.complete('Task_HeadRule')
    expect(matter.tasks()).to.deep.equal(['Task_Verdict'])
  })

  it('disputed in vain counts as confirmed from the ruling', async () => {
    const matter = await analysed([1])
    await matter.complete('Task_ConfirmCause', { anyDisputed: true, objectionRound: 1 })
    expect(matter.facts.causeConfirmedAt).to.equal(undefined)
    await matter.complete('Task_Rule', { ruling: 'uphold' })
    expect(matter.facts.causeConfirmedAt).to.equal(matter.facts.now)
    expect(matter.tasks()).to.deep.equal(['Task_Verdict'])
  })

  it('of no department’s is sent on once; sent away again, the head decides whose it is', async () => {
    const matter = await analysed([1])
    await matter.complete('Task_ConfirmCause', { anyNotOurs: true, transfers: 1 })
    await matter.complete('Task_Transfer', { departments: [2] })
    await matter.complete('Task_ConfirmCause', { anyNotOurs: true, transfers: 2 })
    expect(matter.tasks()).to.deep.equal(['Task_HeadRule'])
  })

  it('that was sent on twice and is then confirmed does not go to the head', async () => {
    const matter = await analysed([1])
    await matter.complete('Task_ConfirmCause', { anyNotOurs: false, anyDisputed: false, transfers: 2 })
    expect(matter.tasks()).to.deep.equal(['Task_Verdict'])
  })

  it('not judged in time goes to the head, and then counts as the department’s', async () => {
    const matter = await analysed([1])
    await matter.complete('Task_ConfirmCause')
    await matter.fire('Timer_VerdictDue')
    expect(matter.tasks()).to.deep.equal(['Task_HeadVerdict'])
    await matter.fire('Timer_HeadVerdictDue')
    expect(matter.facts.verdict).to.equal('department')
    expect(matter.facts.verdictReason).to.be.a('string')
    expect(matter.tasks()).to.deep.equal(['Task_Rectify'])
  })

  it('suspected to be a recurrence is one or is not, by the verdict', async () => {
    const matter = await analysed([1])
    Object.assign(matter.facts, { recurrence: 'suspected' })
    await matter.complete('Task_ConfirmCause')
    await matter.complete('Task_Verdict', {
      ...{ verdict: 'department', recurrenceFinding: 'confirmed', recurrenceReason: '同一条要求' },
    })
    expect(matter.facts.recurrence).to.equal('confirmed')
    const other = await judged('department')
    expect(other.facts.recurrence).to.equal('no')
  })

  it('can be reviewed once; a changed verdict starts the clocks anew', async () => {
    const matter = await judged('citizen')
    await matter.complete('Task_PhoneReply', { callResult: 'answered' })
    await matter.complete('Task_FollowUp')
    await matter.complete('Task_ReturnVisit', { reviewRequested: true })
    matter.facts.now = '2026-05-20T02:00:00.000Z'
    await matter.complete('Task_Review', { reviewResult: 'change' })
    expect(matter.facts.causeConfirmedAt).to.equal('2026-05-20T02:00:00.000Z')
    await matter.complete('Task_Verdict', { verdict: 'department' })
    await matter.complete('Task_Rectify')
    await matter.complete('Task_Verify', { rectificationAccepted: true })
    await matter.complete('Task_Feedback', { feedbackKind: 'final' })
    await matter.complete('Task_FollowUp')
    await matter.complete('Task_ReturnVisit', { reviewRequested: true })
    expect(matter.ended()).to.equal('End_Archived')
  })

  it('upheld on review is archived', async () => {
    const matter = await judged('citizen')
    await matter.complete('Task_PhoneReply', { callResult: 'answered' })
    await matter.complete('Task_FollowUp')
    await matter.complete('Task_ReturnVisit', { reviewRequested: true })
    await matter.complete('Task_Review', { reviewResult: 'uphold' })
    expect(matter.ended()).to.equal('End_Archived')
  })

  for (const [event, end] of [
    ['Event_Withdrawn', 'End_Withdrawn'],
    ['Event_Merged', 'End_Merged'],
  ] as const) {
    it(`ends at any time by ${event}`, async () => {
      const matter = await judged('mixed')
      await matter.receive(event)
      expect(matter.ended()).to.equal(end)
      expect(matter.tasks()).to.deep.equal([])
    })
  }
})

describe('A quarter on the model', () => {
  it('is drafted, sent back, approved, frozen, sent and acknowledged by every leader', async () => {
    const matter = await play('quarterly-report', { leaders: [7, 8] })
    await matter.complete('Task_Draft')
    await matter.complete('Task_Approve', { approved: false })
    await matter.complete('Task_Draft')
    await matter.complete('Task_Approve', { approved: true })
    expect(matter.tasks()).to.deep.equal([])
    await matter.finishJob('Job_Freeze')
    await matter.complete('Task_Send')
    expect(matter.facts.sentAt).to.equal(matter.facts.now)
    expect(matter.tasks()).to.deep.equal(['Task_Acknowledge', 'Task_Acknowledge'])
    await matter.fire('Timer_AcknowledgeDue')
    await matter.complete('Task_Acknowledge')
    await matter.complete('Task_Acknowledge')
    expect(matter.ended()).to.equal('End_Reported')
  })
})

async function analysed(departments: readonly number[]): Promise<PlayedCase> {
  const played = await play('banbuchengshi', { channel: 'web', departments })
  await played.complete('Task_ScopeCheck', { scope: 'accept' })
  await played.complete('Task_Analyse')
  return played
}

async function judged(verdict: string): Promise<PlayedCase> {
  const played = await analysed([1])
  await played.complete('Task_ConfirmCause')
  await played.complete('Task_Verdict', { verdict })
  return played
}
