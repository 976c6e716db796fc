import { expect } from 'chai'
import { keepTime, retryIncident } from '../../src/runtime/index.js'
import { learningAdvance } from '../../src/engine/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'

describe('Timekeeping', () => {
  let office: TestOffice
  let broken: Error | null = null
  let brokenFor: (slot: string) => boolean = () => false
  beforeEach(async () => {
    broken = null
    brokenFor = () => false
    const advance = learningAdvance()
    office = await openTestOffice({
      start: '2026-04-13T09:00:00+08:00',
      advance: (definition, state, stimulus, evaluate) => {
        if (broken && stimulus.kind === 'fireTimer') throw broken
        if (stimulus.kind === 'fireTimer' && brokenFor(stimulus.slot)) throw new Error('it cannot be done')
        return advance(definition, state, stimulus, evaluate)
      },
    })
  })
  afterEach(() => office.close())

  it('after five days’ stop fires each missed limit once, in the order in which they fell due', async () => {
    const { officer } = office.people
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    await office.register()
    office.clock.set('2026-05-20T09:00:00+08:00')
    for (let round = 0; round < 6; round++) await keepTime(office.parts)
    const rows = [
      ...(await office.parts.store.read.deadlines.ofCase(1)),
      ...(await office.parts.store.read.deadlines.ofCase(2)),
    ].filter(row => row.firedAt !== null)
    expect(rows.length).to.be.greaterThan(1)
    const cards = await office.parts.store.read.deadlines.cards(rows.map(row => row.id))
    const reds = cards.filter(card => card.level === 'red').map(card => card.deadlineId)
    expect(new Set(reds).size, 'each once').to.equal(reds.length)
    const history = (await office.parts.store.read.history.ofCase(1)).filter(
      entry => entry.kind === 'card.red',
    )
    const due = history.map(entry => String(entry.data?.dueAt))
    expect(due).to.deep.equal([...due].sort())
  })

  it('fires nothing again when the clock is set back', async () => {
    await confirmedCase(office)
    await office.passTo('2026-04-20T09:00:00+08:00')
    const before = (await office.parts.store.read.history.ofCase(1)).length
    office.clock.set('2026-04-14T09:00:00+08:00')
    await keepTime(office.parts)
    office.clock.set('2026-04-20T09:00:00+08:00')
    await keepTime(office.parts)
    expect((await office.parts.store.read.history.ofCase(1)).length).to.equal(before)
  })

  it('shows the yellow card before the red one when both have been missed', async () => {
    const number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', office.people.officer, say.departmentAtFault)
    office.clock.set('2026-05-20T09:00:00+08:00')
    expect(await keepTime(office.parts, 1)).to.include({ warned: 1, fired: 0, more: true })
    for (let more = true; more;) ({ more } = await keepTime(office.parts, 1))
    expect(await cardsOf(office, number)).to.deep.equal([
      ['card.yellow', '5个工作日内整改（内部）'],
      ['card.red', '5个工作日内整改（内部）'],
      ['card.yellow', '10个工作日内反馈工作结果'],
      ['card.red', '10个工作日内反馈工作结果'],
    ])
  })

  it('warns at once, and fires next, when a limit is armed after its day', async () => {
    const { clerk, officer } = office.people
    const number = await office.register()
    await office.complete(number, 'Task_HandOver', clerk, say.handOver)
    // the two days of the analysis run from the hand-over, and the office looks at it four days later
    office.clock.set('2026-04-17T09:00:00+08:00')
    for (let more = true; more;) ({ more } = await keepTime(office.parts))
    await office.complete(number, 'Task_ScopeCheck', officer, say.accept)
    const before = (await cardsOf(office, number)).length
    expect(await keepTime(office.parts)).to.include({ warned: 1, fired: 1 })
    expect((await cardsOf(office, number)).slice(before)).to.deep.equal([
      ['card.yellow', '2个工作日内分析（内部）'],
      ['card.red', '2个工作日内分析（内部）'],
    ])
    await office.task(number, 'Task_SuperviseAnalysis')
    const limits = await office.parts.store.read.deadlines.ofCase(1)
    const armed = limits.filter(({ closedAt, firedAt }) => closedAt === null && firedAt === null)
    for (const { dueAt } of armed) expect(dueAt > office.clock.now(), 'runs from now').to.equal(true)
  })

  it('says when the next moment comes, so that nobody need ask before', async () => {
    await confirmedCase(office)
    const [coming] = await office.parts.store.read.moments.first(1)
    expect(coming!.at > office.clock.now()).to.equal(true)
    expect(await keepTime(office.parts)).to.include({ more: false, nextAt: coming!.at })
    office.clock.set(coming!.at)
    const { warned, fired } = await keepTime(office.parts)
    expect(warned + fired).to.be.greaterThan(0)
  })

  it('keeps the others of a round in which one fails, and no later moment of the one that failed', async () => {
    const { officer } = office.people
    const [one, bad, other] = [await office.register(), await confirmedCase(office), await office.register()]
    await office.complete(bad, 'Task_Verdict', officer, say.departmentAtFault)
    const { store } = office.parts
    const badId = (await store.read.cases.byNumber(bad))!.id
    brokenFor = slot => slot.includes('Timer_RectifyDue')
    office.clock.set('2026-05-20T09:00:00+08:00')
    const round = await keepTime(office.parts)
    expect(round).to.include({ failed: 1, fired: 2 })
    for (const number of [one, other])
      expect(await cardsOf(office, number)).to.deep.include(['card.red', '1个工作日内报送（内部）'])
    expect(await cardsOf(office, bad), 'nothing half done, and what came later waits').to.deep.equal([
      ['card.yellow', '5个工作日内整改（内部）'],
    ])
    expect(await keepTime(office.parts)).to.include({ failed: 0, warned: 0, fired: 0 })
    expect(await store.read.incidents.openOfCase(badId)).to.have.length(1)

    brokenFor = () => false
    const [incident] = await store.read.incidents.openOfCase(badId)
    await retryIncident(office.parts, office.people.admin, incident!.id)
    for (let more = true; more;) more = (await keepTime(office.parts)).fired > 0
    expect(await cardsOf(office, bad)).to.deep.equal([
      ['card.yellow', '5个工作日内整改（内部）'],
      ['card.red', '5个工作日内整改（内部）'],
      ['card.yellow', '10个工作日内反馈工作结果'],
      ['card.red', '10个工作日内反馈工作结果'],
    ])
  })

  it('makes an incident of a limit that cannot fire, once, and fires it when somebody has repaired it', async () => {
    const number = await confirmedCase(office)
    broken = new TypeError('the world is upside down')
    office.clock.set('2026-04-14T17:31:00+08:00')
    expect((await keepTime(office.parts)).failed).to.equal(1)
    expect((await keepTime(office.parts)).failed, 'it waits for somebody').to.equal(0)
    const row = (await office.parts.store.read.cases.byNumber(number))!
    const incidents = await office.parts.store.read.incidents.openOfCase(row.id)
    expect(incidents.map(incident => incident.message)).to.deep.equal(['the world is upside down'])
    await office.task(number, 'Task_Verdict')

    broken = null
    await retryIncident(office.parts, office.people.admin, incidents[0]!.id)
    expect((await keepTime(office.parts)).fired).to.equal(1)
    await office.task(number, 'Task_HeadVerdict')
  })
})

/** The cards in a case’s history, in the order in which they were written. */
async function cardsOf(office: TestOffice, number: string): Promise<[string, string | null][]> {
  const row = await office.parts.store.read.cases.byNumber(number)
  const history = await office.parts.store.read.history.ofCase(row!.id)
  return history
    .filter(({ kind }) => kind.startsWith('card.'))
    .map(({ kind, activityName }) => [kind, activityName])
}
