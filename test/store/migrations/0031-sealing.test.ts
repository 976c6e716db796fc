import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { handClock } from '../../../src/clock.js'
import { ContactKeysLostProblem } from '../../../src/casework/setup-problem.js'
import { pairsOf } from '../../../src/casework/search.js'
import { contactKeyFile, type ContactKeyFile } from '../../../src/contact-keys.js'
import { createFiles } from '../../../src/files/index.js'
import { openPartsOn } from '../../../src/runtime/open-parts.js'
import { closeDatabase, contactKeys, createStore, migrate, openDatabase } from '../../../src/store/index.js'
import type { Database, DatabaseTarget, Store } from '../../../src/store/index.js'
import { migrations } from '../../../src/store/migrations/index.js'
import { temporaryFolder } from '../../helpers/database.js'
import { postgres } from '../../helpers/postgres.js'

const targets: Readonly<Record<string, (folder: string) => Promise<DatabaseTarget>>> = {
  SQLite: folder => Promise.resolve({ file: path.join(folder, 'old.sqlite') }),
  PostgreSQL: async () => ({ url: await (await postgres()).createDatabase() }),
}

const clock = handClock('2026-11-26T09:00:00+08:00')

for (const [name, make] of Object.entries(targets)) {
  describe(`An office from before contact fields were sealed (${name})`, () => {
    let folder: string
    let target: DatabaseTarget
    let ring: ContactKeyFile
    before(async () => {
      folder = await temporaryFolder()
      target = await make(folder)
      ring = contactKeyFile(path.join(folder, 'contact-keys'))
      await onDatabase(asReleased)
    })

    it('is sealed at its next start, and goes on where an earlier one was cut off', async () => {
      ring.make()
      await onDatabase(async database => {
        await migrate(database)
        const store = createStore(database)
        // so far an earlier start came
        await store.transaction(unit => unit.sealing.anew({ table: 0, after: 0 }, 2))
        expect([...(await store.read.sealing.counts()).keys()]).to.have.members(['', ring.keys()[0]?.id])
      })
      await onOffice(async store => {
        expect([...(await store.read.sealing.counts())]).to.deep.equal([[ring.keys()[0]?.id, 9]])
        const [first, second, third] = await store.read.cases.byIds([1, 2, 3])
        expect(first).to.include({ reporterName: '覃小梅', agentName: null, contact: '13800000101' })
        expect(first?.facts, 'the number that was dialled stands in the call').to.deep.equal({
          verdict: 'citizen',
        })
        expect(second).to.include({ reporterName: '', contact: '13800000102' })
        expect(third).to.include({ reporterName: '韦国强', agentName: '韦丽' })
        expect(await store.read.calls.ofCase(1)).to.have.deep.nested.property('[0].number', '13800000199')
        expect((await store.read.cases.ofContact('13800000101', 9)).map(({ id }) => id)).to.deep.equal([1, 4])
        const found = async (term: string) =>
          (await store.views.caseList({ search: { terms: [term], people: true }, limit: 9 })).rows.map(
            ({ id }) => id,
          )
        expect(await found('小梅')).to.deep.equal([4, 1])
        expect(await found('13800000102')).to.deep.equal([2])
        expect(await found('声明')).to.deep.equal([4, 3, 2, 1])
      })
      await onDatabase(async ({ reader }) => {
        const runs = await reader<{ data: string; kind: string }>('access_entry').where({
          kind: 'keys.sealed',
        })
        expect(
          runs.map(({ data }) => JSON.parse(data) as unknown),
          'once',
        ).to.deep.equal([{ rows: 3 }])
      })
    })

    it('keeps nothing of it in any file', async () => {
      const now = await filesOf(target)
      // FTS5 keeps of a word only what the one before it has not
      const pairs = 'url' in target ? pairsOf('覃小').map(pair => `p${pair}`) : []
      for (const trace of ['13800000101', '13800000102', '13800000199', '覃小梅', '韦国强', ...pairs]) {
        expect(released.includes(trace), `${trace} was there`).to.equal(true)
        expect(now.includes(trace), `${trace} is there`).to.equal(false)
      }
    })

    it('is not opened without its keys, nor with another office’s, and no new ones are made', async () => {
      const lost = contactKeyFile(path.join(folder, 'nowhere'))
      expect(await refusal(lost)).to.be.instanceOf(ContactKeysLostProblem)
      expect(lost.exists()).to.equal(false)
      lost.make()
      expect(String(await refusal(lost))).to.include(ring.keys()[0]?.id)
    })

    /** What stood in the file before. */
    let released: Buffer = Buffer.alloc(0)

    async function onDatabase(work: (database: Database) => Promise<unknown>): Promise<void> {
      const database = await openDatabase(target, contactKeys(ring))
      try {
        await work(database)
      } finally {
        await closeDatabase(database)
      }
      if (released.length === 0) released = await filesOf(target)
    }

    async function onOffice(work: (store: Store) => Promise<unknown>, keys = ring): Promise<void> {
      const files = createFiles(folder, { clock, scan: null })
      // twice: the second start finds nothing to do
      for (let start = 0; start < 2; start++) {
        const { store } = await openPartsOn(target, { files, clock, ring: keys })
        try {
          await work(store)
        } finally {
          await store.close()
        }
      }
    }

    function refusal(keys: ContactKeyFile): Promise<unknown> {
      return onOffice(() => Promise.resolve(), keys).catch((error: unknown) => error)
    }
  })
}

/** A database as the release before this one left it, with four cases of three people. */
async function asReleased({ writer, dialect }: Database): Promise<void> {
  const before = migrations.slice(
    0,
    migrations.findIndex(one => one.name === '0031-sealing'),
  )
  await writer.transaction(async knex => {
    await knex.raw('create table schema_migration (name text primary key)')
    for (const { name, statements } of before) {
      for (const statement of statements(dialect)) await knex.raw(statement)
      await knex('schema_migration').insert({ name })
    }
    await knex('place').insert({ id: 1, kind: 'district', name: '城中区政务服务中心', active: 1 })
    const people = [
      {
        reporter_name: '覃小梅',
        contact: '13800000101',
        facts: '{"verdict":"citizen","callNumber":"13800000199"}',
      },
      { reporter_name: '', contact: '13800000102' },
      { reporter_name: '韦国强', agent_name: '韦丽', contact: '13800000103' },
      { reporter_name: '覃小梅', contact: '13800000101' },
    ]
    for (const [index, person] of people.entries()) {
      const id = index + 1
      const { reporter_name: name, contact } = person
      await knex('grievance_case').insert({
        ...{
          id,
          number: `2026-0000${id}`,
          submission_id: `s${id}`,
          revision: 1,
          channel: 'window',
          place_id: 1,
        },
        ...{ registered_at: `2026-04-1${9 - id}T01:00:00.000Z`, registered_on: `2026-04-1${9 - id}` },
        ...{
          item_name: '食品经营许可',
          item_key: '食品经营许可',
          reporter_kind: 'person',
          about_office: 0,
          facts: '{}',
        },
        ...{
          contact_tail: contact.slice(-4),
          description: '窗口另要声明。',
          hidden_barrier: 0,
          contact_failed: 0,
        },
        ...{ recurrence: 'no', ...person },
      })
      const text = `${name}\n${contact}`
      await knex('case_text').insert({ case_id: id, words: '窗口另要声明', person: text })
      await knex('case_pair').insert({
        rowid: id,
        pairs: pairsOf(text)
          .map(pair => `p${pair}`)
          .join(' '),
      })
    }
    await knex('call_record').insert({
      case_id: 1,
      at: '2026-04-19T01:00:00.000Z',
      number: '13800000199',
      result: 'answered',
    })
    await knex('setting').insert({ key: 'cases indexed', value: 'yes' })
  })
}

/** All bytes that a database has on the disk, its log beside a SQLite file too. */
async function filesOf(target: DatabaseTarget): Promise<Buffer> {
  if ('file' in target) {
    const { dir, base } = path.parse(target.file)
    return bytesOf(dir, name => name.startsWith(base))
  }
  const { writer, ...rest } = await openDatabase(target)
  await writer.raw('checkpoint')
  const { rows } = await writer.raw<{ rows: { folder: string }[] }>(
    `select current_setting('data_directory') || '/base/' || oid as folder
     from pg_database where datname = current_database()`,
  )
  await closeDatabase({ writer, ...rest })
  return bytesOf(rows[0]?.folder ?? '', () => true)
}

function bytesOf(folder: string, which: (name: string) => boolean): Buffer {
  return Buffer.concat(
    readdirSync(folder)
      .filter(which)
      .map(name => readFileSync(path.join(folder, name))),
  )
}
