import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { instant, integer, nullable, oneOf, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows } from './writes.js'

/** What was taken out of the ledger: who, when, which question, how many lines. Kept when the file is gone. */
const ledgerExportTable = {
  name: 'ledger_export',
  columns: {
    id: integer,
    accountId: integer,
    at: instant,
    kind: oneOf('xlsx', 'csv'),
    /** as it stood in the address */
    query: text,
    /** lines */
    total: integer,
    /** sent at once; or written to a file: on the way, there, gone again, or given up */
    state: oneOf('sent', 'writing', 'written', 'removed', 'failed'),
    finishedAt: nullable(instant),
  },
}

const listed = { ...ledgerExportTable.columns, accountName: text }

export type StoredLedgerExport = RowOf<typeof ledgerExportTable.columns>
export type LedgerExportLine = RowOf<typeof listed>

/** Exports, for reading. */
export function readLedgerExports(knex: Knex) {
  const { columns, name } = ledgerExportTable
  return {
    byId: (id: number): Promise<StoredLedgerExport | null> => rowOf(columns, knex(name).where({ id })),

    /** The newest first; everybody's, or one person's. */
    latest: (accountId: number | null, limit: number): Promise<LedgerExportLine[]> => {
      const query = knex(`${name} as e`)
        .join('account as a', 'a.id', 'e.account_id')
        .select('e.*', 'a.display_name as account_name')
        .orderBy('e.id', 'desc')
        .limit(limit)
      return rowsOf(listed, accountId === null ? query : query.where('e.account_id', accountId))
    },

    /** Files that have lain since before then. */
    writtenBefore: (at: Instant): Promise<StoredLedgerExport[]> =>
      rowsOf(columns, knex(name).where({ state: 'written' }).where('finished_at', '<', at).orderBy('id')),
  }
}

/** Exports, for whoever takes something out. */
export function ledgerExportStore(knex: Knex) {
  return {
    ...readLedgerExports(knex),

    async begin(row: NewRowOf<typeof ledgerExportTable.columns>): Promise<number> {
      const [id = 0] = await insertRows(knex, ledgerExportTable, [row])
      return id
    },

    /** Lets go of what was asked before then, and may have named people; who took how much out stands in the trail. */
    async forget(before: Instant): Promise<void> {
      await knex(ledgerExportTable.name)
        .where('at', '<', before)
        .whereIn('state', ['sent', 'removed', 'failed'])
        .delete()
    },

    async settle(
      ids: readonly number[],
      set: { readonly state: StoredLedgerExport['state']; readonly finishedAt?: Instant },
    ): Promise<void> {
      const { state, finishedAt } = set
      await knex(ledgerExportTable.name)
        .whereIn('id', ids)
        .update({ state, ...(finishedAt === undefined ? {} : { finished_at: finishedAt }) })
    },
  }
}
