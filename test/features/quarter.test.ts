import { expect } from 'chai'
import fc from 'fast-check'
import { completeTask, figurePage, reportPage, reportPaper, withdrawCase } from '../../src/runtime/index.js'
import type { Actor } from '../../src/casework/actor.js'
import { learningAdvance } from '../../src/engine/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { analysedCase, confirmedCase, rectifyAndArchive } from './stages.js'

// Many cases on ways that the other stories check turn by turn: here they may be looked up.
const learning = learningAdvance()

/*
 * The second quarter of 2026, by hand:
 *
 *   a  department at fault, rectified, fed back and archived in time     feedback due 30 April, kept
 *   b  department at fault, never fed back                               feedback due 30 April, missed
 *   c  citizen at fault, called in time                                  call due 21 April, kept
 *   d  citizen at fault, called after it                                  call due 21 April, missed
 *   e  citizen at fault, four calls in vain, letter in time              call due 21 April, apart
 *   f  withdrawn before the cause was confirmed
 *   g  registered on 30 June, still open when the quarter ends
 *
 * All but g are registered and confirmed on Tuesday 14 April. Three working days: 15, 16, then 三月三 (17 and 20 off), 21.
 * Ten: 15, 16, 21, 22, 23, 24, 27, 28, 29, 30.
 */
describe('The quarter’s report', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-14T09:00:00+08:00', advance: learning })
    const { officer } = office.people
    const a = await confirmedCase(office)
    const b = await confirmedCase(office, {
      answers: { item: '公共场所卫生许可延续', contact: '10000000110' },
    })
    const [c, d, e] = [
      await citizens(office, '103'),
      await citizens(office, '104'),
      await citizens(office, '105'),
    ]
    const f = await analysedCase(office, { answers: { contact: '10000000106', item: '居住证签注' } })
    await office.complete(a, 'Task_Verdict', officer, say.departmentAtFault)
    await office.complete(b, 'Task_Verdict', officer, say.departmentAtFault)
    await withdrawCase(office.parts, { number: f, reason: '不办了' })
    await rectifyAndArchive(office, a)
    await office.complete(c, 'Task_PhoneReply', officer, say.answered)
    for (let n = 0; n < 3; n++) await office.complete(e, 'Task_PhoneReply', officer, say.noAnswer)
    await office.passTo('2026-04-15T09:00:00+08:00')
    await office.complete(e, 'Task_PhoneReply', officer, say.noAnswer)
    await office.complete(e, 'Task_WrittenNotice', officer, { noticeChannel: '信函', noticeText: '请补材料' })
    await office.passTo('2026-04-24T09:00:00+08:00')
    await office.complete(d, 'Task_PhoneReply', officer, say.answered)
    await office.passTo('2026-06-30T16:00:00+08:00')
    await office.register({ contact: '10000000107', item: '烟花爆竹零售许可' })
  })
  afterEach(() => office.close())

  it('has the figures that a hand would count', async () => {
    await office.passTo('2026-07-01T08:00:00+08:00')
    const { figures } = await reportPage(office.parts, office.people.officer, '2026Q2')
    const { counts, rates } = figures
    expect(counts).to.include({
      received: 7,
      withdrawn: 1,
      archived: 1,
      unreachable: 1,
      phoneReplyLate: 1,
      feedbackLate: 1,
    })
    expect(counts.carriedOut, 'b, c, d, e and g go on').to.equal(5)
    expect(rates.phoneReplyOnTime, 'c of c and d; e apart').to.include({ numerator: 1, denominator: 2 })
    expect(rates.feedbackOnTime, 'a of a and b').to.include({ numerator: 1, denominator: 2 })
    expect(rates.solved, 'a alone has an outcome').to.include({ numerator: 1, denominator: 1 })
    expect(rates.satisfaction, 'a was asked and is satisfied').to.include({ numerator: 1, denominator: 1 })
    expect(rates.awareness, 'all seven had read the guide').to.include({ numerator: 7, denominator: 7 })
  })

  it('begins itself on the first working day, is drafted, approved, frozen, sent and acknowledged', async () => {
    const { officer, supervisor, leader } = office.people
    expect(await office.parts.store.read.reports.latest('2026Q2')).to.equal(null)
    await office.passTo('2026-07-01T09:00:00+08:00')
    const report = (await office.parts.store.read.reports.latest('2026Q2'))!
    const begun = await reportPage(office.parts, officer, '2026Q2')
    expect(begun.sections[0]!.words).to.contain('7')

    const answers = Object.fromEntries(
      Object.entries(report.text as object).map(([key, value]) => [key, String(value)]),
    )
    await doTask(office, report.instanceId!, officer, answers)
    await doTask(office, report.instanceId!, supervisor, { approved: 'true' })
    await office.passTo('2026-07-01T09:01:00+08:00') // the job that freezes it
    await doTask(office, report.instanceId!, officer, {
      sentChannel: '纸质文件',
      sentNumber: '城中政管报〔2026〕3号',
    })
    const sent = await reportPage(office.parts, leader, '2026Q2')
    expect(sent.report!.sentAt).to.not.equal(null)
    expect(sent.sending).to.deep.equal({ channel: '纸质文件', number: '城中政管报〔2026〕3号' })
    const { number } = await reportPaper(office.parts, leader, '2026Q2')
    expect(number, 'on the letter as well').to.equal('城中政管报〔2026〕3号')
    await doTask(office, report.instanceId!, leader, { remark: '请持续整改' })

    const done = await reportPage(office.parts, leader, '2026Q2')
    expect(done.acknowledgements.map(one => [one.name, one.remark])).to.deep.equal([
      ['leader甲', '请持续整改'],
    ])
    const instance = (await office.parts.store.read.instances.byId(report.instanceId!))!
    expect(instance.endEvents).to.deep.equal(['End_Reported'])
  })

  it('says for ever what it said when it was frozen', async () => {
    const { officer, supervisor } = office.people
    await office.passTo('2026-07-01T09:00:00+08:00')
    const report = (await office.parts.store.read.reports.latest('2026Q2'))!
    await doTask(office, report.instanceId!, officer, { sectionOverview: '总体情况' })
    await doTask(office, report.instanceId!, supervisor, { approved: 'true' })
    await office.passTo('2026-07-01T09:01:00+08:00')
    const shown = async () => {
      const { figures, sections } = await reportPage(office.parts, officer, '2026Q2')
      const lists = []
      for (const figure of ['received', 'phoneReplyLate', 'carriedOut'] as const)
        lists.push((await figurePage(office.parts, officer, { ...asked, figure })).rows)
      return { figures, sections, lists }
    }
    const frozen = await shown()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(999), { minLength: 12, maxLength: 12 }), async acts => {
        for (const act of acts) await happen(office, act)
        expect(await shown()).to.deep.equal(frozen)
      }),
      { numRuns: 4 },
    )
  })
})

const asked = { quarter: '2026Q2', version: null, by: null, value: null, after: -1, limit: 50 } as const

/** Something of what can happen to cases after their quarter: a step, a withdrawal, a new case, a week that passes. */
async function happen(office: TestOffice, act: number): Promise<void> {
  if (act % 10 === 0) {
    await office.register({ contact: `1000000${1000 + act}` })
    return
  }
  if (act % 10 === 1) {
    const later = new Date(Date.parse(office.clock.now()) + 7 * 86_400_000)
    return office.passTo(later.toISOString())
  }
  const { rows } = await office.parts.store.views.caseList({ status: 'open', limit: 20 })
  const { number } = rows[act % rows.length] ?? {}
  if (number === undefined) return
  if (act % 10 === 2) return withdrawCase(office.parts, { number, reason: '不办了' })
  const [task] = await office.open(number)
  const done = task && answersTo(office)[task.activityId]
  if (done) await office.complete(number, task.activityId, done.by, { ...done.answers })
}

/** How each step is done, by whom. */
function answersTo({ people }: TestOffice): Readonly<Record<string, { by: Actor; answers: object }>> {
  const { clerk, officer, liaison, supervisor } = people
  return {
    Task_HandOver: { by: clerk, answers: say.handOver },
    Task_Verdict: { by: officer, answers: say.departmentAtFault },
    Task_PhoneReply: { by: officer, answers: say.answered },
    Task_Rectify: { by: liaison, answers: say.rectified },
    Task_Verify: { by: officer, answers: say.passedCheck },
    Task_Feedback: { by: officer, answers: say.feedback },
    Task_FollowUp: { by: officer, answers: say.done },
    Task_ReturnVisit: { by: officer, answers: say.satisfied },
    Task_SuperviseFeedback: { by: supervisor, answers: say.supervised },
    Task_SupervisePhoneReply: { by: supervisor, answers: say.supervised },
  }
}

/** A case in which the citizen’s papers are incomplete, with its verdict. */
async function citizens(office: TestOffice, tail: string): Promise<string> {
  const number = await confirmedCase(office, {
    answers: { guideMatch: 'same', contact: `10000000${tail}`, item: `城乡居民医保参保登记${tail}` },
    analysis: say.analysis([office.departments.market], 'A1'),
  })
  await office.complete(number, 'Task_Verdict', office.people.officer, say.citizensPart)
  return number
}

async function doTask(office: TestOffice, instanceId: number, actor: Actor, body: Record<string, unknown>) {
  const open = await office.parts.store.read.userTasks.openOf(instanceId)
  const task = open.find(each => each.candidateGroup === actor.role)!
  await completeTask(office.parts, actor, { taskId: task.id, revision: task.revision, body })
}
