import type { Knex } from 'knex'
import { insertKeyed } from '../writes.js'
import { linksAfter, linkTable, type TrailLink } from './chain.js'
import { digestOf } from './digest.js'
import type { TrailKey } from './key.js'
import { rowKey, trailSources, type RawRow, type TrailSource } from './sources.js'

/**
 * Links what stood in the tables before there was a chain, table by table, as it stands. Only the migration that makes
 * the chain does this: afterwards a row without a link is one that the house did not write.
 */
export async function adoptTrail(transaction: Knex, key: TrailKey): Promise<void> {
  let last: TrailLink | null = null
  for (const source of trailSources) {
    for await (const rows of batchesOf(transaction, source)) {
      const written = rows.map(row => ({
        source: source.name,
        rowKey: rowKey(source, row),
        digest: digestOf(source.name, row),
      }))
      const links = linksAfter(last, written, key)
      await insertKeyed(transaction, linkTable, links)
      last = links.at(-1) ?? last
    }
  }
}

const batch = 1_000

async function* batchesOf(knex: Knex, { name, key }: TrailSource): AsyncGenerator<readonly RawRow[]> {
  let after: RawRow | undefined
  for (;;) {
    const query = knex<RawRow>(name)
      .orderBy([...key])
      .limit(batch)
    if (after) {
      const from = after
      const columns = key.map(column => `"${column}"`).join()
      void query.whereRaw(
        `(${columns}) > (${key.map(() => '?').join()})`,
        key.map(column => from[column] ?? ''),
      )
    }
    const rows: readonly RawRow[] = await query
    if (rows.length > 0) yield rows
    if (rows.length < batch) return
    after = rows.at(-1)
  }
}
