import { expect } from 'chai'
import fc from 'fast-check'
import { addDays } from '../../../src/calendar/index.js'
import { standingOf } from '../../../src/casework/report/promises.js'
import { readPromises } from '../../../src/casework/report/read-input.js'
import type { CaseConditions, CaseGrouping, Store } from '../../../src/store/index.js'
import { onEveryDatabase } from '../../helpers/database.js'
import { furnish, newCase, newDeadline, now, openCase, type Office } from '../office.js'

const asOf = '2026-04-20'
const standings = ['onTime', 'late', 'unreachable', 'void', 'pending', 'none'] as const

/** A case with promises that were kept in one way or another. */
const someCase = fc.record({
  promises: fc.array(
    fc.record({
      promise: fc.constantFrom('phoneReply' as const, 'feedback' as const),
      due: fc.integer({ min: -3, max: 3 }),
      /** days after the due day, and the time (UTC) at which it was closed, at the day's edge here; null while it is open */
      closed: fc.option(fc.record({ after: fc.integer({ min: -1, max: 1 }), time: fc.constantFrom('00:00:00.000', '15:59:59.999', '16:00:00.000') })),
    }),
    { maxLength: 3 },
  ),
  ending: fc.constantFrom(null, 'End_Archived', 'End_Withdrawn', 'End_Elsewhere'),
  endsWithPromise: fc.boolean(),
  contactFailed: fc.boolean(),
  cause: fc.constantFrom(null, 'A1', 'B1', 'B2'),
  window: fc.boolean(),
  recurrence: fc.constantFrom('no' as const, 'suspected' as const),
})

type SomeCase = typeof someCase extends fc.Arbitrary<infer Value> ? Value : never

onEveryDatabase('What cases are chosen by', fresh => {
  it('says of each promise what the figures say of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someCase, { minLength: 4, maxLength: 12 }), async given => {
        const { store } = await fresh()
        await register(store, await furnish(store), given)
        const expected = await byCasework(store)
        for (const standing of standings) {
          const found = await numbers(store, { kept: { standing, asOf } })
          expect(found, standing).to.deep.equal(
            [...expected].filter(([, kept]) => kept === standing).map(([number]) => number),
          )
        }
      }),
      { numRuns: 5 },
    )
  })

  it('counts what it lists, group by group, to the whole', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await register(store, office, fc.sample(someCase, { numRuns: 30, seed: 7 }))
    const groupings: CaseGrouping[] = ['cause', 'causeGroup', 'window', 'standing', 'recurrence', 'month']
    for (const by of groupings) {
      const groups = await store.views.caseGroups({ by, asOf, limit: 50 })
      expect(groups.reduce((sum, { count }) => sum + count, 0), by).to.equal(30)
      for (const { key, count, open } of groups) {
        const only = narrowed(by, key)
        expect(await store.views.caseCount(only), `${by} ${key}`).to.equal(count)
        expect((await store.views.caseList({ ...only, limit: 50 })).rows).to.have.length(count)
        expect(await store.views.caseCount({ ...only, status: 'open' })).to.equal(open)
      }
    }
    expect(await store.views.caseCount({}, 7), 'counted no further').to.equal(7)
    expect(await store.views.caseCount({ placeId: office.street })).to.equal(0)
    expect(await store.views.caseGroups({ by: 'item', asOf, limit: 9 })).to.deep.equal([
      { key: '食品经营许可新办', name: '食品经营许可（新办）', count: 30, open: await openOnes(store) },
    ])
  })

  it('finds by the day on which the promise falls due that the ledger shows, and by the day it was closed', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(async unit => {
      const one = await openCase(unit, office, { number: 'one' })
      await unit.deadlines.arm([
        newDeadline(one, { promise: 'feedback', dueOn: '2026-04-29' }),
        newDeadline(one, { promise: 'phoneReply', dueOn: '2026-04-20' }),
      ])
      await unit.cases.insert([
        newCase(office, { number: 'two', closedAt: '2026-04-20T16:00:00.000Z', endEvent: 'End_Archived' }),
      ])
    })
    expect(await numbers(store, { promisedFrom: '2026-04-29', promisedTo: '2026-04-29' })).to.deep.equal(['one'])
    expect(await numbers(store, { promisedTo: '2026-04-28' }), 'the ten days count').to.deep.equal([])
    expect(await numbers(store, { closedFrom: '2026-04-20T16:00:00.000Z' })).to.deep.equal(['two'])
    expect(await numbers(store, { closedUntil: '2026-04-20T16:00:00.000Z' })).to.deep.equal([])
    expect(await numbers(store, { missing: ['cause', 'outcome'] })).to.have.length(2)
  })
})

function narrowed(by: CaseGrouping, key: string | null): CaseConditions {
  if (key === null) return { missing: [by === 'window' ? 'window' : 'cause'] }
  switch (by) {
    case 'cause':
      return { cause: key }
    case 'causeGroup':
      return { causeGroup: key }
    case 'window':
      return { windowId: Number(key) }
    case 'standing':
      return { kept: { standing: key as (typeof standings)[number], asOf } }
    case 'recurrence':
      return { recurrence: key as 'no' }
    default:
      return { from: `${key}-01`, to: `${key}-30` }
  }
}

async function register(store: Store, office: Office, given: readonly SomeCase[]): Promise<void> {
  await store.transaction(async unit => {
    for (const one of given) {
      const lastClosed = one.promises.flatMap(promise => closedAt(promise) ?? []).at(-1)
      const run = await openCase(unit, office, {
        cause: one.cause,
        windowId: one.window ? office.window : null,
        recurrence: one.recurrence,
        contactFailed: one.contactFailed,
        endEvent: one.ending,
        closedAt: one.ending === null ? null : one.endsWithPromise && lastClosed ? lastClosed : now,
      })
      for (const promise of one.promises) {
        const dueOn = addDays(asOf, promise.due)
        const [id = 0] = await unit.deadlines.arm([newDeadline(run, { promise: promise.promise, dueOn })])
        const at = closedAt(promise)
        if (at !== null) await unit.deadlines.close([id], at)
      }
    }
  })
}

function closedAt({ due, closed }: SomeCase['promises'][number]): string | null {
  if (closed === null) return null
  return `${addDays(asOf, due + closed.after)}T${closed.time}Z`
}

/** The newest registered first, as the ledger has them, each with what casework says of the promise that it shows. */
async function byCasework(store: Store): Promise<ReadonlyMap<string, string>> {
  const { rows } = await store.views.caseList({ limit: 50 })
  const { promises } = await store.views.lineParts(rows.map(({ id }) => id))
  const read = readPromises(promises, rows)
  return new Map(
    rows.map(({ id, number }) => {
      const mine = read.filter(({ caseId }) => caseId === id)
      const main =
        mine.findLast(({ promise }) => promise === 'feedback') ??
        mine.findLast(({ promise }) => promise === 'phoneReply')
      return [number, main ? standingOf(main, asOf) : 'none'] as const
    }),
  )
}

async function numbers(store: Store, conditions: CaseConditions): Promise<string[]> {
  const { rows } = await store.views.caseList({ ...conditions, limit: 50 })
  return rows.map(({ number }) => number)
}

async function openOnes(store: Store): Promise<number> {
  return store.views.caseCount({ status: 'open' })
}
