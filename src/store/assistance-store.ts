import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { instant, integer, nullable, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows, updateRows } from './writes.js'

/** 协办: a department that is asked to help while the work goes on, and what it answered. */
const assistanceTable = {
  name: 'assistance',
  columns: {
    id: integer,
    caseId: integer,
    departmentId: integer,
    /** what is wanted of it */
    request: text,
    askedAt: instant,
    askedBy: integer,
    answer: nullable(text),
    answeredAt: nullable(instant),
    answeredBy: nullable(integer),
  },
}

export type StoredAssistance = RowOf<typeof assistanceTable.columns>
export type NewAssistance = Omit<
  NewRowOf<typeof assistanceTable.columns>,
  'answer' | 'answeredAt' | 'answeredBy'
>

/** Requests for help, for reading. */
export function readAssistance(knex: Knex) {
  const { columns, name } = assistanceTable
  return {
    byId: (id: number): Promise<StoredAssistance | null> => rowOf(columns, knex(name).where({ id })),

    /** Of this case, in the order in which they were asked. */
    ofCase: (caseId: number): Promise<StoredAssistance[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),
  }
}

/** Requests for help, for the office that asks and the department that answers. */
export function assistanceStore(knex: Knex) {
  return {
    ...readAssistance(knex),

    ask: (rows: readonly NewAssistance[]): Promise<number[]> => insertRows(knex, assistanceTable, rows),

    /** Answers those that were answered already. */
    answer: (
      answers: readonly { id: number; answer: string; at: Instant; by: number }[],
    ): Promise<number[]> =>
      updateRows(
        knex,
        assistanceTable,
        answers.map(({ id, answer, at, by }) => ({ id, set: { answer, answeredAt: at, answeredBy: by } })),
        { onlyIf: 'answered_at is null' },
      ),
  }
}
