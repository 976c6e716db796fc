import { expect } from 'chai'
import {
  answerAssistance,
  askAssistance,
  casePage,
  ledger,
  nameSubject,
  recordTalk,
} from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { analysedCase } from './stages.js'

describe('Beside the procedure: 协办, 谈话记录, 被反映人', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => (error as { code?: string }).code,
    )
  const kinds = async (number: string) =>
    (await casePage(office.parts, office.people.officer, number)).timeline.map(({ kind }) => kind)

  it('another department is asked for help: it sees the case, answers once, and who asked is told', async () => {
    const { officer, otherLiaison, liaison } = office.people
    const { housing, medical } = office.departments
    const number = await analysedCase(office)
    expect(await codeOf(casePage(office.parts, otherLiaison, number)), 'not theirs yet').to.equal('notFound')
    const ask = (departmentId: number, request = '请核实房屋用途登记') =>
      askAssistance(office.parts, officer, { number, departmentId, request })
    expect(await codeOf(ask(medical)), 'nobody there would read it').to.equal('noLiaison')
    expect(await codeOf(ask(housing, ' '))).to.equal('invalidAnswers')
    await ask(housing)
    const { assistance } = await casePage(office.parts, otherLiaison, number)
    expect(
      (await ledger(office.parts, otherLiaison, { limit: 5 })).rows.map(row => row.number),
    ).to.deep.equal([number])
    const { id } = assistance[0]!
    const answer = (by = otherLiaison) =>
      answerAssistance(office.parts, by, { number, id, answer: '登记为商业用房' })
    expect(await codeOf(answer(liaison)), 'another department was asked').to.equal('notFound')
    await answer()
    expect(await codeOf(answer())).to.equal('taskAlreadyClosed')
    expect(await kinds(number)).to.include.members(['assistance.asked', 'assistance.answered'])
    const reader = { accountId: officer.accountId, reaches: [{ accountId: officer.accountId }] }
    const told = await office.parts.store.views.noticeList({ reader, after: null, limit: 5 })
    expect(told.rows.map(({ kind }) => kind)).to.include('assistance.answered')
    expect(
      (await office.open(number)).map(({ activityId }) => activityId),
      'it moves nothing',
    ).to.deep.equal(['Task_ConfirmCause'])
  })

  it('with whom somebody talked is kept, with how and what', async () => {
    const { officer, leader } = office.people
    const number = await analysedCase(office)
    const talk = { number, with: '06号窗口值班员', how: '当面', words: '承认口头要过房东声明' }
    expect(await codeOf(recordTalk(office.parts, leader, talk))).to.equal('notAllowed')
    expect(await codeOf(recordTalk(office.parts, officer, { ...talk, with: '' }))).to.equal('invalidAnswers')
    await recordTalk(office.parts, officer, talk)
    const told = (await casePage(office.parts, officer, number)).timeline.find(
      ({ kind }) => kind === 'case.talked',
    )
    expect(told!.data).to.deep.include({ how: '当面', words: '承认口头要过房东声明' })
  })

  it('a case about one of the office’s people is analysed by another, whoever calls', async () => {
    const { clerk, officer, otherOfficer } = office.people
    const number = await office.register({ aboutOffice: 'on' })
    await office.complete(number, 'Task_HandOver', clerk, say.handOver)
    await office.complete(number, 'Task_ScopeCheck', officer, { ...say.accept, aboutWhom: 'person' })
    const analyse = (by = officer) =>
      office.complete(number, 'Task_Analyse', by, say.analysis([office.departments.market]))
    expect(await codeOf(analyse()), 'about whom?').to.equal('subjectMissing')
    await nameSubject(office.parts, officer, { number, accountId: officer.accountId, reason: '群众当面所说' })
    expect(await codeOf(analyse())).to.equal('complainedAbout')
    const other = { number, accountId: clerk.accountId, reason: '不是我' }
    expect(await codeOf(nameSubject(office.parts, officer, other)), 'nobody clears themselves').to.equal(
      'complainedAbout',
    )
    await analyse(otherOfficer)
    await office.task(number, 'Task_ConfirmCause')
  })
})
