import { expect } from 'chai'
import { text } from '../../src/catalogue/index.js'
import { linkCases, mergeCase, unlinkCases, unmergeCase } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { analysedCase, confirmedCase } from './stages.js'

describe('The same matter twice: 并单 and 关联', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  const row = async (number: string) => (await office.parts.store.read.cases.byNumber(number))!
  const story = async (number: string) =>
    (await office.parts.store.read.history.ofCase((await row(number)).id)).map(entry => entry.kind)
  const refusal = (work: Promise<void>) => work.then(() => null).catch((error: unknown) => error)

  it('a second report of the same person goes into the first: one visit more, both timelines tell', async () => {
    const first = await analysedCase(office)
    const second = await office.register()
    await mergeCase(office.parts, office.people.officer, { number: second, into: first })
    expect(await row(second)).to.have.property('endEvent', 'End_Merged')
    expect((await row(first)).visits).to.equal(4)
    expect(await story(second)).to.include('case.merged')
    expect(await story(first)).to.include('case.joined')
    expect(await office.open(second)).to.deep.equal([])
  })

  it('taken back, the case stands where it stood, with who had it and the days it had', async () => {
    const { officer, liaison } = office.people
    const first = await office.register()
    const second = await confirmedCase(office)
    await office.complete(second, 'Task_Verdict', officer, say.departmentAtFault)
    const before = await standing(second)
    await office.passTo('2026-04-16T10:00:00+08:00')
    await mergeCase(office.parts, officer, { number: second, into: first })
    await office.passTo('2026-04-17T10:00:00+08:00')
    await unmergeCase(office.parts, officer, { number: second, reason: '是另一家店' })

    expect(await standing(second)).to.deep.equal(before)
    expect(await row(second)).to.include({ endEvent: null, closedAt: null })
    expect((await row(first)).visits).to.equal(3)
    expect(await story(second)).to.include('case.unmerged')
    expect(await story(first)).to.include('case.parted')
    await office.complete(second, 'Task_Rectify', liaison, say.rectified)
    await office.complete(second, 'Task_Verify', officer, say.passedCheck)
    await office.task(second, 'Task_Feedback')
  })

  it('what passed meanwhile is red when it is taken back: a clock was never stopped', async () => {
    const { officer } = office.people
    const first = await office.register()
    const second = await confirmedCase(office, {
      analysis: say.analysis([1], 'A1'),
      answers: { guideMatch: 'same' },
    })
    await office.complete(second, 'Task_Verdict', officer, say.citizensPart)
    await mergeCase(office.parts, officer, { number: second, into: first })
    await office.passTo('2026-05-08T10:00:00+08:00')
    await unmergeCase(office.parts, officer, { number: second })
    await office.passTo('2026-05-08T10:01:00+08:00')
    await office.task(second, 'Task_SupervisePhoneReply')
    await office.task(second, 'Task_PhoneReply')
  })

  it('a merge is taken back once, and not after the other has ended', async () => {
    const { officer } = office.people
    const [first, second] = [await office.register(), await office.register()]
    expect(await refusal(unmergeCase(office.parts, officer, { number: second }))).to.have.property(
      'code',
      'nothingToDo',
    )
    await mergeCase(office.parts, officer, { number: second, into: first })
    await unmergeCase(office.parts, officer, { number: second })
    expect(await refusal(unmergeCase(office.parts, officer, { number: second }))).to.have.property(
      'code',
      'nothingToDo',
    )
    const third = await office.register()
    await mergeCase(office.parts, officer, { number: second, into: first })
    await mergeCase(office.parts, officer, { number: first, into: third })
    expect(await refusal(unmergeCase(office.parts, officer, { number: second }))).to.have.property(
      'code',
      'caseClosed',
    )
    expect((await row(third)).visits).to.equal(4)
  })

  it('another person’s case is linked, not merged; another item needs a word why', async () => {
    const { officer, liaison, clerk } = office.people
    const first = await office.register()
    const neighbour = await office.register({ contact: '10000000999' })
    expect(await refusal(mergeCase(office.parts, officer, { number: neighbour, into: first })))
      .to.have.property('message')
      .that.includes(text('runtime.merge.otherPerson'))
    const permit = await office.register({ item: '小餐饮登记' })
    const merge = { number: permit, into: first }
    expect(await refusal(mergeCase(office.parts, clerk, merge)))
      .to.have.property('message')
      .that.includes(text('runtime.merge.otherItem'))
    await mergeCase(office.parts, clerk, { ...merge, reason: '同一家店，窗口让改办小餐饮' })
    expect(
      await refusal(linkCases(office.parts, liaison, { number: neighbour, other: first })),
    ).to.have.property('code', 'notAllowed')
    await linkCases(office.parts, officer, { number: neighbour, other: first })
    await linkCases(office.parts, officer, { number: first, other: neighbour })
    const links = async () =>
      (await office.parts.store.read.links.ofCase((await row(neighbour)).id)).map(({ kind }) => kind)
    expect(await links(), 'linked once, whichever side asks').to.deep.equal(['linked'])
    expect(await story(neighbour)).to.include('case.linked')
    await unlinkCases(office.parts, officer, { number: first, other: neighbour })
    expect(await links()).to.deep.equal([])
    expect(await story(first)).to.include('case.unlinked')
  })

  async function standing(number: string) {
    const { id } = await row(number)
    const { read } = office.parts.store
    const [instance] = await read.instances.running('case', [id])
    return {
      state: instance!.stateId,
      tasks: (await office.open(number)).map(({ id: task, slot, assigneeId, nextDueAt }) => ({
        ...{ task, slot, assigneeId, nextDueAt },
      })),
      limits: (await read.deadlines.ofCase(id))
        .filter(({ closedAt }) => closedAt === null)
        .map(({ id: limit, dueAt, slot }) => ({ limit, dueAt, slot })),
    }
  }
})
