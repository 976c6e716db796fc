import { expect } from 'chai'
import { completeTask, pressCases, reassignTasks, watch } from '../../src/runtime/index.js'
import { InvalidAnswersProblem } from '../../src/casework/problem.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'

describe('The supervisor presses for many matters at once', () => {
  let office: TestOffice
  let numbers: string[]
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-14T09:00:00+08:00' })
    numbers = [await office.register(), await office.register(), await office.register()]
    // each should have been handed over the same day; on the 15th after work all three are late
    await office.passTo('2026-04-15T17:31:00+08:00')
  })
  afterEach(() => office.close())

  const targets = async () => {
    const { red } = await watch(office.parts, office.people.supervisor)
    return red.rows.flatMap(({ caseNumber, id }) =>
      caseNumber ? [{ number: caseNumber, deadlineId: id }] : [],
    )
  }
  const pressed = async (number: string) => {
    const row = await office.parts.store.read.cases.byNumber(number)
    return (await office.parts.store.read.supervisions.ofCase(row?.id ?? 0)).filter(({ by }) => by !== null)
  }
  const press = (given: Partial<Parameters<typeof pressCases>[2]>) =>
    pressCases(office.parts, office.people.supervisor, {
      targets: [],
      kind: 'urge',
      message: '',
      submissionId: 'a form',
      ...given,
    })

  it('with one message; each is on record, for the deadline that it is about', async () => {
    const all = await targets()
    const before = (await watch(office.parts, office.people.supervisor)).red.rows.map(({ urged }) => urged)
    const outcome = await press({ targets: all, message: '请今天办结。' })
    expect(outcome).to.deep.equal({ done: all.map(({ number }) => number), refused: [] })
    for (const { number, deadlineId } of all) {
      const [one] = await pressed(number)
      expect(one).to.include({ kind: 'urge', message: '请今天办结。', deadlineId })
    }
    const after = (await watch(office.parts, office.people.supervisor)).red.rows.map(({ urged }) => urged)
    expect(after).to.deep.equal(before.map(urged => urged + 1))
  })

  it('without a message each is told what its own deadline says', async () => {
    await press({ targets: (await targets()).slice(0, 1) })
    const [one] = await pressed(numbers[0] ?? '')
    expect(one?.message).to.match(/^“.+”已于2026年4月15日（周三）17:30到期，请今天办结/)
  })

  it('with a 督办单 for each, numbered without a gap', async () => {
    await press({ targets: await targets(), kind: 'supervise' })
    const papers = (await Promise.all(numbers.map(pressed))).flatMap(list =>
      list.map(one => one.number ?? ''),
    )
    const counted = papers.map(paper => Number(/(\d+)号/.exec(paper)?.[1]))
    expect(counted).to.have.lengthOf(3)
    expect(counted).to.deep.equal(counted.map((_, index) => (counted[0] ?? 0) + index))
  })

  it('what has been done meanwhile is named and left alone, the rest is pressed for', async () => {
    const all = await targets()
    const [first = '', ...rest] = numbers
    await office.complete(first, 'Task_HandOver', office.people.clerk, say.handOver)
    const outcome = await press({ targets: [...all, { number: '2026-99999-9', deadlineId: null }] })
    expect(outcome).to.deep.equal({
      done: rest,
      refused: [
        { number: first, why: 'met' },
        { number: '2026-99999-9', why: 'unknown' },
      ],
    })
    expect(await pressed(first)).to.deep.equal([])
  })

  it('a deadline of another case is no reason to press', async () => {
    const [one, two] = await targets()
    const outcome = await press({
      targets: [{ number: one?.number ?? '', deadlineId: two?.deadlineId ?? 0 }],
    })
    expect(outcome.refused).to.deep.equal([{ number: one?.number, why: 'unknown' }])
  })

  it('a second click presses nobody twice, and is told the same', async () => {
    const all = await targets()
    const first = await press({ targets: all, message: '请办。' })
    expect(await press({ targets: all, message: '请办。' })).to.deep.equal(first)
    for (const number of numbers) expect(await pressed(number)).to.have.lengthOf(1)
    // the page was left and come back to: something else is asked with it
    await press({ targets: all, message: '还没有办，请说明原因。' })
    for (const number of numbers) expect(await pressed(number)).to.have.lengthOf(2)
  })

  it('two clicks at the same moment press once', async () => {
    const all = await targets()
    const [one, two] = await Promise.all([press({ targets: all }), press({ targets: all })])
    expect(one).to.deep.equal(two)
    for (const number of numbers) expect(await pressed(number)).to.have.lengthOf(1)
  })

  it('nothing ticked, or a message that is too long, is said in words and nothing happens', async () => {
    expect(await problemOf(press({}))).to.deep.equal({
      targets: '还没有勾选事项。请先勾选要催办、督办的事项。',
    })
    const tooLong = press({ targets: await targets(), message: '催'.repeat(501) })
    expect(await problemOf(tooLong)).to.deep.equal({ message: '写了501个字，最多500个字。请写短一些。' })
    for (const number of numbers) expect(await pressed(number)).to.deep.equal([])
  })
})

describe('The supervisor gives several matters to another', () => {
  let office: TestOffice
  let numbers: string[]
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-14T09:00:00+08:00' })
    numbers = [await office.register(), await office.register()]
    for (const number of numbers)
      await office.complete(number, 'Task_HandOver', office.people.clerk, say.handOver)
  })
  afterEach(() => office.close())

  const tasks = () =>
    Promise.all(
      numbers.map(async number => {
        const { id: taskId, revision } = await office.task(number, 'Task_ScopeCheck')
        return { number, taskId, revision }
      }),
    )
  const give = async (to: number, targets: Awaited<ReturnType<typeof tasks>>) =>
    reassignTasks(office.parts, office.people.supervisor, {
      targets,
      to,
      reason: '工作调整',
      submissionId: 'a form',
    })

  it('to one who may do them; that is on record with each', async () => {
    const { otherOfficer } = office.people
    expect(await give(otherOfficer.accountId, await tasks())).to.deep.equal({ done: numbers, refused: [] })
    for (const number of numbers)
      expect(await office.task(number, 'Task_ScopeCheck')).to.include({ assigneeId: otherOfficer.accountId })
    const history = await office.parts.store.read.history.ofCase(1)
    expect(history.at(-1)).to.deep.include({ kind: 'task.reassigned', actorName: 'supervisor甲' })
  })

  it('what another has taken or done meanwhile is named and left alone', async () => {
    const { officer, otherOfficer } = office.people
    const seen = await tasks()
    const { id: taskId, revision } = await office.task(numbers[0] ?? '', 'Task_ScopeCheck')
    await completeTask(office.parts, officer, { taskId, revision, body: say.accept })
    expect(await give(otherOfficer.accountId, seen)).to.deep.equal({
      done: [numbers[1]],
      refused: [{ number: numbers[0], why: 'changed' }],
    })
  })

  it('not to one whose role it is not', async () => {
    const outcome = await give(office.people.clerk.accountId, await tasks())
    expect(outcome.refused.map(({ why }) => why)).to.deep.equal(['unfit', 'unfit'])
    expect(await office.task(numbers[0] ?? '', 'Task_ScopeCheck')).to.include({ assigneeId: null })
  })

  it('not tasks of several roles at once, and not to nobody', async () => {
    const late = await office.register()
    const { id: taskId, revision } = await office.task(late, 'Task_HandOver')
    const { otherOfficer } = office.people
    const mixed = give(otherOfficer.accountId, [...(await tasks()), { number: late, taskId, revision }])
    expect(await problemOf(mixed))
      .to.have.property('targets')
      .that.includes('不同岗位')
    expect(await problemOf(give(0, await tasks()))).to.deep.equal({ to: '请选择改派给谁。' })
    expect(await problemOf(give(otherOfficer.accountId, []))).to.have.property('targets')
  })

  it('not a case about themselves to whom it complains about (R22)', async () => {
    const { officer } = office.people
    const row = await office.parts.store.read.cases.byNumber(numbers[0] ?? '')
    await office.parts.store.transaction(unit =>
      unit.cases.update([
        {
          id: row?.id ?? 0,
          expectedRevision: row?.revision ?? 0,
          set: { subjectAccountId: officer.accountId },
        },
      ]),
    )
    expect(await give(officer.accountId, await tasks())).to.deep.equal({
      done: [numbers[1]],
      refused: [{ number: numbers[0], why: 'unfit' }],
    })
  })

  it('a second click gives nothing twice', async () => {
    const seen = await tasks()
    const { otherOfficer } = office.people
    const first = await give(otherOfficer.accountId, seen)
    expect(await give(otherOfficer.accountId, seen)).to.deep.equal(first)
  })
})

async function problemOf(promise: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  try {
    await promise
  } catch (error) {
    if (error instanceof InvalidAnswersProblem) return error.fields
    throw error
  }
  throw new Error('It was not refused')
}
