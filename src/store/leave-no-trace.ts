import type { Knex } from 'knex'
import { wordTables } from './case-words.js'
import type { Database } from './dialect.js'
import { integer, rowsOf } from './rows.js'

/** Where words of cases lie, and old versions of their rows with them until the space is used again. */
const tables: readonly string[] = [
  ...['grievance_case', 'case_text', 'case_pair', 'notice', 'notice_reading', 'ledger_export', 'session'],
  ...['history_entry', 'deadline_entry', 'disclosure', 'access_entry'],
  ...wordTables,
]

/**
 * Takes what was erased from where it still lies. SQLite overwrites what it deletes (`secure_delete`), but its search
 * index keeps deleted entries until its parts are merged, and the log keeps old pages until they are folded into the
 * file; while somebody reads an old page, the log stays until the next time. PostgreSQL keeps old versions of rows
 * until they are vacuumed; its own log and backups are the administrator’s (docs/operations.md).
 */
export async function leaveNoTrace({ writer, dialect }: Database): Promise<void> {
  if (dialect === 'postgres') {
    await writer.raw(`vacuum ${tables.join(', ')}`)
    return
  }
  await mergeIndex(writer)
  await writer.raw('PRAGMA wal_checkpoint(TRUNCATE)')
}

/** So many pages of the search index are written in one transaction: people’s commands get their turn in between. */
const pagesAtOnce = 500

/**
 * Merges the parts of the search index into one, without what was deleted. A negative number of pages begins it, positive
 * ones go on, and it is done when next to nothing changes (SQLite, FTS5, “merge”).
 */
async function mergeIndex(writer: Knex): Promise<void> {
  let changed = await mergeSome(writer, -pagesAtOnce)
  while (changed >= 2) changed = await mergeSome(writer, pagesAtOnce)
}

/** @returns how many rows of the index that changed */
function mergeSome(writer: Knex, pages: number): Promise<number> {
  return writer.transaction(async knex => {
    const before = await changesOn(knex)
    await knex.raw(`insert into case_pair (case_pair, rank) values ('merge', ?)`, [pages])
    return (await changesOn(knex)) - before
  })
}

/** How many rows this connection has changed so far. */
async function changesOn(knex: Knex): Promise<number> {
  const [row] = await rowsOf({ count: integer }, knex.select(knex.raw('total_changes() as count')))
  return row?.count ?? 0
}
