import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  closeDatabase,
  createStore,
  DatabaseNewerProblem,
  migrate,
  openDatabase,
} from '../../src/store/index.js'
import { onEveryDatabase, onSqliteFile, temporaryFolder } from '../helpers/database.js'
import { failureOf, messageOf } from './failure.js'

onEveryDatabase('The database', fresh => {
  it('has nothing left to migrate once it was', async () => {
    const { database } = await fresh()
    expect(await migrate(database)).to.deep.equal([])
  })

  it('refuses to be migrated by a release older than itself', async () => {
    const { database } = await fresh()
    await database.writer('schema_migration').insert({ name: '9999-from-the-future' })
    const refused = await failureOf(migrate(database))
    await database.writer('schema_migration').where({ name: '9999-from-the-future' }).delete()
    expect(refused).to.be.instanceOf(DatabaseNewerProblem)
    expect((refused as Error).message)
      .to.include('9999-from-the-future')
      .and.include('请换用新版本')
  })

  it('holds to its foreign keys', async () => {
    const { store } = await fresh()
    const orphan = store.transaction(unit =>
      unit.places.addWindows([{ placeId: 99, name: '06号窗口', active: true }]),
    )
    expect(await messageOf(orphan)).to.match(/foreign key/i)
  })

  it('refuses a value of another type than the column has', async () => {
    const { database } = await fresh()
    const wrong = database.writer('counter').insert({ name: 'a', value: 'many' })
    expect(await messageOf(wrong)).to.match(/many|TEXT/)
  })

  it('does not put people’s data into the message of an error', async () => {
    const { database } = await fresh()
    const wrong = database.writer('setting').insert([{ key: '覃小梅', value: null }])
    expect(await messageOf(wrong))
      .to.include('insert into')
      .and.not.include('覃小梅')
  })
})

onSqliteFile('The file', fresh => {
  it('is kept as safely as SQLite can', async () => {
    const { database } = await fresh()
    const pragma = (name: string) => database.writer.raw<object[]>(`PRAGMA ${name}`)
    expect(await pragma('journal_mode')).to.deep.equal([{ journal_mode: 'wal' }])
    expect(await pragma('synchronous')).to.deep.equal([{ synchronous: 2 }])
    expect(await pragma('foreign_keys')).to.deep.equal([{ foreign_keys: 1 }])
    expect(await pragma('busy_timeout')).to.deep.equal([{ timeout: 5000 }])
  })

  it('is not opened by a release older than itself', async () => {
    const { database, target } = await fresh()
    await database.writer('schema_migration').insert({ name: '9999-from-the-future' })
    expect(await failureOf(openDatabase(target))).to.be.instanceOf(DatabaseNewerProblem)
  })

  it('is read while a transaction goes on, as it was before', async () => {
    const { store } = await fresh()
    await store.transaction(async unit => {
      await unit.settings.put([{ key: 'a', value: '1' }])
      expect(await store.read.settings.get('a')).to.equal(null)
    })
  })

  it('is never written by a reader', async () => {
    const { database } = await fresh()
    const written = database.reader('setting').insert({ key: 'a', value: '1' })
    expect(await messageOf(written)).to.match(/readonly/)
  })

  it('is shared by two processes that read before they write', async () => {
    const { store, target } = await fresh()
    const beside = createStore(await openDatabase(target))
    const visit = (one: typeof store) =>
      one.transaction(async unit => {
        const count = Number((await unit.settings.get('visits')) ?? 0)
        await unit.settings.put([{ key: 'visits', value: String(count + 1) }])
      })
    await Promise.all(Array.from({ length: 10 }, (_, index) => visit(index % 2 ? store : beside)))
    expect(await store.read.settings.get('visits')).to.equal('10')
    await beside.close()
  })

  it('keeps what was committed when it is closed and opened again', async () => {
    const { store, target } = await fresh()
    await store.transaction(unit => unit.settings.put([{ key: 'a', value: '1' }]))
    const again = createStore(await openDatabase(target))
    expect(await again.read.settings.get('a')).to.equal('1')
    await again.close()
  })
})

describe('A new database', () => {
  it('makes the folder it is to be in', async () => {
    const file = join(await temporaryFolder(), 'data', 'deep', 'office.sqlite')
    const database = await openDatabase({ file })
    await migrate(database)
    await closeDatabase(database)
    expect(existsSync(file)).to.equal(true)
    expect(existsSync(`${file}-wal`), 'the log is folded in').to.equal(false)
  })

  it('is migrated once when two processes start at once', async () => {
    const file = join(await temporaryFolder(), 'office.sqlite')
    const [one, other] = await Promise.all([openDatabase({ file }), openDatabase({ file })])
    const done = await Promise.all([migrate(one), migrate(other)])
    expect(done.map(names => names.length).sort()).to.deep.equal([0, done.flat().length])
    await Promise.all([closeDatabase(one), closeDatabase(other)])
  })

  it('is as it was when the migration breaks off', async () => {
    const database = await openDatabase({ file: join(await temporaryFolder(), 'office.sqlite') })
    // a table that stands in the way of a late migration
    await database.writer.raw('create table call_record (id integer)')
    expect(await messageOf(migrate(database))).to.include('call_record')
    expect(await database.writer.schema.hasTable('place')).to.equal(false)
    await database.writer.raw('drop table call_record')
    expect(await migrate(database)).to.have.lengthOf.above(5)
    await closeDatabase(database)
  })
})
