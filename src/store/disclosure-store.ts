import type { Knex } from 'knex'
import { instant, integer, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows } from './writes.js'

/** A look at a citizen's unmasked name and number: who, when, why. Append-only. */
export const disclosureTable = {
  name: 'disclosure',
  columns: { id: integer, caseId: integer, accountId: integer, at: instant, reason: text },
}

export type StoredDisclosure = RowOf<typeof disclosureTable.columns>
export type NewDisclosure = NewRowOf<typeof disclosureTable.columns>

/** Disclosures, for reading. */
export function readDisclosures(knex: Knex) {
  const { columns, name } = disclosureTable
  return {
    ofCase: (caseId: number): Promise<StoredDisclosure[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),
  }
}

/** Disclosures, for whoever unmasks. */
export function disclosureStore(knex: Knex) {
  return {
    ...readDisclosures(knex),
    record: (rows: readonly NewDisclosure[]): Promise<number[]> => insertRows(knex, disclosureTable, rows),
  }
}
