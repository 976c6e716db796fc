import { wordTables } from './case-words.js'
import type { Database } from './dialect.js'

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
  await writer.transaction(knex => knex.raw(`insert into case_pair (case_pair) values ('optimize')`))
  await writer.raw('PRAGMA wal_checkpoint(TRUNCATE)')
}
