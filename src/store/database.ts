import { openPostgres, openSqlite } from './connections.js'
import type { Database } from './dialect.js'
import { refuseNewer } from './migrate.js'
import { fleetingKeys, type ContactKeys } from './sealing/keys.js'

/** Where the database is: a SQLite file (`:memory:` for a fleeting one) or a PostgreSQL address. */
export type DatabaseTarget = { readonly file: string } | { readonly url: string }

/**
 * Opens the database, making an empty SQLite file and its folder when there is none; tables come by `migrate`.
 * @param keys seal the contact fields; left out, they can be neither written nor read, but in a fleeting database
 * @throws DatabaseNewerProblem when a newer release has changed the tables
 */
export async function openDatabase(target: DatabaseTarget, keys?: ContactKeys): Promise<Database> {
  const fleeting = 'file' in target && target.file === ':memory:'
  const sealing = { contactKeys: keys ?? (fleeting ? fleetingKeys() : undefined) }
  const database = 'url' in target ? openPostgres(target.url, sealing) : openSqlite(target.file, sealing)
  try {
    await refuseNewer(database)
    return database
  } catch (error) {
    await closeDatabase(database)
    throw error
  }
}

/** Waits for running transactions and closes all connections. */
export async function closeDatabase({ reader, writer, beside }: Database): Promise<void> {
  await reader.destroy()
  if (beside !== reader) await beside.destroy()
  // the writer last: the last connection to leave a SQLite file folds the log into it
  if (writer !== reader) await writer.destroy()
}
