import type { Knex } from 'knex'
import { instant, integer, nullable, oneOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows } from './writes.js'

/** 催办 and 督办: who pressed whom, when, about which deadline (R5). */
const supervisionTable = {
  name: 'supervision',
  columns: {
    id: integer,
    caseId: integer,
    deadlineId: nullable(integer),
    kind: oneOf('urge', 'supervise'),
    /** of the 督办单 */
    number: nullable(text),
    message: text,
    at: instant,
    /** null when the passed deadline itself issued it */
    by: nullable(integer),
  },
}

export type StoredSupervision = RowOf<typeof supervisionTable.columns>
export type NewSupervision = NewRowOf<typeof supervisionTable.columns>

/** Supervision, for reading. */
export function readSupervisions(knex: Knex) {
  const { columns, name } = supervisionTable
  return {
    ofCase: (caseId: number): Promise<StoredSupervision[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy(['at', 'id'])),
  }
}

/** Supervision, for the timekeeper and the supervisor. */
export function supervisionStore(knex: Knex) {
  return {
    ...readSupervisions(knex),
    record: (rows: readonly NewSupervision[]): Promise<number[]> => insertRows(knex, supervisionTable, rows),
  }
}
