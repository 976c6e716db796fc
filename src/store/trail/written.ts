import type { Knex } from 'knex'
import { digestOf } from './digest.js'
import { rowKey, trailSource, type RawRow } from './sources.js'

/** A row of the trail that this transaction wrote. */
export interface Written {
  readonly source: string
  readonly rowKey: string
  readonly digest: string
}

/** Noted wherever rows are inserted, so that no writer can forget it. */
const ofTransactions = new WeakMap<Knex, Written[]>()

/** Begins to note what a transaction writes into the trail. */
export function noteTrail(transaction: Knex): readonly Written[] {
  const written: Written[] = []
  ofTransactions.set(transaction, written)
  return written
}

/** Notes rows as the database took them. Nothing is written into the trail but in a transaction that links it. */
export function noteWritten(knex: Knex, table: string, rows: readonly unknown[]): void {
  const source = trailSource(table)
  if (!source || rows.length === 0) return
  const written = ofTransactions.get(knex)
  if (!written) throw new Error(`${table} is of the trail: it is written within store.transaction`)
  for (const row of rows as readonly RawRow[])
    written.push({ source: table, rowKey: rowKey(source, row), digest: digestOf(table, row) })
}
