import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { accessTable } from './access-store.js'
import { deadlineEntryTable } from './deadline.js'
import { disclosureTable } from './disclosure-store.js'
import { historyTable } from './history-store.js'
import { rowsOf, storeValues, type Columns, type RowOf, type Table } from './rows.js'
import { digestOf } from './trail/digest.js'
import { erasureTable, type StoredErasure } from './trail/erasure.js'
import type { RawRow } from './trail/sources.js'
import { chunks, insertRows, updateRows, type Change } from './writes.js'

/** Who erases, when, and by which rule. */
export interface Erasure {
  readonly at: Instant
  readonly rule: string
  /** null for the house’s own clock */
  readonly by: number | null
}

/** What of a row of each table can be blanked; the database refuses everything else. */
interface Blanked {
  history: Pick<RowOf<typeof historyTable.columns>, 'data'>
  access: Pick<RowOf<typeof accessTable.columns>, 'address' | 'data'>
  disclosure: Pick<RowOf<typeof disclosureTable.columns>, 'reason'>
  deadline: Pick<RowOf<typeof deadlineEntryTable.columns>, 'reason' | 'data'>
}

/** What is left of a row. */
export interface Blanking<Set> {
  readonly id: number
  readonly set: Set
}

/** Erasures of the trail, for reading. */
export function readErasures(knex: Knex) {
  return {
    /** Of one row of the trail, the oldest first. */
    ofRow: (source: string, rowKey: string): Promise<StoredErasure[]> =>
      rowsOf(erasureTable.columns, knex(erasureTable.name).where({ source, row_key: rowKey }).orderBy('id')),
  }
}

/** Erasures, for whoever erases by a rule. */
export function erasureStore(knex: Knex) {
  const blank = <C extends Columns>(table: Table<C>, erasure: Erasure, changes: readonly Change<C>[]) =>
    blankRows(knex, table, erasure, changes)
  return {
    ...readErasures(knex),

    /** Blanks rows of the history. Answers how many said more than they do now; so do the others. */
    history: (erasure: Erasure, rows: readonly Blanking<Blanked['history']>[]): Promise<number> =>
      blank(historyTable, erasure, rows),
    accesses: (erasure: Erasure, rows: readonly Blanking<Blanked['access']>[]): Promise<number> =>
      blank(accessTable, erasure, rows),
    disclosures: (erasure: Erasure, rows: readonly Blanking<Blanked['disclosure']>[]): Promise<number> =>
      blank(disclosureTable, erasure, rows),
    deadlines: (erasure: Erasure, rows: readonly Blanking<Blanked['deadline']>[]): Promise<number> =>
      blank(deadlineEntryTable, erasure, rows),
  }
}

/** The erasure is written first: the database lets nothing be blanked that none names. */
async function blankRows<C extends Columns>(
  knex: Knex,
  table: Table<C>,
  { at, rule, by }: Erasure,
  changes: readonly Change<C>[],
): Promise<number> {
  const source = table.name
  let count = 0
  for (const chunk of chunks(changes)) {
    const sets = new Map(chunk.map(change => [change.id, change]))
    const rows = (await knex(source).whereIn('id', [...sets.keys()])) as readonly RawRow[]
    const said = rows.flatMap(row => {
      const change = sets.get(Number(row.id))
      if (!change) return []
      const digestAfter = digestOf(source, { ...row, ...storeValues(table.columns, change.set) })
      return digestAfter === digestOf(source, row) ? [] : [{ change, digestAfter }]
    })
    await insertRows(
      knex,
      erasureTable,
      said.map(({ change, digestAfter }) => ({
        ...{ at, rule, by, source },
        ...{ rowKey: String(change.id), digestAfter },
      })),
    )
    await updateRows(
      knex,
      table,
      said.map(({ change }) => change),
    )
    count += said.length
  }
  return count
}
