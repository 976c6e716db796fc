import { expect } from 'chai'
import fc from 'fast-check'
import {
  closeDatabase,
  createStore,
  createTrailKey,
  migrate,
  openDatabase,
  trailSources,
  type Database,
  type Store,
  type TrailFinding,
} from '../../../src/store/index.js'
import { canonicalRow } from '../../../src/store/trail/digest.js'
import { onEveryDatabase, onPostgres } from '../../helpers/database.js'
import { asAttacker } from '../../helpers/tampering.js'
import { furnish, now, openCase } from '../office.js'

describe('A row of the trail, as it is digested', () => {
  it('is its table and its filled columns in the order of their names', () => {
    expect(canonicalRow('card', { level: 'red', deadline_id: 7, case_id: null })).to.equal(
      '["card","deadline_id",7,"level","red"]',
    )
  })

  it('cannot be taken for another by where its words begin and end', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
        fc.pre(a !== c || b !== d)
        return canonicalRow('t', { a, b }) !== canonicalRow('t', { a: c, b: d })
      }),
    )
  })
})

describe('Whatever the house writes', () => {
  it('is borne out by the trail; and any row of it that is touched is found', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom('history', 'look', 'access', 'setting'), { maxLength: 4 }), {
          maxLength: 6,
        }),
        fc.nat(),
        fc.constantFrom('change', 'remove', 'link'),
        async (transactions, which, how) => {
          const database = await openDatabase({ file: ':memory:' })
          try {
            await migrate(database)
            const store = createStore(database, createTrailKey('a secret'))
            await play(store, transactions)
            expect(await findings(store)).to.deep.equal([])
            const touched = await touch(database, which, how)
            const named = (await findings(store)).filter(finding => 'rowKey' in finding)
            expect(named.map(({ source, rowKey }) => `${source}/${rowKey}`)).to.include(touched)
          } finally {
            await closeDatabase(database)
          }
        },
      ),
      { numRuns: 12 },
    )
  })
})

onEveryDatabase('The chain', fresh => {
  it('is as long as what was committed: what was rolled back has left nothing', async () => {
    const { store } = await fresh()
    const entry = { at: now, kind: 'process.deployed' }
    await store.transaction(unit => unit.history.append([entry]))
    await store
      .transaction(async unit => {
        await unit.history.append([entry, entry])
        throw new Error('power cut')
      })
      .catch(() => undefined)
    await store.transaction(unit => unit.history.append([entry]))
    expect((await store.read.trail.last())?.position).to.equal(2)
    expect(await findings(store)).to.deep.equal([])
  })

  it('is not borne out by another secret', async () => {
    const { store, database } = await fresh()
    await store.transaction(unit => unit.history.append([{ at: now, kind: 'process.deployed' }]))
    const stranger = createStore(database, createTrailKey('another secret'))
    expect((await findings(stranger)).map(({ kind }) => kind)).to.deep.equal(['broken'])
  })
})

onPostgres('Writers side by side', fresh => {
  it('neither fork the chain nor wait for each other in a circle', async () => {
    const { store, target } = await fresh()
    const office = await furnish(store)
    const { caseId } = await store.transaction(unit => openCase(unit, office))
    // a process of its own beside this one
    const other = createStore(await openDatabase(target))
    const before = (await store.read.trail.last())?.position ?? 0
    const write = (writer: Store, count: number) =>
      writer.transaction(unit =>
        unit.history.append(Array.from({ length: count }, () => ({ caseId, at: now, kind: 'case.noted' }))),
      )
    // more at once than either has connections
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => write(index % 2 ? store : other, 1 + (index % 3))),
    )
    expect((await store.read.trail.last())?.position).to.equal(before + 60)
    expect(await findings(store)).to.deep.equal([])
    await other.close()
  })

  it('stand in the chain in the order in which they were committed', async () => {
    const { store, target } = await fresh()
    const other = createStore(await openDatabase(target))
    const entry = { at: now, kind: 'process.deployed' }
    await store.transaction(async slow => {
      await slow.history.append([entry])
      await other.transaction(fast => fast.history.append([entry]))
    })
    expect(await findings(store)).to.deep.equal([])
    await other.close()
  })
})

async function findings(store: Store): Promise<TrailFinding[]> {
  const told: TrailFinding[] = []
  await store.verifyTrail([], finding => told.push(finding))
  return told
}

/** Each list is one transaction. */
async function play(store: Store, transactions: readonly (readonly string[])[]): Promise<void> {
  const office = await furnish(store)
  const { caseId } = await store.transaction(unit => openCase(unit, office))
  const accountId = office.officer
  for (const words of transactions) {
    await store.transaction(async unit => {
      for (const word of words) {
        if (word === 'history') await unit.history.append([{ caseId, at: now, kind: 'case.noted' }])
        if (word === 'look') await unit.disclosures.record([{ caseId, accountId, at: now, reason: '回访' }])
        if (word === 'access') await unit.accesses.record([{ at: now, kind: 'account.signedIn' }])
        if (word === 'setting') await unit.settings.put([{ key: 'a', value: '1' }])
      }
    })
  }
}

/** Changes one row, one link, or removes a row; answers what was touched. */
async function touch(database: Database, which: number, how: string): Promise<string> {
  const links = (await database.writer('trail_link').orderBy('position')) as Link[]
  const link = links[which % links.length]
  if (!link) throw new Error('nothing was linked')
  const { source, row_key: key, position } = link
  const row = { id: Number(key) }
  expect(trailSources.find(({ name }) => name === source)?.key).to.deep.equal(['id'])
  await asAttacker(database, async knex => {
    if (how === 'link')
      await knex('trail_link')
        .where({ position })
        .update({ hash: '0'.repeat(64) })
    else if (how === 'remove') await knex(source).where(row).delete()
    else
      await knex(source)
        .where(row)
        .update(source === 'process_definition' ? { name: 'x' } : { at: 'x' })
  })
  return `${source}/${key}`
}

interface Link {
  readonly position: number
  readonly source: string
  readonly row_key: string
}
