import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import {
  casePage,
  deploy,
  noticeList,
  pressCase,
  reassignTask,
  replyToPress,
  unreadNotices,
} from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { confirmedCase } from './stages.js'

describe('A limit passes: cards reach people, and the chain goes up by the diagram', () => {
  let office: TestOffice
  let number: string

  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-14T09:00:00+08:00' })
    await office.passTo('2026-04-15T09:00:00+08:00')
    number = await citizensCase()
  })
  afterEach(() => office.close())

  it('yellow reaches the officers, red them and the supervisor, with a numbered paper; a silent day reaches the leader', async () => {
    const { officer, otherOfficer, supervisor, leader, liaison } = office.people
    // 2026-04-15 + 3 working days, 三月三 left out, is the 22nd (date-oracles.json)
    await office.passTo('2026-04-21T08:29:00+08:00')
    expect(await told(officer, number)).to.not.include('card.yellow')
    await office.passTo('2026-04-21T08:31:00+08:00')
    for (const one of [officer, otherOfficer]) expect(await told(one, number)).to.deep.equal(['card.yellow'])
    expect(await told(supervisor, number)).to.deep.equal([])

    await office.passTo('2026-04-22T17:31:00+08:00')
    expect(await told(officer, number)).to.deep.equal(['card.yellow', 'card.red', 'supervise'])
    expect(await told(supervisor, number)).to.deep.equal(['escalation'])
    const { supervisions } = await casePage(office.parts, officer, number)
    expect(
      supervisions.map(one => [one.number, one.by, one.pressed.map(task => task.activityId)]),
    ).to.deep.equal([['督〔2026〕1号', null, ['Task_PhoneReply']]])

    await office.passTo('2026-04-23T17:29:00+08:00')
    expect(await told(leader, number)).to.deep.equal([])
    await office.passTo('2026-04-23T17:31:00+08:00')
    expect(await told(supervisor, number)).to.deep.equal(['escalation', 'card.yellow', 'card.red'])
    expect(await told(leader, number)).to.deep.equal(['escalation'])
    expect(await told(liaison, number), 'the department has nothing to do with it').to.deep.equal([])
    await office.complete(number, 'Task_LeadPhoneReply', leader, say.instructed)

    // the main line was held up by none of it
    await office.complete(number, 'Task_PhoneReply', officer, say.answered)
    await office.complete(number, 'Task_FollowUp', officer, say.done)
    await office.complete(number, 'Task_ReturnVisit', officer, say.satisfied)
    expect((await office.parts.store.read.cases.byNumber(number))!.endEvent).to.equal('End_Archived')
    expect(await office.open(number), 'the unread paper ends with the case').to.deep.equal([])
  })

  it('a supervisor who acts in time keeps it from the leader', async () => {
    const { supervisor, leader } = office.people
    await office.passTo('2026-04-23T09:00:00+08:00')
    await office.complete(number, 'Task_SupervisePhoneReply', supervisor, say.supervised)
    await office.passTo('2026-04-27T09:00:00+08:00')
    expect(await told(leader, number)).to.deep.equal([])
  })

  it('what was answered in the meantime does not go up, read or not', async () => {
    const { officer, leader } = office.people
    await office.passTo('2026-04-23T09:00:00+08:00')
    await office.complete(number, 'Task_PhoneReply', officer, say.answered)
    await office.passTo('2026-04-27T09:00:00+08:00')
    expect(await told(leader, number)).to.deep.equal([])
    await office.task(number, 'Task_SupervisePhoneReply')
  })

  it('another wait and another receiver in the diagram, and the next case follows it; the old one does not', async () => {
    const { officer, supervisor, leader } = office.people
    await deploy(office.parts, { xml: changedDiagram(), reason: '督办改为2个工作日，报经办人', by: null })
    const next = await citizensCase()
    await office.passTo('2026-04-22T17:31:00+08:00')
    await office.passTo('2026-04-23T17:31:00+08:00')
    expect(await told(leader, number)).to.deep.equal(['escalation'])
    const asDrawn = ['card.yellow', 'card.red', 'escalation']
    expect(await told(supervisor, next), 'the cards of the reply go to the supervisor').to.deep.equal(asDrawn)
    await office.passTo('2026-04-24T17:31:00+08:00')
    expect(await told(leader, next), 'this diagram asks somebody else').to.deep.equal([])
    expect((await office.task(next, 'Task_LeadPhoneReply')).candidateGroup).to.equal('admin')
    expect(await told(officer, next), 'and not to the officers').to.deep.equal(['supervise'])
  })

  it('down for five working days: each card once, in the order it fell due, and nothing to the citizen', async () => {
    const { officer, supervisor } = office.people
    office.clock.set('2026-04-29T09:00:00+08:00')
    await office.passTo('2026-04-29T09:01:00+08:00')
    await office.passTo('2026-04-29T09:02:00+08:00')
    expect(await told(officer, number)).to.deep.equal(['card.yellow', 'card.red', 'supervise'])
    expect(await told(supervisor, number), 'who has a whole day from when they could know').to.deep.equal([
      'escalation',
    ])
    await office.passTo('2026-04-30T17:31:00+08:00')
    await office.task(number, 'Task_LeadPhoneReply')
  })

  it('a limit on a sub-process warns whoever has a task within it, the department of its own', async () => {
    const { officer, liaison } = office.people
    const other = await confirmedCase(office)
    await office.complete(other, 'Task_Verdict', officer, say.departmentAtFault)
    await office.passTo('2026-05-06T17:31:00+08:00')
    expect(await told(liaison, other)).to.include.members(['card.yellow', 'card.red', 'supervise'])
    const strangers = { ...liaison, accountId: 999, departmentId: office.departments.housing }
    expect(await told(strangers, other), 'no other department').to.deep.equal([])
  })

  /** A case that waits for the call to its citizen. */
  async function citizensCase(): Promise<string> {
    const made = await confirmedCase(office, {
      answers: { guideMatch: 'same', contact: `1000000${String(Math.random()).slice(2, 6)}` },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    await office.complete(made, 'Task_Verdict', office.people.officer, say.citizensPart)
    return made
  }

  /** What somebody was told about a case, the oldest first; the limits of the steps before it left out. */
  async function told(actor: Actor, about: string): Promise<readonly string[]> {
    const { rows } = await noticeList(office.parts, actor, { after: null, limit: 100 })
    return rows
      .filter(({ caseNumber }) => caseNumber === about)
      .map(({ kind }) => kind)
      .toReversed()
  }

  function changedDiagram(): string {
    const xml = readFileSync(new URL('../../processes/banbuchengshi.bpmn', import.meta.url), 'utf8')
    const longer = xml.replace(
      /(<bpmn:boundaryEvent id="Timer_SupervisePhoneReplyDue" name=")1(个[^]*?>)P1D(<)/,
      '$12$2P2D$3',
    )
    return longer
      .replace(/(id="Task_LeadPhoneReply"[^>]*candidateGroups=")leader"/, '$1admin"')
      .replace('bdc:promise="phoneReply"', 'bdc:promise="phoneReply" bdc:warn="supervisor"')
  }
})

describe('The supervisor presses and reassigns by hand', () => {
  let office: TestOffice
  let number: string

  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-15T09:00:00+08:00' })
    number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', office.people.officer, say.departmentAtFault)
  })
  afterEach(() => office.close())

  it('it reaches who has the work, who answers; the answer reaches who pressed', async () => {
    const { supervisor, liaison, officer } = office.people
    await pressCase(office.parts, supervisor, {
      number,
      kind: 'supervise',
      message: '请说明整改进展',
      submissionId: 'f',
    })
    const [notice] = (await noticeList(office.parts, liaison, { after: null, limit: 1 })).rows
    expect(notice).to.include({ kind: 'supervise', message: '请说明整改进展', fromName: supervisor.name })
    const [paper] = (await casePage(office.parts, liaison, number)).supervisions
    expect(paper).to.include({ number: '督〔2026〕1号', byName: supervisor.name, mayReply: true })
    expect((await casePage(office.parts, officer, number)).supervisions[0]!.mayReply).to.equal(false)

    const reply = { number, supervisionId: paper!.id }
    const refused = await replyToPress(office.parts, officer, { ...reply, words: '不是我的' }).catch(codeOf)
    expect(refused).to.equal('notFound')
    expect(await replyToPress(office.parts, liaison, { ...reply, words: ' ' }).catch(codeOf)).to.equal(
      'invalidAnswers',
    )
    await replyToPress(office.parts, liaison, { ...reply, words: '指南已改，今日公布' })
    const [told] = (await noticeList(office.parts, supervisor, { after: null, limit: 1 })).rows
    expect(told).to.include({ kind: 'reply', fromName: liaison.name })
    const [answered] = (await casePage(office.parts, supervisor, number)).supervisions
    expect(answered!.replies.map(({ words }) => words)).to.deep.equal(['指南已改，今日公布'])
  })

  it('the same form sent twice presses once', async () => {
    const { supervisor, liaison } = office.people
    const press = { number, kind: 'supervise', message: '请办理', submissionId: 'f-1' } as const
    await pressCase(office.parts, supervisor, press)
    await pressCase(office.parts, supervisor, press)
    expect((await casePage(office.parts, supervisor, number)).supervisions).to.have.length(1)
    expect(await unreadNotices(office.parts, liaison)).to.equal(1)
  })

  it('nobody else presses or reassigns, whatever door they come by', async () => {
    const { officer, otherOfficer } = office.people
    const task = await office.task(number, 'Task_Rectify')
    const press = pressCase(office.parts, officer, {
      number,
      kind: 'urge',
      message: '快办',
      submissionId: 'f',
    })
    expect(await press.catch(codeOf)).to.equal('notAllowed')
    const give = { taskId: task.id, revision: task.revision, to: otherOfficer.accountId, reason: '出差' }
    expect(await reassignTask(office.parts, officer, give).catch(codeOf)).to.equal('notAllowed')
  })

  it('改派 tells both, wants a reason, and is counted', async () => {
    const { supervisor, officer, otherOfficer, liaison } = office.people
    await office.complete(number, 'Task_Rectify', liaison, say.rectified)
    expect(await give(officer, ' ').catch(codeOf)).to.equal('invalidAnswers')
    await give(officer, '熟悉该事项')
    await give(otherOfficer, '前一位出差')
    expect(await newest(otherOfficer)).to.include({ kind: 'reassign' })
    expect(await newest(officer)).to.include({ kind: 'reassign.away' })
    const page = await casePage(office.parts, supervisor, number)
    expect(page.reassigned).to.equal(2)
    expect(page.openTasks.map(({ reassigned }) => reassigned)).to.deep.equal([2])
    const counts = await office.parts.store.read.history.reassignments([page.detail.id])
    expect(counts.get(page.detail.id)).to.equal(2)

    async function give(to: Actor, reason: string) {
      const { id, revision } = await office.task(number, 'Task_Verify')
      await reassignTask(office.parts, supervisor, { taskId: id, revision, to: to.accountId, reason })
    }
  })

  it('given away a second time, the other supervisors hear of it, and who did it does not', async () => {
    const { supervisor, officer, otherOfficer, liaison } = office.people
    const [secondId = 0] = await office.parts.store.transaction(unit =>
      unit.accounts.insert([
        {
          username: 'supervisor2',
          passwordHash: '',
          displayName: '另一位负责人',
          role: 'supervisor',
          active: true,
          createdAt: office.clock.now(),
        },
      ]),
    )
    const second = { ...supervisor, accountId: secondId }
    await office.complete(number, 'Task_Rectify', liaison, say.rectified)
    for (const to of [officer, otherOfficer]) {
      const { id, revision } = await office.task(number, 'Task_Verify')
      await reassignTask(office.parts, supervisor, { taskId: id, revision, to: to.accountId, reason: '调整' })
    }
    expect(await newest(second)).to.include({ kind: 'reassign.again' })
    expect(await newest(supervisor)).to.not.have.property('kind', 'reassign.again')
  })

  async function newest(actor: Actor) {
    return (await noticeList(office.parts, actor, { after: null, limit: 1 })).rows[0] ?? {}
  }
})

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code
}
