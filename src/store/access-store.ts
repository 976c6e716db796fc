import type { Knex } from 'knex'
import { instant, integer, json, nullable, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows } from './writes.js'

/** Who came in, what they looked at, what they took away: what changes nothing and is remembered nevertheless. */
export const accessTable = {
  name: 'access_entry',
  columns: {
    id: integer,
    at: instant,
    /** null when nobody was known: a failed sign-in under a name that is no account’s */
    actorId: nullable(integer),
    /** as it was then */
    actorName: nullable(text),
    /** in the past tense: `account.signedIn`, `ledger.exported` */
    kind: text,
    caseId: nullable(integer),
    /** where from, as far as the server can tell */
    address: nullable(text),
    data: nullable(json<Readonly<Record<string, unknown>>>()),
  },
}

export type StoredAccess = RowOf<typeof accessTable.columns>
export type NewAccess = NewRowOf<typeof accessTable.columns>

/** Accesses, for reading. */
export function readAccesses(knex: Knex) {
  const { columns, name } = accessTable
  return {
    ofCase: (caseId: number): Promise<StoredAccess[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),
  }
}

/** Accesses, for whoever lets somebody in or something out. Append-only. */
export function accessStore(knex: Knex) {
  return {
    ...readAccesses(knex),
    record: (rows: readonly NewAccess[]): Promise<number[]> => insertRows(knex, accessTable, rows),
  }
}
