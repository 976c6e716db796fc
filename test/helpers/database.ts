import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  closeDatabase,
  createStore,
  migrate,
  openDatabase,
  type Database,
  type DatabaseTarget,
  type Store,
} from '../../src/store/index.js'
import { postgres } from './postgres.js'

/** A fresh store, migrated and empty, and what is under it. */
export interface TestStore {
  readonly store: Store
  readonly database: Database
}

/** One of the databases that the store is tested on. */
interface Kind {
  readonly name: string
  /** Makes an empty migrated database; the second function throws it away. */
  readonly make: () => Promise<{ target: DatabaseTarget; discard: () => Promise<void> }>
}

/**
 * Runs the tests once on each kind of database. `fresh` makes a store of its own for the test that asks; it is closed
 * and thrown away after that test.
 */
export function onEveryDatabase(title: string, tests: (fresh: () => Promise<TestStore>) => void): void {
  for (const kind of [sqliteInMemory, sqliteFile, postgresServer]) {
    describe(`${title} (${kind.name})`, () => {
      const done: (() => Promise<void>)[] = []
      afterEach(async () => {
        for (const finish of done.splice(0).reverse()) await finish()
      })
      tests(async () => {
        const { target, discard } = await kind.make()
        done.push(discard)
        const database = await openDatabase(target)
        done.push(() => closeDatabase(database))
        if ('file' in target && target.file === ':memory:') await migrate(database)
        return { store: createStore(database), database }
      })
    })
  }
}

/** A fresh store in memory, for tests of what stands on the store. The caller closes it. */
export async function memoryStore(): Promise<Store> {
  const database = await openDatabase({ file: ':memory:' })
  await migrate(database)
  return createStore(database)
}

/** A folder that is removed when the tests are over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bandecheng-'))
  folders.push(folder)
  return folder
}

const folders: string[] = []
after(async function removeFolders() {
  await Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true })))
})

const sqliteInMemory: Kind = {
  name: 'SQLite in memory',
  make: () => Promise.resolve({ target: { file: ':memory:' }, discard: () => Promise.resolve() }),
}

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

const postgresServer: Kind = {
  name: 'PostgreSQL',
  async make() {
    const server = await postgres()
    const template = await once('postgres', async () => {
      const { name, url } = await server.createDatabase()
      await migrateAt({ url })
      return name
    })
    const { name, url } = await server.createDatabase(template)
    return { target: { url }, discard: () => server.dropDatabase(name) }
  },
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
