import { expect } from 'chai'
import { localDateOf } from '../../src/calendar/index.js'
import { casePage } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { analysedCase, confirmedCase } from './stages.js'

describe('The department is at fault: it rectifies, the citizen hears within ten working days', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-14T09:00:00+08:00' })
  })
  afterEach(() => office.close())

  it('case 1 goes from the window to the archive', async () => {
    const { officer, liaison } = office.people
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    await office.passTo('2026-04-16T10:00:00+08:00')
    await office.complete(number, 'Task_Rectify', liaison, say.rectified)
    await office.complete(number, 'Task_Verify', officer, say.returned)
    await office.complete(number, 'Task_Rectify', liaison, say.rectified)
    await office.complete(number, 'Task_Verify', officer, say.passedCheck)
    await office.complete(number, 'Task_Feedback', officer, say.feedback)
    await office.complete(number, 'Task_FollowUp', officer, say.done)
    await office.complete(number, 'Task_ReturnVisit', officer, say.satisfied)

    const row = (await office.parts.store.read.cases.byNumber(number))!
    expect(row).to.include({
      verdict: 'department',
      cause: 'B2',
      outcome: 'done',
      satisfaction: 5,
      endEvent: 'End_Archived',
    })
    expect(row.hiddenBarrier).to.equal(true)
    expect(row.closedAt).to.not.equal(null)
    expect(await office.open(number)).to.deep.equal([])
    const rectifications = await office.parts.store.read.rectifications.ofCase(row.id)
    expect(rectifications.map(one => [one.acceptedAt !== null, one.returnedReason])).to.deep.equal([
      [false, '指南尚未公布'],
      [true, null],
    ])
  })

  it('promises ten working days from the day the cause is confirmed, Guangxi’s own holidays left out', async () => {
    await office.passTo('2026-04-15T09:00:00+08:00')
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', office.people.officer, say.departmentAtFault)
    const promise = (await casePage(office.parts, office.people.officer, number)).deadlines.find(
      deadline => deadline.promise === 'feedback',
    )!
    // date-oracles.json: 2026-04-15 + 10 working days in Guangxi is 2026-05-06
    expect(promise).to.include({
      kind: 'statutory',
      startOn: '2026-04-15',
      dueOn: '2026-05-06',
      provisional: false,
    })
    expect(promise.explanation!.days.filter(day => day.counted !== null)).to.have.length(10)
  })

  it('shows yellow one working day before and red when the tenth day passes; the supervisor gets a task and a 督办单', async () => {
    const { officer, liaison, supervisor } = office.people
    await office.passTo('2026-04-15T09:00:00+08:00')
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    const card = async () =>
      (await casePage(office.parts, officer, number)).deadlines.find(
        deadline => deadline.promise === 'feedback',
      )!.card

    await office.passTo('2026-04-30T08:29:00+08:00')
    expect(await card()).to.equal('none')
    await office.passTo('2026-04-30T08:31:00+08:00')
    expect(await card()).to.equal('yellow')
    await office.passTo('2026-05-06T17:29:00+08:00')
    expect(await card()).to.equal('yellow')
    await office.passTo('2026-05-06T17:31:00+08:00')
    expect(await card()).to.equal('red')

    const task = await office.task(number, 'Task_SuperviseFeedback')
    expect(task.candidateGroup).to.equal('supervisor')
    const row = (await office.parts.store.read.cases.byNumber(number))!
    const papers = await office.parts.store.read.supervisions.ofCase(row.id)
    expect(papers.map(paper => paper.number)).to.include('督〔2026〕1号')
    await office.complete(number, 'Task_SuperviseFeedback', supervisor, say.supervised)

    // Late is late: the limit stays red until the citizen has heard, and what was missed stays missed.
    await office.complete(number, 'Task_Rectify', liaison, say.rectified)
    await office.complete(number, 'Task_Verify', officer, say.passedCheck)
    expect(await card()).to.equal('red')
    await office.complete(number, 'Task_Feedback', officer, say.feedback)
    const { deadlines } = await casePage(office.parts, officer, number)
    const promise = deadlines.find(deadline => deadline.promise === 'feedback')!
    expect(promise.closedAt).to.not.equal(null)
    expect(promise.card).to.equal('red')
    expect(localDateOf(promise.closedAt!)).to.equal('2026-05-06')
  })

  it('treats a department that says nothing for a working day as confirming', async () => {
    const { officer } = office.people
    const number = await analysedCase(office)
    await office.passTo('2026-04-15T17:31:00+08:00')
    const row = (await office.parts.store.read.cases.byNumber(number))!
    const said = await office.parts.store.read.caseDepartments.ofCase(row.id)
    expect(said.map(one => one.confirmation)).to.deep.equal(['deemed'])
    expect(row.causeConfirmedAt).to.not.equal(null)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
  })

  it('decides for the office when nobody does: the head first, then the department’s fault is presumed', async () => {
    const number = await confirmedCase(office)
    await office.passTo('2026-04-15T17:31:00+08:00')
    await office.task(number, 'Task_HeadVerdict')
    await office.passTo('2026-04-16T17:31:00+08:00')
    const row = (await office.parts.store.read.cases.byNumber(number))!
    expect(row.verdict).to.equal('department')
    await office.task(number, 'Task_Rectify')
  })
})
