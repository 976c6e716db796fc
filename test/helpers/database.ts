import { rmSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  closeDatabase,
  contactKeys,
  createStore,
  migrate,
  openDatabase,
  type Database,
  type DatabaseTarget,
  type Store,
} from '../../src/store/index.js'
import { postgres } from './postgres.js'

/** What contact fields are sealed with in tests: the same in every process of theirs. */
export const testKeys = contactKeys({ keys: () => [{ id: '7e57ab1e', secret: new Uint8Array(32).fill(7) }] })

/** A fresh store, migrated and empty, and what is under it. */
export interface TestStore {
  readonly store: Store
  readonly database: Database
  /** where it is, to be opened once more */
  readonly target: DatabaseTarget
}

/** One of the databases that the store is tested on. */
interface Kind {
  readonly name: string
  /** Makes an empty migrated database; the second function throws it away. */
  readonly make: () => Promise<{ target: DatabaseTarget; discard: () => Promise<void> }>
}

/** Makes a store of its own for the test that asks; it is closed and thrown away after that test. */
type Fresh = () => Promise<TestStore>

/** Runs the tests once on each kind of database. SQLite in memory is what the stories of the office run on. */
export function onEveryDatabase(title: string, tests: (fresh: Fresh) => void): void {
  for (const kind of [sqliteFile, postgresServer]) on(kind, title, tests)
}

/** Runs tests of what only happens where transactions run side by side. */
export function onPostgres(title: string, tests: (fresh: Fresh) => void): void {
  on(postgresServer, title, tests)
}

/** Runs tests of how SQLite keeps its file. */
export function onSqliteFile(title: string, tests: (fresh: Fresh) => void): void {
  on(sqliteFile, title, tests)
}

function on(kind: Kind, title: string, tests: (fresh: Fresh) => void): void {
  describe(`${title} (${kind.name})`, () => {
    const done: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const finish of done.splice(0).reverse()) await finish()
    })
    tests(async () => {
      const { target, discard } = await kind.make()
      done.push(discard)
      const database = await openDatabase(target, testKeys)
      done.push(() => closeDatabase(database))
      return { store: createStore(database), database, target }
    })
  })
}

/** A folder that is removed when the tests are over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bandecheng-'))
  folders.push(folder)
  return folder
}

const folders: string[] = []
// not a hook of mocha’s: with the files spread over processes it would belong to the first file of each alone
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Reads a file of SQLite into a database in memory, whatever was in there before. */
export async function readInto({ writer }: Database, file: string): Promise<void> {
  const client = writer.client as SqliteClient
  const connection = await client.acquireConnection()
  await new Promise<void>((resolve, reject) => {
    const reading = connection.backup(file, 'main', 'main', false, error => (error ? reject(error) : copy()))
    const copy = () =>
      reading.step(-1, error => {
        reading.finish(() => (error ? reject(error) : resolve()))
      })
  })
  await client.releaseConnection(connection)
}

/** What knex and sqlite3 have for copying a whole database, without public types. */
interface SqliteClient {
  acquireConnection(): Promise<{
    backup(file: string, to: 'main', from: 'main', toFile: boolean, opened: Heard): Backup
  }>
  releaseConnection(connection: unknown): Promise<void>
}

interface Backup {
  step(pages: number, copied: Heard): void
  finish(finished: () => void): void
}

type Heard = (error: Error | null) => void

const sqliteFile: Kind = {
  name: 'SQLite file',
  async make() {
    const template = await once('sqlite', async () => {
      const file = join(await temporaryFolder(), 'template.sqlite')
      await migrateAt({ file })
      return file
    })
    const folder = await temporaryFolder()
    const file = join(folder, 'test.sqlite')
    await copyFile(template, file)
    return { target: { file }, discard: () => rm(folder, { recursive: true, force: true }) }
  },
}

/** A database of the server is emptied and used again, which is quicker than making one. */
const postgresServer: Kind = {
  name: 'PostgreSQL',
  async make() {
    const url = unused.pop() ?? (await migratedDatabase())
    await emptied(url)
    const discard = () => Promise.resolve(void unused.push(url))
    return { target: { url }, discard }
  },
}

const unused: string[] = []

async function migratedDatabase(): Promise<string> {
  const server = await postgres()
  const url = await server.createDatabase()
  await migrateAt({ url })
  return url
}

async function emptied(url: string): Promise<void> {
  const { writer, ...rest } = await openDatabase({ url })
  const rows: { tablename: string }[] = await writer('pg_tables')
    .where({ schemaname: 'public' })
    .select('tablename')
  const tables = rows.map(({ tablename }) => tablename).filter(name => name !== 'schema_migration')
  // as a replica the session passes over the triggers that keep the history from being emptied
  await writer.raw(
    `set session_replication_role = replica;
     truncate ${tables.map(name => `"${name}"`).join()} restart identity;
     set session_replication_role = origin`,
  )
  await closeDatabase({ writer, ...rest })
}

const templates = new Map<string, Promise<string>>()

/** Migrated once, copied for each test. */
function once(kind: string, make: () => Promise<string>): Promise<string> {
  const template = templates.get(kind) ?? make()
  templates.set(kind, template)
  return template
}

async function migrateAt(target: DatabaseTarget): Promise<void> {
  const database = await openDatabase(target)
  await migrate(database)
  await closeDatabase(database)
}
