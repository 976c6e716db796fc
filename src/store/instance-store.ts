import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { rowsIn } from './rows-in.js'
import { instant, integer, json, nullable, oneOf, rowOf, rowsOf, type NewRowOf, type RowOf } from './rows.js'
import { chunks, insertRows, updateRows } from './writes.js'

/** Runs of a diagram: where each stands, and how often it was moved. */
export const instanceTable = {
  name: 'process_instance',
  columns: {
    id: integer,
    definitionId: integer,
    subjectKind: oneOf('case', 'report'),
    /** the id of the case or the report */
    subjectId: integer,
    stateId: integer,
    /** goes up by one with each turn */
    revision: integer,
    startedAt: instant,
    endedAt: nullable(instant),
    /** the ids of the end events reached so far */
    endEvents: json<readonly string[]>(),
  },
}

export type StoredInstance = RowOf<typeof instanceTable.columns>
export type SubjectKind = StoredInstance['subjectKind']
export type NewInstance = Omit<NewRowOf<typeof instanceTable.columns>, 'revision' | 'endEvents'> & {
  readonly endEvents?: readonly string[]
}

/** One turn of one instance. */
export interface Advance {
  readonly id: number
  readonly expectedRevision: number
  readonly stateId: number
  /** null for one that is taken up again */
  readonly endedAt?: Instant | null | undefined
  /** all end events reached so far */
  readonly endEvents?: readonly string[] | undefined
}

/** Instances, for reading. */
export function readInstances(knex: Knex) {
  const { columns, name } = instanceTable
  return {
    byId: (id: number): Promise<StoredInstance | null> => rowOf(columns, knex(name).where({ id })),

    /** The instances with these ids, by id. */
    byIds: (ids: readonly number[]): Promise<StoredInstance[]> =>
      rowsIn(columns, ids, chunk => knex(name).whereIn('id', chunk).orderBy('id')),

    /** The instances of a case or a report, the newest first; more than one after a reopening. */
    ofSubject: (subjectKind: SubjectKind, subjectId: number): Promise<StoredInstance[]> =>
      rowsOf(
        columns,
        knex(name).where({ subject_kind: subjectKind, subject_id: subjectId }).orderBy('id', 'desc'),
      ),

    /** The running instance of each of these cases or reports. */
    async running(subjectKind: SubjectKind, subjectIds: readonly number[]): Promise<StoredInstance[]> {
      const found: StoredInstance[] = []
      for (const chunk of chunks(subjectIds)) {
        const query = knex(name).where({ subject_kind: subjectKind }).whereIn('subject_id', chunk)
        found.push(...(await rowsOf(columns, query.whereNull('ended_at').orderBy('id'))))
      }
      return found
    },
  }
}

/** Instances, for a turn. */
export function instanceStore(knex: Knex) {
  return {
    ...readInstances(knex),

    /** Stores instances that have made their first turn, and answers their ids. */
    start: (instances: readonly NewInstance[]): Promise<number[]> =>
      insertRows(
        knex,
        instanceTable,
        instances.map(instance => ({ endEvents: [], ...instance, revision: 1 })),
      ),

    /**
     * Moves each instance on from the revision that was read. Answers the ids that stood elsewhere by then: someone was
     * faster, and the whole transaction should be given up.
     */
    advance: (turns: readonly Advance[]): Promise<number[]> =>
      updateRows(
        knex,
        instanceTable,
        turns.map(({ id, expectedRevision, ...set }) => ({ id, expectedRevision, set })),
        { revise: true },
      ),
  }
}
