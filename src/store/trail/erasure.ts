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

/** A row that says something else than when it was written. */
export interface DifferingRow {
  readonly source: string
  readonly rowKey: string
  /** as it is now */
  readonly digest: string
}

/**
 * Which of these rows are as an erasure of the house left them, by `source/rowKey`. The newest linked erasure of a row
 * decides; one that an intruder wrote has no link, and one that was changed has another digest than its link.
 */
export async function erasedByRule(
  knex: Knex,
  differing: readonly DifferingRow[],
): Promise<ReadonlySet<string>> {
  const left = new Map<string, string>()
  for (const chunk of chunks(differing)) {
    const named = chunk.map(({ source, rowKey }) => [source, rowKey])
    const rows = (await knex(erasureTable.name)
      .whereIn(['source', 'row_key'], named)
      .orderBy('id')) as readonly RawRow[]
    const linked = await digestsOf(knex, rows)
    for (const row of rows)
      if (linked.get(String(row.id)) === digestOf(erasureTable.name, row))
        left.set(`${String(row.source)}/${String(row.row_key)}`, String(row.digest_after))
  }
  return new Set(
    differing
      .filter(({ source, rowKey, digest }) => left.get(`${source}/${rowKey}`) === digest)
      .map(({ source, rowKey }) => `${source}/${rowKey}`),
  )
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
