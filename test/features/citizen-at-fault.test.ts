import { expect } from 'chai'
import { casePage } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { confirmedCase } from './stages.js'

const missing = { guideMatch: 'same', description: '没带出生医学证明原件，窗口没有收件。', visits: '1' }

describe('The citizen’s papers are incomplete: the office calls within three working days and explains', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-15T09:00:00+08:00' })
  })
  afterEach(() => office.close())

  it('case 2 ends with one call, a list of what is missing, and what became of it', async () => {
    const { officer } = office.people
    const number = await judged(office)
    await office.passTo('2026-04-16T10:00:00+08:00')
    await office.complete(number, 'Task_PhoneReply', officer, say.answered)
    await office.complete(number, 'Task_FollowUp', officer, say.done)
    await office.complete(number, 'Task_ReturnVisit', officer, say.satisfied)
    const row = (await office.parts.store.read.cases.byNumber(number))!
    expect(row).to.include({ verdict: 'citizen', endEvent: 'End_Archived', contactFailed: false })
    expect(row.facts.missingMaterials).to.equal('出生医学证明原件')
    expect(row.repliedAt).to.equal('2026-04-16T02:00:00.000Z')
  })

  it('promises the third working day after the cause is confirmed: 22 April, because of 三月三', async () => {
    const number = await judged(office)
    expect(await promise(office, number)).to.include({
      startOn: '2026-04-15',
      dueOn: '2026-04-22',
      card: 'none',
    })
    await office.passTo('2026-04-17T12:00:00+08:00')
    expect((await promise(office, number)).card).to.equal('none')
    await office.passTo('2026-04-21T08:30:00+08:00')
    expect((await promise(office, number)).card, 'one working day before').to.equal('yellow')
    await office.passTo('2026-04-22T17:30:00+08:00')
    expect((await promise(office, number)).card).to.equal('red')
    expect((await office.task(number, 'Task_SupervisePhoneReply')).candidateGroup).to.equal('supervisor')
    await office.task(number, 'Task_PhoneReply')
  })

  it('is not the citizen’s fault when the guide did not name what was missing (R14)', async () => {
    const number = await confirmedCase(office, {
      answers: { guideMatch: 'more' },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    const refused = await office
      .complete(number, 'Task_Verdict', office.people.officer, { ...say.citizensPart, guideNamesIt: 'false' })
      .catch((error: unknown) => error)
    expect(refused).to.have.property('code', 'invalidAnswers')
    expect((await office.parts.store.read.cases.byNumber(number))!.verdict).to.equal(null)
    await office.task(number, 'Task_Verdict')
  })

  it('case 6: after three tries on two days a letter is the last way, and that is counted apart', async () => {
    const { officer } = office.people
    const number = await judged(office)
    await office.complete(number, 'Task_PhoneReply', officer, say.noAnswer)
    await office.complete(number, 'Task_PhoneReply', officer, say.noAnswer)
    await office.complete(number, 'Task_PhoneReply', officer, say.noAnswer)
    // three tries, but all on one day: it is still to be tried
    await office.task(number, 'Task_PhoneReply')
    await office.passTo('2026-04-16T10:00:00+08:00')
    await office.complete(number, 'Task_PhoneReply', officer, say.noAnswer)
    await office.complete(number, 'Task_WrittenNotice', officer, {
      noticeChannel: '信函',
      noticeText: '请携带出生医学证明原件到窗口办理。',
      noticeProof: '挂号信',
    })
    const row = (await office.parts.store.read.cases.byNumber(number))!
    expect(row.contactFailed).to.equal(true)
    expect(row.repliedAt).to.not.equal(null)
    expect(await office.parts.store.read.calls.ofCase(row.id)).to.have.length(4)
    await office.task(number, 'Task_FollowUp')
  })
})

async function judged(office: TestOffice): Promise<string> {
  const number = await confirmedCase(office, {
    answers: missing,
    analysis: say.analysis([office.departments.market], 'A1'),
  })
  await office.complete(number, 'Task_Verdict', office.people.officer, say.citizensPart)
  return number
}

async function promise(office: TestOffice, number: string) {
  const { deadlines } = await casePage(office.parts, office.people.officer, number)
  return deadlines.find(deadline => deadline.promise === 'phoneReply')!
}
