import type { Knex } from 'knex'
import { instant, integer, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { putRows } from './writes.js'

/** A question to the ledger that somebody keeps under a name. */
const ledgerViewTable = {
  name: 'ledger_view',
  columns: { id: integer, accountId: integer, name: text, query: text, createdAt: instant },
}

export type StoredLedgerView = RowOf<typeof ledgerViewTable.columns>

/** Saved views, for reading. */
export function readLedgerViews(knex: Knex) {
  const { columns, name } = ledgerViewTable
  return {
    /** What this person saved, in the order of their saving. */
    ofAccount: (accountId: number): Promise<StoredLedgerView[]> =>
      rowsOf(columns, knex(name).where({ account_id: accountId }).orderBy('id')),
  }
}

/** Saved views, for whoever saves and removes. */
export function ledgerViewStore(knex: Knex) {
  return {
    ...readLedgerViews(knex),

    /** One of the same name is overwritten. */
    put: (view: NewRowOf<typeof ledgerViewTable.columns>): Promise<void> =>
      putRows(knex, ledgerViewTable, [view], ['accountId', 'name']),

    /** Removes one of this person's own; nobody else's. */
    async remove(accountId: number, id: number): Promise<void> {
      await knex(ledgerViewTable.name).where({ id, account_id: accountId }).delete()
    },
  }
}
