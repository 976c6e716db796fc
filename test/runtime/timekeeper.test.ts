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
  beforeEach(async () => {
    broken = null
    const advance = learningAdvance()
    office = await openTestOffice({
      start: '2026-04-13T09:00:00+08:00',
      advance: (definition, state, stimulus, evaluate) => {
        if (broken && stimulus.kind === 'fireTimer') throw broken
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
