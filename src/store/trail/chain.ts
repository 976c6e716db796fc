import type { Knex } from 'knex'
import type { Database } from '../dialect.js'
import { instant, integer, rowOf, text, type RowOf } from '../rows.js'
import { insertKeyed } from '../writes.js'
import { beginning, type TrailKey } from './key.js'
import type { Written } from './written.js'

/** The chain: each row of the trail over the one before. */
export const linkTable = {
  name: 'trail_link',
  columns: { position: integer, source: text, rowKey: text, digest: text, hash: text },
}

/** What was signed: how long the chain was, and its last hash. */
export const headTable = {
  name: 'trail_head',
  columns: { position: integer, hash: text, at: instant, keyId: text, signature: text },
}

export type TrailLink = RowOf<typeof linkTable.columns>
export type TrailHead = RowOf<typeof headTable.columns>

/** Any number that nothing else in the same PostgreSQL database locks. */
const lock = 20210502

/**
 * Links what a transaction wrote to the end of the chain: the last thing it does. On PostgreSQL transactions take their
 * turns here until they are committed, and nothing is locked after this, so none waits for another in a circle; the
 * end of the chain is read beside the transaction, whose own view may be older than it.
 */
export async function linkWritten(
  { dialect, beside }: Pick<Database, 'dialect' | 'beside'>,
  transaction: Knex,
  key: TrailKey,
  written: readonly Written[],
): Promise<void> {
  if (written.length === 0) return
  if (dialect === 'postgres') await transaction.raw(`select pg_advisory_xact_lock(${lock})`)
  const last = await lastLink(dialect === 'postgres' ? beside : transaction)
  await insertKeyed(transaction, linkTable, linksAfter(last, written, key))
}

/** The links of these rows, in their order. */
export function linksAfter(
  last: Pick<TrailLink, 'position' | 'hash'> | null,
  written: readonly Written[],
  key: TrailKey,
): TrailLink[] {
  let { position, hash } = last ?? { position: 0, hash: beginning }
  return written.map(row => {
    const content = { ...row, position: ++position }
    hash = key.link(hash, content)
    return { ...content, hash }
  })
}

/** Where the chain ends now; null when nothing has been linked yet. */
export function lastLink(knex: Knex): Promise<TrailLink | null> {
  return rowOf(linkTable.columns, knex(linkTable.name).orderBy('position', 'desc').limit(1))
}
