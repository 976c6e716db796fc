import { expect } from 'chai'
import { openPostgres } from '../../src/store/connections.js'
import { closeDatabase, createStore, openDatabase } from '../../src/store/index.js'
import { migrations } from '../../src/store/migrations/index.js'
import { onEveryDatabase, onSqliteFile, testKeys } from '../helpers/database.js'

/** How it is not ready; null when it is. Nobody waits longer than this for an answer that does not come. */
const refusal = (store: { ready(patience?: number): Promise<void> }, patience?: number) =>
  store.ready(patience).then(
    () => null,
    (error: unknown) => String(error),
  )

onEveryDatabase('Readiness', fresh => {
  it('is there when reads and writes are answered by the tables of this release', async () => {
    const { store } = await fresh()
    expect(await refusal(store)).to.equal(null)
  })

  it('is not there when a migration is missing, or one has run that this release has not', async () => {
    const { store, database } = await fresh()
    const { name = '' } = migrations.at(-1) ?? {}
    await database.writer('schema_migration').where({ name }).delete()
    expect(await refusal(store)).to.include('tables')
    await database.writer('schema_migration').insert({ name: '9999-of-a-newer-release' })
    expect(await refusal(store), 'as many, but not the same').to.include('tables')
    await database.writer('schema_migration').where({ name: '9999-of-a-newer-release' }).update({ name })
    expect(await refusal(store)).to.equal(null)
  })

  it('is not there when the database was closed', async () => {
    const { target } = await fresh()
    const database = await openDatabase(target)
    const store = createStore(database)
    expect(await refusal(store)).to.equal(null)
    await closeDatabase(database)
    expect(await refusal(store)).to.be.a('string')
  })
})

onSqliteFile('Readiness, when another process holds the file', fresh => {
  it('is not there until it lets go: a page could be read, and nothing could be written', async () => {
    const { store, target } = await fresh()
    const other = await openDatabase(target)
    await other.writer.transaction(async () => {
      expect(await refusal(store, 20)).to.include('did not answer within 20 ms')
    })
    await closeDatabase(other)
    expect(await refusal(store)).to.equal(null)
  })
})

describe('Readiness, when there is no database server', () => {
  it('is not there, and says so at once instead of trying for a minute', async () => {
    const database = openPostgres('postgres://127.0.0.1:1/none', { contactKeys: testKeys })
    expect(await refusal(createStore(database), 20)).to.be.a('string')
    await closeDatabase(database)
  })
})
