import { expect } from 'chai'
import {
  completeTask,
  mergeCase,
  rateCase,
  reopenCase,
  unmergeCase,
  withdrawCase,
} from '../../src/runtime/index.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { confirmedCase, rectifyAndArchive } from './stages.js'

describe('Two at once: one of them is done, the other is told', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  const row = async (number: string) => (await office.parts.store.read.cases.byNumber(number))!
  /** How each ended: `done`, or the code of what it was told. */
  const bothOf = async (...works: Promise<unknown>[]) =>
    (await Promise.allSettled(works)).map(one =>
      one.status === 'fulfilled' ? 'done' : (one.reason as { code?: string }).code,
    )
  const oneDone = (answers: readonly (string | undefined)[]) => {
    expect(
      answers.filter(answer => answer === 'done'),
      answers.join(),
    ).to.have.length(1)
    expect(
      answers.every(answer => answer !== undefined),
      'the other is told in words',
    ).to.equal(true)
  }

  it('two officers merge two cases each into the other, and one undoes it twice', async () => {
    const { officer, otherOfficer } = office.people
    const [first, second] = [await office.register(), await office.register()]
    oneDone(
      await bothOf(
        mergeCase(office.parts, officer, { number: first, into: second }),
        mergeCase(office.parts, otherOfficer, { number: second, into: first }),
      ),
    )
    const ended = [await row(first), await row(second)].filter(({ closedAt }) => closedAt !== null)
    expect(ended, 'one goes on').to.have.length(1)
    const { number } = ended[0]!
    oneDone(
      await bothOf(
        unmergeCase(office.parts, officer, { number }),
        unmergeCase(office.parts, officer, { number }),
      ),
    )
    for (const one of [first, second]) {
      expect((await office.open(one)).map(task => task.activityId)).to.deep.equal(['Task_HandOver'])
      expect((await row(one)).visits).to.equal(3)
    }
  })

  it('the citizen withdraws while an officer merges: the case ends once; the other undo comes too late', async () => {
    const { officer } = office.people
    const [first, second] = [await office.register(), await office.register()]
    oneDone(
      await bothOf(
        mergeCase(office.parts, officer, { number: second, into: first }),
        withdrawCase(office.parts, { number: second, reason: '已经办好了' }),
      ),
    )
    const third = await office.register()
    await mergeCase(office.parts, officer, { number: third, into: first })
    await withdrawCase(office.parts, { number: first, reason: '已经办好了' })
    const [told] = await bothOf(unmergeCase(office.parts, officer, { number: third }))
    expect(told, 'the case it went into has ended').to.equal('caseClosed')
    expect((await row(third)).endEvent).to.equal('End_Merged')
  })

  it('a case is reopened by two at once, and stands once', async () => {
    const { officer, supervisor } = office.people
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    await rectifyAndArchive(office, number)
    oneDone(
      await bothOf(
        reopenCase(office.parts, officer, { number, reason: '又要了一次声明' }),
        reopenCase(office.parts, supervisor, { number, reason: '又要了一次声明' }),
      ),
    )
    expect((await office.open(number)).map(task => task.activityId)).to.deep.equal(['Task_ScopeCheck'])
  })

  it('the citizen rates while the officer writes the return call: nothing of either is lost', async () => {
    const { officer, liaison } = office.people
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    await office.complete(number, 'Task_Rectify', liaison, say.rectified)
    await office.complete(number, 'Task_Verify', officer, say.passedCheck)
    await office.complete(number, 'Task_Feedback', officer, say.feedback)
    await office.complete(number, 'Task_FollowUp', officer, say.done)
    const { id: taskId, revision } = await office.task(number, 'Task_ReturnVisit')
    const answers = await bothOf(
      rateCase(office.parts, { number, rating: { grade: 4, words: '', review: false } }),
      completeTask(office.parts, officer, { taskId, revision, body: say.satisfied }),
    )
    expect(answers[0], 'a citizen’s word is taken whenever it comes').to.equal('done')
    const { endEvent, facts } = await row(number)
    expect(endEvent).to.equal('End_Archived')
    expect(['4', '5']).to.include(String(facts.satisfaction))
    expect(['done', 'taskAlreadyClosed', 'staleForm', 'staleTask']).to.include(answers[1])
  })
})
