import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import knexModule, { type Knex } from 'knex'
import type { Database } from './dialect.js'
import type { Sealing } from './sealing/keys-of.js'

const { knex } = knexModule

/** The pool of PostgreSQL connections. */
export function openPostgres(url: string, sealing: Sealing): Database {
  const connection = { connectionString: url }
  const pool = (max: number) =>
    knex({ client: 'pg', connection, pool: { min: 0, max }, ...quietErrors, ...sealing })
  const shared = pool(10)
  // one connection is enough: whoever uses it holds the turn to write the chain
  return { dialect: 'postgres', writer: shared, reader: shared, beside: pool(1) }
}

/** The connections to a SQLite file, or the only one to a database in memory. */
export function openSqlite(file: string, sealing: Sealing): Database {
  const inMemory = file === ':memory:'
  if (!inMemory) mkdirSync(dirname(file), { recursive: true })
  const writer = sqlite(file, 1, writerPragmas, sealing)
  beginImmediately(writer)
  const reader = inMemory ? writer : sqlite(file, readers, readerPragmas, sealing)
  return { dialect: 'sqlite', writer, reader, beside: reader }
}

/** Enough for pages that read while another reads; each holds one thread of the four that Node lends. */
const readers = 3
const busyTimeout = 'PRAGMA busy_timeout = 5000'
const writerPragmas = [
  busyTimeout,
  'PRAGMA journal_mode = WAL',
  // in WAL mode NORMAL may lose the last commits when the power fails; what we acknowledged must stay
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  // what was erased must not be read in pages that are free
  'PRAGMA secure_delete = ON',
]
const readerPragmas = [busyTimeout, 'PRAGMA query_only = ON']

/** Errors show the statement with its placeholders: the values are people's names and stories, not for a log. */
const quietErrors = {
  compileSqlOnError: false,
  // knex would also print them on standard output; whoever is thrown the error tells it, once
  log: { debug: silent, warn: silent, error: silent, deprecate: silent },
}

function silent(): void {
  // nothing is said
}

function sqlite(file: string, connections: number, pragmas: readonly string[], sealing: Sealing): Knex {
  return knex({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    pool: {
      // never reaped: an in-memory database would be lost with its connection
      min: connections,
      max: connections,
      afterCreate: (connection: SqliteConnection, done: (error: Error | null) => void) =>
        connection.exec(pragmas.join(';'), done),
    },
    ...quietErrors,
    ...sealing,
  })
}

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void
}

/**
 * A transaction takes the write lock when it begins. With a plain BEGIN, one that reads first and then writes is
 * refused at once, without waiting, if another process (a command beside the server) has written in between.
 */
function beginImmediately(writer: Knex): void {
  const client = writer.client as SqliteClient
  const transaction = client.transaction.bind(client)
  client.transaction = (...args) => {
    const made = transaction(...args)
    made.begin = connection => made.query(connection, 'BEGIN IMMEDIATE')
    return made
  }
}

/** The two members of knex's SQLite client that have no public types. */
interface SqliteClient {
  transaction: (...args: readonly unknown[]) => {
    begin: (connection: unknown) => Promise<unknown>
    query: (connection: unknown, sql: string) => Promise<unknown>
  }
}
