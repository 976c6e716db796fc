import { expect } from 'chai'
import { learningAdvance } from '../../src/engine/index.js'
import { createParts, keepTime, retainTonight, verifyTrail, withdrawCase } from '../../src/runtime/index.js'
import type { Parts } from '../../src/runtime/index.js'
import { createStore, openDatabase, TransactionConflictError } from '../../src/store/index.js'
import { testKeys } from '../helpers/database.js'
import { copyCase } from '../bench/copies.js'
import { analysedCase } from '../features/stages.js'
import { openTestOffice } from '../helpers/office.js'
import { postgres } from '../helpers/postgres.js'

describe('Two timekeepers on one database (PostgreSQL)', () => {
  it('race over two hundred moments and keep each once, in order', async () => {
    const url = await (await postgres()).createDatabase()
    const office = await openTestOffice({
      start: '2026-04-08T09:00:00+08:00',
      advance: learningAdvance(),
      target: { url },
    })
    const other = createParts({
      store: createStore(await openDatabase({ url }, testKeys)),
      files: office.parts.files,
      clock: office.clock,
    })
    try {
      const { store } = office.parts
      // half of them move their case on when they pass, half only show their card
      await office.register()
      await analysedCase(office)
      for (const [caseId, dueAt] of [
        [1, '2026-04-10T02:00:00.000Z'],
        [2, '2026-04-10T01:00:00.000Z'],
      ] as const)
        await copyCase(office.database, caseId, { count: 99, dates: { dueAt, warnAt: null } })
      office.clock.set('2026-04-11T09:00:00+08:00')
      // the two that were copied have a yellow card to come as well
      const due = (await store.read.moments.first(300)).filter(
        ({ at, kind }) => at <= office.clock.now() && kind === 'due',
      )
      expect(due).to.have.length(200)

      const fired = await Promise.all([race(office.parts), race(other)])
      expect(fired[0] + fired[1]).to.equal(200)

      const rows = await store.read.deadlines.byIds(due.map(({ deadlineId }) => deadlineId))
      expect(rows.filter(({ firedAt }) => firedAt === null)).to.deep.equal([])
      const cards = await store.read.deadlines.cards(rows.map(({ id }) => id))
      expect(cards.filter(({ level }) => level === 'red')).to.have.length(200)
      const shown = await office.database
        .reader<{ data: string }>('history_entry')
        .where('kind', 'card.red')
        .orderBy('id')
      const order = shown.map(({ data }) => (JSON.parse(data) as { deadlineId: number }).deadlineId)
      expect(order).to.deep.equal(due.map(({ deadlineId }) => deadlineId))
      const twice = await office.database.reader.raw<{ rows: object[] }>(
        `select i.id from process_instance i where i.revision <>
           (select count(*) from history_entry h where h.instance_id = i.id and h.kind = 'process.moved')`,
      )
      expect(twice.rows, 'a step a revision').to.deep.equal([])
    } finally {
      await other.store.close()
      await office.close()
    }
  })

  it('race through a night and clear each case once', async () => {
    const url = await (await postgres()).createDatabase()
    const office = await openTestOffice({ advance: learningAdvance(), target: { url } })
    const other = createParts({
      store: createStore(await openDatabase({ url }, testKeys)),
      files: office.parts.files,
      clock: office.clock,
    })
    try {
      for (let count = 0; count < 6; count++)
        await withdrawCase(office.parts, { number: await office.register(), reason: '不办了' })
      office.clock.set('2036-05-01T02:00:00+08:00')
      await Promise.all([office.parts, other].map(clearAll))
      const { read } = office.parts.store
      for (const { id, erasedAt } of await read.cases.byIds([1, 2, 3, 4, 5, 6])) {
        expect(erasedAt).to.equal(office.clock.now())
        const erased = (await read.history.ofCase(id)).filter(({ kind }) => kind === 'case.erased')
        expect(erased, 'once').to.have.length(1)
      }
      expect((await verifyTrail(office.parts, [])).findings).to.deep.equal([])
    } finally {
      await other.store.close()
      await office.close()
    }
  })
})

/** Clears until nothing is left of the night. What a lost race leaves undone, the next round does. */
async function clearAll(parts: Parts): Promise<void> {
  const exports = { remove: () => Promise.resolve() }
  for (let more = true; more;) {
    try {
      more = await retainTonight(parts, exports)
    } catch (error) {
      if (!(error instanceof TransactionConflictError)) throw error
    }
  }
}

/** Keeps time until nothing has passed any more. What a lost race leaves undone, the next round finds. */
async function race(parts: Parts): Promise<number> {
  const now = parts.clock.now()
  let fired = 0
  while ((await parts.store.read.moments.first(1)).some(({ at }) => at <= now)) {
    try {
      fired += (await keepTime(parts)).fired
    } catch (error) {
      if (!(error instanceof TransactionConflictError)) throw error
    }
  }
  return fired
}
