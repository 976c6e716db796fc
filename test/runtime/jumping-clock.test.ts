import { expect } from 'chai'
import fc from 'fast-check'
import { learningAdvance } from '../../src/engine/index.js'
import { keepTime } from '../../src/runtime/index.js'
import * as say from '../features/answers.js'
import { analysedCase, confirmedCase } from '../features/stages.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'

const learning = learningAdvance()
const hour = 3_600_000
const start = Date.parse('2026-04-08T09:00:00+08:00')
const end = start + 40 * 24 * hour

describe('A clock that jumps', function () {
  this.timeout(120_000)

  it('set back an hour and forward a day moves no date, loses nothing and does nothing twice', async () => {
    await jumps([5, 4, 33, 32, 56, 31])
  })

  it('however it jumps', async () => {
    const hours = fc.array(fc.integer({ min: -48, max: 24 * 20 }), { minLength: 1, maxLength: 12 })
    await fc.assert(fc.asyncProperty(hours, jumps), { numRuns: 5 })
  })
})

/** Plays three cases while the clock says each of these hours in turn, and checks what must hold all the way. */
async function jumps(hours: readonly number[]): Promise<void> {
  const office = await openTestOffice({ start: new Date(start).toISOString(), advance: learning })
  try {
    const confirmed = await confirmedCase(office)
    await office.complete(confirmed, 'Task_Verdict', office.people.officer, say.departmentAtFault)
    await analysedCase(office)
    await office.register()
    const { deadlines, moments } = office.parts.store.read
    const armed = await moments.first(100)
    const ids = [...new Set(armed.map(({ deadlineId }) => deadlineId))]
    const datesOf = async () =>
      (await deadlines.byIds(ids)).map(({ dueOn, dueAt, warnAt }) => ({ dueOn, dueAt, warnAt }))
    const dates = await datesOf()

    let latest = ''
    for (const [index, each] of [...hours.map(number => start + number * hour), end].entries()) {
      office.clock.set(new Date(each).toISOString())
      const now = office.clock.now()
      if (now > latest) latest = now
      while ((await keepTime(office.parts)).more);
      const passed = armed.filter(({ at }) => at <= latest)
      expect(await cardsOf(office, ids), `after ${index + 1} jumps`).to.have.members(
        passed.map(({ deadlineId, kind }) => `${deadlineId} ${kind}`),
      )
    }
    expect(await datesOf()).to.deep.equal(dates)
    expect(await cardsOf(office, ids)).to.have.length(armed.length)
  } finally {
    await office.close()
  }
}

/** What the histories tell of these limits’ cards; one told twice is in it twice. */
async function cardsOf(office: TestOffice, ids: readonly number[]): Promise<string[]> {
  const rows = await office.database
    .reader<{ kind: string; data: string }>('history_entry')
    .where('kind', 'like', 'card.%')
    .orderBy('id')
  return rows
    .map(({ kind, data }) => ({ kind, id: (JSON.parse(data) as { deadlineId: number }).deadlineId }))
    .filter(({ id }) => ids.includes(id))
    .map(({ kind, id }) => `${id} ${kind === 'card.yellow' ? 'warning' : 'due'}`)
}
