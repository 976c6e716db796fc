import { expect } from 'chai'
import { reopenCase } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { confirmedCase, rectifyAndArchive } from './stages.js'

const appointed = {
  appointmentWindow: '06号窗口',
  appointmentOn: '2026-04-23',
  appointmentAt: '上午9点半',
  appointmentContact: '值班员',
}

describe('Replied is not solved: the appointment, the outcome, and the case that comes back', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  const row = async (number: string) => (await office.parts.store.read.cases.byNumber(number))!
  const open = async (number: string) => (await office.open(number)).map(({ activityId }) => activityId)
  const refused = (work: Promise<void>) =>
    work.then(
      () => null,
      (error: unknown) => error as { code: string; fields?: Record<string, string> },
    )

  it('an appointment is told to the window, warned of the day before, and red when nobody says what came of it', async () => {
    const { officer, clerk } = office.people
    const number = await fedBack()
    await office.complete(number, 'Task_FollowUp', officer, appointed)
    expect(await open(number)).to.deep.equal(['Task_Appointment'])
    expect(await toldTo(`clerk`, clerk.placeId)).to.include('appointment')
    await office.passTo('2026-04-22T09:00:00+08:00')
    expect(await cards(number)).to.deep.equal(['yellow'])
    expect(await toldTo('clerk', clerk.placeId), 'the window is reminded too').to.include('card.yellow')
    expect(await toldTo('clerk', office.places.street), 'and no other').to.not.include('card.yellow')
    await office.passTo('2026-04-23T17:31:00+08:00')
    expect(await cards(number)).to.deep.equal(['yellow', 'red'])
    await office.complete(number, 'Task_Appointment', officer, { ...appointed, appointmentOn: '2026-04-27' })
    expect(await open(number), 'agreed anew').to.deep.equal(['Task_Appointment'])
    await office.complete(number, 'Task_Appointment', officer, say.done)
    expect(await open(number)).to.deep.equal(['Task_ReturnVisit'])
    expect((await row(number)).outcome).to.equal('done')
  })

  it('neither outcome nor appointment, a day off, a day that is over: each is told beside its field', async () => {
    const { officer } = office.people
    const number = await fedBack()
    const follow = (answers: object) =>
      refused(office.complete(number, 'Task_FollowUp', officer, answers as Record<string, unknown>))
    expect((await follow({}))!.fields).to.have.keys('outcome', 'appointmentOn', 'appointmentWindow')
    expect((await follow({ ...appointed, appointmentOn: '2026-04-19' }))!.fields).to.have.keys(
      'appointmentOn',
    )
    expect((await follow({ ...appointed, appointmentOn: '2026-04-13' }))!.fields).to.have.keys(
      'appointmentOn',
    )
    expect(await open(number)).to.deep.equal(['Task_FollowUp'])
  })

  it('unsatisfied for cause, the case goes back to the analysis with new days and its whole history', async () => {
    const { officer } = office.people
    const number = await fedBack()
    await office.complete(number, 'Task_FollowUp', officer, {
      outcome: 'notDone',
      outcomeNote: '窗口仍要声明',
    })
    await office.passTo('2026-05-12T09:00:00+08:00')
    await office.complete(number, 'Task_ReturnVisit', officer, {
      satisfaction: '1',
      dissatisfaction: '又被要了一次声明',
      reopenRequested: 'true',
    })
    expect(await open(number)).to.deep.equal(['Task_Analyse'])
    expect(await row(number)).to.include({ outcome: null, closedAt: null })
    const analysis = (await limits(number)).findLast(({ activityId }) => activityId === 'Timer_AnalysisDue')
    expect(analysis, 'two working days from now').to.include({ dueOn: '2026-05-14' })
    await again(number)
    expect((await row(number)).feedbackAt, 'the first answer is none to the new promise').to.equal(null)
    const feedback = (await limits(number)).findLast(({ promise }) => promise === 'feedback')
    expect(feedback).to.include({ startOn: '2026-05-12', promisedOn: '2026-05-26' })
    await rectifyAndArchive(office, number)
    expect(await row(number)).to.include({ endEvent: 'End_Archived', outcome: 'done' })
  })

  it('a case in the archive is opened again by the office, with a reason, and the window has no part in it', async () => {
    const { officer, clerk } = office.people
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    await rectifyAndArchive(office, number)
    await office.passTo('2026-06-01T09:00:00+08:00')
    expect((await refused(reopenCase(office.parts, officer, { number, reason: '' })))!.code).to.equal(
      'invalidAnswers',
    )
    expect((await refused(reopenCase(office.parts, clerk, { number, reason: '又来了' })))!.code).to.equal(
      'notAllowed',
    )
    await reopenCase(office.parts, officer, { number, reason: '群众来电：窗口又要声明' })
    expect((await refused(reopenCase(office.parts, officer, { number, reason: '再开' })))!.code).to.equal(
      'nothingToDo',
    )
    expect(await open(number)).to.deep.equal(['Task_ScopeCheck'])
    const before = await office.parts.store.read.history.ofCase((await row(number)).id)
    expect(before.map(({ kind }) => kind)).to.include.members(['case.registered', 'case.reopened'])
    await office.complete(number, 'Task_ScopeCheck', officer, say.accept)
    await again(number)
    await rectifyAndArchive(office, number)
    expect(await row(number)).to.include({ endEvent: 'End_Archived' })
  })

  it('several rectifications of one case, and one that serves two', async () => {
    const { officer, liaison } = office.people
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    await office.complete(number, 'Task_Rectify', liaison, {
      ...say.rectified,
      rectificationPart: '申请材料',
    })
    await office.complete(number, 'Task_Verify', officer, { ...say.passedCheck, moreRectification: 'true' })
    await office.complete(number, 'Task_Rectify', liaison, {
      ...say.rectified,
      rectificationElement: '窗口服务',
      after: '一次性告知单',
    })
    await office.complete(number, 'Task_Verify', officer, { ...say.passedCheck, moreRectification: 'false' })
    await office.task(number, 'Task_Feedback')
    const own = await office.parts.store.read.rectifications.ofCase((await row(number)).id)
    expect(own.map(({ part, acceptedAt }) => [part, acceptedAt !== null])).to.deep.equal([
      ['申请材料', true],
      [null, true],
    ])
    const second = await confirmedCase(office, { answers: { contact: '10000000222' } })
    await office.complete(second, 'Task_Verdict', officer, {
      ...say.departmentAtFault,
      recurrenceFinding: 'dismissed',
    })
    await office.complete(second, 'Task_Rectify', liaison, {
      ...say.rectified,
      rectificationPart: '申请材料',
    })
    const [same] = await office.parts.store.read.rectifications.ofCase((await row(second)).id)
    expect(same!.sameAs).to.equal(own[0]!.id)
  })

  async function fedBack(): Promise<string> {
    const { officer, liaison } = office.people
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    await office.complete(number, 'Task_Rectify', liaison, say.rectified)
    await office.complete(number, 'Task_Verify', officer, say.passedCheck)
    await office.complete(number, 'Task_Feedback', officer, say.feedback)
    return number
  }

  /** Analysed, confirmed and given a verdict a second time. */
  async function again(number: string) {
    const { officer, liaison } = office.people
    await office.complete(number, 'Task_Analyse', officer, say.analysis([office.departments.market]))
    await office.complete(number, 'Task_ConfirmCause', liaison, say.confirmed)
    await office.complete(number, 'Task_Verdict', officer, {
      ...say.departmentAtFault,
      recurrenceFinding: 'confirmed',
    })
  }

  const limits = async (number: string) => office.parts.store.read.deadlines.ofCase((await row(number)).id)

  async function cards(number: string) {
    const limit = (await limits(number)).findLast(({ activityId }) => activityId === 'Timer_AppointmentDue')!
    return (await office.parts.store.read.deadlines.cards([limit.id])).map(({ level }) => level)
  }

  async function toldTo(role: string, placeId: number | null) {
    const reader = { accountId: 0, reaches: [{ role, placeId }] }
    const { rows } = await office.parts.store.views.noticeList({ reader, after: null, limit: 20 })
    return rows.map(({ kind }) => kind)
  }
})
