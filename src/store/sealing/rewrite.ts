import type { Database } from '../dialect.js'
import { sealedTables } from './anew.js'

/**
 * Writes anew the tables that had contact fields lying open: what was overwritten or removed stays in free pages and dead
 * rows until then. SQLite writes the whole file and empties its log.
 */
export async function rewriteContacts({ dialect, writer }: Database): Promise<void> {
  if (dialect === 'sqlite') {
    await writer.raw('vacuum')
    await writer.raw('pragma wal_checkpoint(truncate)')
    return
  }
  for (const { name } of sealedTables) await writer.raw(`vacuum full ${name}`)
}
