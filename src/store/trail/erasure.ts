import type { Knex } from 'knex'
import { instant, integer, nullable, rowsOf, text, type NewRowOf, type RowOf } from '../rows.js'
import { chunks } from '../writes.js'
import { linkTable } from './chain.js'
import { digestOf } from './digest.js'
import type { RawRow } from './sources.js'

/**
 * A row of the trail was blanked: when, by which rule, by whom, and the digest it has since. Itself a row of the trail:
 * only one that is linked excuses anything.
 */
export const erasureTable = {
  name: 'erasure_entry',
  columns: {
    id: integer,
    at: instant,
    /** a kind of `casework/retention`, or what a citizen asked for */
    rule: text,
    /** null for the house’s own clock */
    by: nullable(integer),
    source: text,
    rowKey: text,
    digestAfter: text,
  },
}

export type StoredErasure = RowOf<typeof erasureTable.columns>
export type NewErasure = NewRowOf<typeof erasureTable.columns>

/** A row of the trail, by its table and key. */
export interface NamedRow {
  readonly source: string
  readonly rowKey: string
}

/**
 * How the house left those of these rows that it has erased: the digest they must have, by `source/rowKey`. The newest
 * linked erasure of a row decides; one that an intruder wrote has no link, and one that was changed has another digest
 * than its link.
 */
export async function leftByErasure(
  knex: Knex,
  rows: readonly NamedRow[],
): Promise<ReadonlyMap<string, string>> {
  const left = new Map<string, string>()
  for (const chunk of chunks(rows)) {
    const named = chunk.map(({ source, rowKey }) => [source, rowKey])
    const erasures = (await knex(erasureTable.name)
      .whereIn(['source', 'row_key'], named)
      .orderBy('id')) as readonly RawRow[]
    const linked = await digestsOf(knex, erasures)
    for (const one of erasures)
      if (linked.get(String(one.id)) === digestOf(erasureTable.name, one))
        left.set(`${String(one.source)}/${String(one.row_key)}`, String(one.digest_after))
  }
  return left
}

async function digestsOf(knex: Knex, rows: readonly RawRow[]): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>()
  const { rowKey, digest } = linkTable.columns
  for (const chunk of chunks(rows)) {
    const links = knex(linkTable.name)
      .where({ source: erasureTable.name })
      .whereIn(
        'row_key',
        chunk.map(({ id }) => String(id)),
      )
    for (const link of await rowsOf({ rowKey, digest }, links)) digests.set(link.rowKey, link.digest)
  }
  return digests
}
