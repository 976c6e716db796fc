import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { rowsIn } from './rows-in.js'
import { instant, integer, json, nullable, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows, updateRows } from './writes.js'

/** A step that could not be done, open until someone acts. */
export const incidentTable = {
  name: 'incident',
  columns: {
    id: integer,
    /** what kind of step: `turn`, `timer`, `job`, … */
    kind: text,
    instanceId: nullable(integer),
    caseId: nullable(integer),
    jobId: nullable(integer),
    message: text,
    detail: nullable(json<unknown>()),
    openedAt: instant,
    resolvedAt: nullable(instant),
    resolvedBy: nullable(integer),
  },
}

export type StoredIncident = RowOf<typeof incidentTable.columns>
export type NewIncident = Omit<NewRowOf<typeof incidentTable.columns>, 'resolvedAt' | 'resolvedBy'>

/** Incidents, for reading. */
export function readIncidents(knex: Knex) {
  const { columns, name } = incidentTable
  return {
    byId: (id: number): Promise<StoredIncident | null> => rowOf(columns, knex(name).where({ id })),

    /** What is open about a case. */
    openOfCase: (caseId: number): Promise<StoredIncident[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).whereNull('resolved_at').orderBy('id')),

    /** Which of these instances wait because a timer of theirs failed. */
    async stuck(instanceIds: readonly number[]): Promise<Set<number>> {
      const rows = await rowsIn({ instanceId: integer }, instanceIds, chunk =>
        knex(name)
          .distinct('instance_id')
          .whereIn('instance_id', chunk)
          .where({ kind: 'timer' })
          .whereNull('resolved_at'),
      )
      return new Set(rows.map(({ instanceId }) => instanceId))
    },

    /** What is open about an instance. */
    openOfInstance: (instanceId: number): Promise<StoredIncident[]> =>
      rowsOf(columns, knex(name).where({ instance_id: instanceId }).whereNull('resolved_at').orderBy('id')),
  }
}

/** Incidents, for the runner and the administrator. */
export function incidentStore(knex: Knex) {
  return {
    ...readIncidents(knex),

    open: (incidents: readonly NewIncident[]): Promise<number[]> =>
      insertRows(knex, incidentTable, incidents),

    /** Answers those that were resolved already. */
    resolve: (ids: readonly number[], { at, by }: { at: Instant; by: number | null }): Promise<number[]> =>
      updateRows(
        knex,
        incidentTable,
        ids.map(id => ({ id, set: { resolvedAt: at, resolvedBy: by } })),
        { onlyIf: 'resolved_at is null' },
      ),
  }
}
