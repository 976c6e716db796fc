import type { Knex } from 'knex'
import { instant, integer, nullable, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows, updateRows } from './writes.js'

/** A plain question, answered at once and counted apart (咨询登记); it can become a case. */
const consultationTable = {
  name: 'consultation',
  columns: {
    id: integer,
    placeId: integer,
    windowId: nullable(integer),
    at: instant,
    registrarId: nullable(integer),
    question: text,
    answer: nullable(text),
    itemName: nullable(text),
    /** the case it became */
    caseId: nullable(integer),
  },
}

export type StoredConsultation = RowOf<typeof consultationTable.columns>
export type NewConsultation = NewRowOf<typeof consultationTable.columns>

/** Consultations, for reading. */
export function readConsultations(knex: Knex) {
  const { columns, name } = consultationTable
  return {
    byId: (id: number): Promise<StoredConsultation | null> => rowOf(columns, knex(name).where({ id })),

    /** The newest first; of one place, or of all when it is null. `before`: the id of the last one seen. */
    list: (
      placeId: number | null,
      limit: number,
      before: number | null = null,
    ): Promise<StoredConsultation[]> => {
      const query = knex(name).orderBy('id', 'desc').limit(limit)
      if (placeId !== null) void query.where({ place_id: placeId })
      if (before !== null) void query.where('id', '<', before)
      return rowsOf(columns, query)
    },
  }
}

/** Consultations, for the window. */
export function consultationStore(knex: Knex) {
  return {
    ...readConsultations(knex),

    record: (rows: readonly NewConsultation[]): Promise<number[]> =>
      insertRows(knex, consultationTable, rows),

    /** The question became a case. Answers those that already had. */
    turnIntoCase: (changes: readonly { id: number; caseId: number }[]): Promise<number[]> =>
      updateRows(
        knex,
        consultationTable,
        changes.map(({ id, caseId }) => ({ id, set: { caseId } })),
        { onlyIf: 'case_id is null' },
      ),
  }
}
