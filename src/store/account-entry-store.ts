import type { Knex } from 'knex'
import { instant, integer, json, nullable, rowsOf, word, type NewRowOf, type RowOf } from './rows.js'
import { insertRows } from './writes.js'

/** What can happen to an account. */
export type AccountEntryKind =
  | 'invited'
  | 'passwordChosen'
  | 'passwordChanged'
  | 'factorAdded'
  | 'factorRemoved'
  | 'recoveryUsed'
  | 'moved'
  | 'disabled'
  | 'enabled'
  | 'termAdded'
  | 'termEnded'
  | 'signedOut'
  | 'unlocked'
  | 'unified'
  | 'rulesChanged'

/** Append-only: what was done to an account, and by whom; null is the program or the provider of unified sign-in. */
const entryTable = {
  name: 'account_entry',
  columns: {
    id: integer,
    accountId: integer,
    kind: word<AccountEntryKind>(),
    actorId: nullable(integer),
    at: instant,
    /** names and ids, never a password, a code or a secret */
    data: json<Readonly<Record<string, string | number | null>>>(),
  },
}

export type StoredAccountEntry = RowOf<typeof entryTable.columns>
export type NewAccountEntry = NewRowOf<typeof entryTable.columns>

/** The story of an account, for reading. */
export function readAccountEntries(knex: Knex) {
  const { columns, name } = entryTable
  return {
    /** The latest of an account, the newest first. */
    ofAccount: (accountId: number, limit = 50): Promise<StoredAccountEntry[]> =>
      rowsOf(columns, knex(name).where({ account_id: accountId }).orderBy('id', 'desc').limit(limit)),
  }
}

/** The story of an account. */
export function accountEntryStore(knex: Knex) {
  return {
    ...readAccountEntries(knex),
    add: (entries: readonly NewAccountEntry[]): Promise<number[]> => insertRows(knex, entryTable, entries),
  }
}
