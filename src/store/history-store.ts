import type { Knex } from 'knex'
import { instant, integer, json, nullable, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows } from './writes.js'

/** What happened and who did it. Append-only: the database refuses anything else. */
export const historyTable = {
  name: 'history_entry',
  columns: {
    id: integer,
    /** null for what is about no case: a deployment, a change of the calendar */
    caseId: nullable(integer),
    instanceId: nullable(integer),
    at: instant,
    /** null for what nobody did: a passed deadline */
    actorId: nullable(integer),
    /** as it was then */
    actorName: nullable(text),
    /** in the past tense: `case.registered`, `deadline.moved` */
    kind: text,
    activityId: nullable(text),
    activityName: nullable(text),
    data: nullable(json<Readonly<Record<string, unknown>>>()),
  },
}

export type StoredHistoryEntry = RowOf<typeof historyTable.columns>
export type NewHistoryEntry = NewRowOf<typeof historyTable.columns>

/** History, for reading. */
export function readHistory(knex: Knex) {
  const { columns, name } = historyTable
  return {
    /** In the order in which it was written. */
    ofCase: (caseId: number): Promise<StoredHistoryEntry[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),

    /** What was done about diagrams: of no case and no run; the newest first. */
    ofProcesses: (limit: number): Promise<StoredHistoryEntry[]> =>
      rowsOf(
        columns,
        knex(name)
          .whereNull('case_id')
          .whereNull('instance_id')
          .where('kind', 'like', 'process.%')
          .orderBy('id', 'desc')
          .limit(limit),
      ),

    /** Of one run, in the order in which it was written: the path it took. */
    ofInstance: (instanceId: number): Promise<StoredHistoryEntry[]> =>
      rowsOf(columns, knex(name).where({ instance_id: instanceId }).orderBy('id')),
  }
}

/** History, for everything that happens. */
export function historyStore(knex: Knex) {
  return {
    ...readHistory(knex),
    append: (entries: readonly NewHistoryEntry[]): Promise<number[]> =>
      insertRows(knex, historyTable, entries),
  }
}
