import { expect } from 'chai'
import { DefinitionRefusedProblem } from '../../src/casework/diagram-problem.js'
import { CaseClosedProblem, InvalidAnswersProblem, StepFailedProblem } from '../../src/casework/problem.js'
import { learningAdvance } from '../../src/engine/index.js'
import {
  beginTrial,
  exampleAnswers,
  mostSteps,
  standingOf,
  TrialMovedOnProblem,
  TrialTooLongProblem,
  trialTask,
  type ExampleName,
  type Trial,
  type TrialStanding,
} from '../../src/trial/index.js'
import { databaseSum } from '../helpers/database-sum.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import { planIn, shippedDiagram } from './trial-plan.js'

describe('A trial', function () {
  this.timeout(120_000)
  // what one trial has learnt of a text is true in the next
  const learnt = { advance: learningAdvance(), texts: new Map<string, never>() }
  let office: TestOffice
  const begun: Trial[] = []
  before(async () => {
    office = await openTestOffice()
  })
  after(() => office.close())
  afterEach(async () => {
    for (const trial of begun.splice(0)) await trial.close()
  })

  const begin = async (example: ExampleName, options: Parameters<typeof planIn>[2] = {}) => {
    const answer = await beginTrial(await planIn(office, example, options), learnt)
    if (!answer.ok) throw new Error(JSON.stringify(answer.errors))
    begun.push(answer.trial)
    return answer.trial
  }
  const openTask = async (trial: Trial) => (await standingOf(trial)).process.openTasks[0]!
  /** Completes the first open task as the people of the example would. */
  const doNext = async (trial: Trial) => {
    const { id, activityId } = await openTask(trial)
    const task = await trialTask(trial, id, 0)
    const body = await exampleAnswers(trial, task)
    await trial.take({ kind: 'complete', taskId: id, by: task.as.accountId, body }, trial.taken.length)
    return activityId
  }
  const seen = ({ now, case: page, facts, process }: TrialStanding) => ({
    now,
    facts,
    ending: page.ending,
    open: process.openTasks.map(task => [task.id, task.activityId, task.openedAt]),
    taken: process.taken,
    history: page.timeline.map(({ kind, at, activityId }) => [kind, at, activityId]),
    limits: page.deadlines.map(({ name, dueAt, closedAt, firedAt }) => [name, dueAt, closedAt, firedAt]),
  })

  const endings = {
    citizen: '归档',
    department: '归档',
    mixed: '归档',
    outOfScope: '不属范围，已指引',
  } as const
  for (const [example, ending] of Object.entries(endings))
    it(`plays ${example} to its end by itself, and leaves the real office as it was`, async () => {
      const before = await databaseSum(office.database)
      const trial = await begin(example as ExampleName)
      expect(await trial.playOut(0)).to.deep.equal([])
      const { case: page, facts, process } = await standingOf(trial)
      expect(page.ending).to.equal(ending)
      expect(process.openTasks).to.deep.equal([])
      if (example !== 'outOfScope') expect(facts.verdict).to.equal(example)
      expect(page.timeline.map(({ actorName }) => actorName)).to.include('经办人甲')
      expect(await databaseSum(office.database)).to.deep.equal(before)
    })

  it('names nobody of the real office', async () => {
    const trial = await begin('citizen')
    const people = trial.house.cast.people.map(({ name }) => name)
    expect(people).to.include.members(['窗口专员甲', '经办人甲', '经办人乙', '负责人甲'])
    const real = (await office.parts.store.read.accounts.all()).map(({ displayName }) => displayName)
    expect(people.filter(name => real.includes(name))).to.deep.equal([])
    const copied = await trial.house.parts.store.read.accounts.all()
    expect(copied.map(({ passwordHash }) => passwordHash).join('')).to.equal('')
  })

  it('takes each step back to exactly where it stood', async () => {
    const trial = await begin('citizen')
    const stood = [seen(await standingOf(trial))]
    await doNext(trial)
    stood.push(seen(await standingOf(trial)))
    await trial.take({ kind: 'pass', to: '2026-04-16T02:00:00.000Z' }, 1)
    stood.push(seen(await standingOf(trial)))
    await trial.take({ kind: 'supplement', words: '又去了一趟' }, 2)
    expect((await standingOf(trial)).case.timeline.map(({ kind }) => kind)).to.include('case.supplemented')
    for (const count of [3, 2, 1]) {
      await trial.back(count)
      expect(seen(await standingOf(trial))).to.deep.equal(stood[count - 1])
    }
    await doNext(trial)
    expect(seen(await standingOf(trial))).to.deep.equal(stood[1])
    await trial.again(1)
    expect(seen(await standingOf(trial))).to.deep.equal(stood[0])
    expect(trial.taken).to.deep.equal([])
  })

  it('does what passing time brings, at its instant: warnings, ends of limits, what they open', async () => {
    const trial = await begin('citizen')
    await doNext(trial) // handed over on the 14th: one working day for the scope check
    const { next } = await standingOf(trial)
    expect(next).to.deep.equal({
      kind: 'warning',
      name: '1个工作日内审查（内部）',
      at: '2026-04-15T00:30:00.000Z',
    })
    await trial.take({ kind: 'pass', to: '2026-04-15T09:30:00.000Z' }, 1)
    const { case: page } = await standingOf(trial)
    const cards = page.timeline.filter(({ kind }) => kind.startsWith('card.'))
    expect(cards.map(({ kind, at }) => [kind, at])).to.deep.equal([
      ['card.yellow', '2026-04-15T00:30:00.000Z'],
      ['card.red', '2026-04-15T09:30:00.000Z'],
    ])
  })

  it('says what the diagram itself notes, apart from what people answer', async () => {
    const trial = await begin('citizen')
    expect(trial.noted).to.deep.equal({})
    await doNext(trial)
    expect(Object.keys(trial.taken[0]!.noted)).to.deep.equal(['handedOverAt'])
  })

  it('lets the citizen withdraw, and then nobody has anything to do', async () => {
    const trial = await begin('citizen')
    await doNext(trial)
    await trial.take({ kind: 'withdraw', reason: '事情已经办成了' }, 1)
    const { case: page, process } = await standingOf(trial)
    expect(page.ending).to.include('撤回')
    expect(process.openTasks).to.deep.equal([])
    const again = await trial.take({ kind: 'withdraw', reason: '再一次' }, 2).catch((error: unknown) => error)
    expect(again).to.be.instanceOf(CaseClosedProblem)
  })

  it('refuses what the form refuses, and stands where it stood', async () => {
    const trial = await begin('citizen')
    await doNext(trial)
    const { id } = await openTask(trial)
    const { as } = await trialTask(trial, id, 0)
    const refused = await trial
      .take({ kind: 'complete', taskId: id, by: as.accountId, body: {} }, 1)
      .catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(InvalidAnswersProblem)
    expect(trial.taken).to.have.length(1)
    expect((await openTask(trial)).id).to.equal(id)
  })

  it('takes a button that is pressed twice for one press', async () => {
    const trial = await begin('citizen')
    const step = { kind: 'pass', to: '2026-04-15T02:00:00.000Z' } as const
    const [first, second] = await Promise.allSettled([trial.take(step, 0), trial.take(step, 0)])
    expect(first.status).to.equal('fulfilled')
    expect(second).to.have.property('reason').that.is.instanceOf(TrialMovedOnProblem)
    expect(trial.taken).to.have.length(1)
  })

  it('says who is missing where nobody can do what the diagram asks', async () => {
    const trial = await begin('citizen')
    for (const expected of ['Task_HandOver', 'Task_ScopeCheck'])
      expect(await doNext(trial)).to.equal(expected)
    // 区医疗保障局 has no liaison in this office
    const { id } = await openTask(trial)
    const task = await trialTask(trial, id, 0)
    const body = { ...(await exampleAnswers(trial, task)), departments: ['2'] }
    await trial.take({ kind: 'complete', taskId: id, by: task.as.accountId, body }, 2)
    const asked = await openTask(trial)
    expect(asked.activityId).to.equal('Task_ConfirmCause')
    expect(await trialTask(trial, asked.id, 0)).to.include({ nobody: 'noHolder' })
    const troubles = await trial.playOut(3)
    expect(troubles, 'silence is taken for consent after a working day').to.deep.equal([])
    expect((await standingOf(trial)).case.confirmations[0]?.confirmation).to.equal('deemed')
  })

  it('keeps two trials apart', async () => {
    const [one, other] = [await begin('citizen'), await begin('department')]
    await doNext(one)
    await one.take({ kind: 'pass', to: '2026-04-20T02:00:00.000Z' }, 1)
    const { now, process, case: page } = await standingOf(other)
    expect(now).to.equal('2026-04-14T01:00:00.000Z')
    expect(process.openTasks.map(({ activityId }) => activityId)).to.deep.equal(['Task_HandOver'])
    expect(page.detail.itemName).to.equal('食品经营许可（新办）')
  })

  it('stops at a loop that never ends, after so many rounds, and says so', async () => {
    const loop = shippedDiagram.replace('rectificationAccepted != true', 'rectificationAccepted != null')
    const trial = await begin('department', { xml: loop })
    expect((await trial.playOut(0)).join()).to.match(/办了12次还没有走出去/)
    expect((await standingOf(trial)).case.ending).to.equal(null)
  })

  it('takes no more than two hundred steps', async () => {
    const trial = await begin('department')
    const supplement = () => trial.take({ kind: 'supplement', words: '又去了一趟' }, trial.taken.length)
    for (let steps = 0; steps < mostSteps; steps++) await supplement()
    expect(await supplement().catch((error: unknown) => error)).to.be.instanceOf(TrialTooLongProblem)
    expect(trial.taken).to.have.length(mostSteps)
  })

  it('does not begin with a diagram that the house would not deploy', async () => {
    const xml = shippedDiagram.replaceAll('candidateGroups="officer"', 'candidateGroups="boss"')
    const refused = await planIn(office, 'citizen', { xml })
      .then(plan => beginTrial(plan, learnt))
      .catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(DefinitionRefusedProblem)
  })

  it('makes a problem of whatever the house stumbles over', async () => {
    const advance = () => Promise.reject(new TypeError('nobody foresaw this'))
    const refused = await planIn(office, 'citizen')
      .then(plan => beginTrial(plan, { advance, texts: learnt.texts }))
      .catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(StepFailedProblem)
    expect((refused as StepFailedProblem).cause).to.be.instanceOf(TypeError)
  })
})
