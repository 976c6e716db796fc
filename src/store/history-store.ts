import type { Knex } from 'knex'
import { noteMovement } from './movement.js'
import { instant, integer, json, nullable, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { chunks, insertRows } from './writes.js'

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
  const ofNoCase = (kind: string, limit: number) =>
    knex(name)
      .whereNull('case_id')
      .whereNull('instance_id')
      .where('kind', 'like', kind)
      .orderBy('id', 'desc')
      .limit(limit)
  return {
    /** In the order in which it was written. */
    ofCase: (caseId: number): Promise<StoredHistoryEntry[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),

    /** 改派: how often open tasks of these cases were given to somebody else; a case without one is not in it. */
    async reassignments(caseIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
      const counts = new Map<number, number>()
      for (const ids of chunks(caseIds)) {
        const query = knex(name)
          .select('case_id')
          .whereIn('case_id', ids)
          .where({ kind: 'task.reassigned' })
          .groupBy('case_id')
          .count({ count: '*' })
        for (const { caseId, count } of await rowsOf({ caseId: integer, count: integer }, query))
          counts.set(caseId, count)
      }
      return counts
    },

    /** What was done about diagrams: of no case and no run; the newest first. */
    ofProcesses: (limit: number): Promise<StoredHistoryEntry[]> =>
      rowsOf(columns, ofNoCase('process.%', limit)),

    /** What the office has set for itself; the newest first. */
    ofSettings: (limit: number): Promise<StoredHistoryEntry[]> =>
      rowsOf(columns, ofNoCase('setting.%', limit)),

    /** What was erased because it had been kept long enough; the newest first. */
    ofRetention: (limit: number): Promise<StoredHistoryEntry[]> =>
      rowsOf(columns, ofNoCase('retention.%', limit)),

    /** Of one run, in the order in which it was written: the path it took. */
    ofInstance: (instanceId: number): Promise<StoredHistoryEntry[]> =>
      rowsOf(columns, knex(name).where({ instance_id: instanceId }).orderBy('id')),

    /**
     * Changes whenever something happens: every change is in the history. The last id alone would not do: of two
     * transactions side by side the one with the lower id may commit last, so how many there are among the newest is part of it.
     */
    async revision(): Promise<string> {
      const row = await rowOf(
        { newest: nullable(integer), count: integer },
        knex(name)
          .whereRaw(`id > (select max(id) from ${name}) - ?`, [recent])
          .max({ newest: 'id' })
          .count({ count: '*' }),
      )
      return `${row?.newest ?? 0}-${row?.count ?? 0}`
    },
  }
}

/** More ids than are ever given out by transactions that run at the same time. */
const recent = 500

/** History, for everything that happens. */
export function historyStore(knex: Knex) {
  return {
    ...readHistory(knex),
    async append(entries: readonly NewHistoryEntry[]): Promise<number[]> {
      await noteMovement(knex, entries)
      return insertRows(knex, historyTable, entries)
    },
  }
}
