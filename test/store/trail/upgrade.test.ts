import { expect } from 'chai'
import path from 'node:path'
import {
  closeDatabase,
  createStore,
  createTrailKey,
  migrate,
  openDatabase,
  type Database,
  type DatabaseTarget,
  type TrailFinding,
} from '../../../src/store/index.js'
import { migrations } from '../../../src/store/migrations/index.js'
import { headTable, linksAfter, linkTable } from '../../../src/store/trail/chain.js'
import { digestOf } from '../../../src/store/trail/digest.js'
import { rowKey, trailSources, type RawRow } from '../../../src/store/trail/sources.js'
import { insertKeyed } from '../../../src/store/writes.js'
import { temporaryFolder } from '../../helpers/database.js'
import { postgres } from '../../helpers/postgres.js'

const key = createTrailKey('the secret of this office')
const at = '2026-03-02T01:00:00.000Z'

/** An empty database, without a single table. */
const kinds: readonly { name: string; blank: () => Promise<DatabaseTarget> }[] = [
  { name: 'SQLite file', blank: async () => ({ file: path.join(await temporaryFolder(), 'old.sqlite') }) },
  { name: 'PostgreSQL', blank: async () => ({ url: await (await postgres()).createDatabase() }) },
]

for (const { name, blank } of kinds)
  describe(`The trail of an older house, upgraded (${name})`, function () {
    this.timeout(60_000)
    let database: Database
    beforeEach(async () => {
      database = await openDatabase(await blank())
    })
    afterEach(() => closeDatabase(database))

    it('from before there was a chain: everything is linked, thousands of rows in their order, and verified clean', async () => {
      await release(database, '0026-trail')
      const filled = await fill(database, 2_345)
      expect(await migrate(database, key)).to.include.members(['0026-trail', '0028-accounts'])
      await clean(database, filled)
      await worksOn(database, filled)
    })

    it('from between the chain and the accounts: what was linked stays linked, and what comes goes on after it', async () => {
      await release(database, '0028-accounts')
      const filled = await fill(database, 45)
      await linkAsItWas(database)
      const [before] = await database.writer('trail_link').count({ count: '*' })
      expect(await migrate(database, key))
        .to.include('0028-accounts')
        .and.not.include('0026-trail')
      const [after] = await database.writer('trail_link').count({ count: '*' })
      expect(after, 'nothing is linked twice').to.deep.equal(before)
      await clean(database, filled)
      await worksOn(database, filled)
    })
  })

/** The tables as the release had them before this migration. */
async function release({ writer, dialect }: Database, before: string): Promise<void> {
  await writer.raw('create table schema_migration (name text primary key)')
  const older = migrations.slice(
    0,
    migrations.findIndex(({ name }) => name === before),
  )
  await writer.transaction(async transaction => {
    for (const { name, statements } of older) {
      for (const statement of statements(dialect)) await transaction.raw(statement)
      await transaction('schema_migration').insert({ name })
    }
  })
}

/** Writes into the tables as they were; answers how many rows of the trail that made. */
async function fill({ writer }: Database, entries: number): Promise<number> {
  await writer.transaction(async tx => {
    await tx('account').insert({
      ...{
        id: 1,
        username: 'officer',
        password_hash: '',
        display_name: '经办人甲',
        role: 'officer',
        active: 1,
      },
      created_at: at,
    })
    for (let from = 0; from < entries; from += 100)
      await tx('history_entry').insert(
        Array.from({ length: Math.min(100, entries - from) }, (_, index) => ({
          ...{ at, actor_id: 1, actor_name: '经办人甲', kind: 'case.registered' },
          data: JSON.stringify({ number: from + index }),
        })),
      )
    await tx('calendar_version').insert([{ id: 1, at, by: 1, reason: '启用' }])
    // keys of words sort otherwise in each database; whatever the order, none may be passed over
    await tx('calendar_entry').insert(
      ['national', 'local', 'Local', '城中区', 'z_z', 'z-z'].map(scope => ({
        ...{ scope, date: '2026-04-16', version_id: 1, kind: 'rest', name: '台风', source: '通知' },
      })),
    )
    await tx('process_definition').insert({
      ...{
        id: 1,
        key: 'banbuchengshi',
        version: 1,
        name: '办不成事',
        xml: '<x/>',
        sha256: '0',
        deployed_at: at,
      },
    })
    await tx('reply_template').insert({ occasion: 'notice', cause: '', words: '您好', at, by: 1 })
  })
  return entries + 1 + 6 + 1 + 1
}

/** The chain as that release had made it: over the tables that it knew, with a signed head. */
async function linkAsItWas({ writer }: Database): Promise<void> {
  const rows = []
  for (const source of trailSources) {
    if (!(await writer.schema.hasTable(source.name))) continue
    for (const row of (await writer(source.name).orderBy([...source.key])) as RawRow[])
      rows.push({ source: source.name, rowKey: rowKey(source, row), digest: digestOf(source.name, row) })
  }
  const links = linksAfter(null, rows, key)
  const last = links.at(-1)
  await writer.transaction(async tx => {
    await insertKeyed(tx, linkTable, links)
    if (!last) return
    const head = { position: last.position, hash: last.hash, at }
    await insertKeyed(tx, headTable, [{ ...head, keyId: key.id, signature: key.sign(head) }])
  })
}

async function clean(database: Database, rows: number): Promise<void> {
  const told: TrailFinding[] = []
  const seen = await createStore(database, key).verifyTrail([], finding => told.push(finding))
  expect(told).to.deep.equal([])
  expect(seen.rows).to.equal(rows)
}

/** The house goes on: what it writes now, into a table that the older one had not too, is linked after the rest. */
async function worksOn(database: Database, before: number): Promise<void> {
  await createStore(database, key).transaction(async unit => {
    await unit.accountEntries.add([{ accountId: 1, kind: 'disabled', actorId: null, at, data: {} }])
    await unit.history.append([{ at, kind: 'case.closed' }])
  })
  await clean(database, before + 2)
}
