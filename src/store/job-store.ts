import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { rowsIn } from './rows-in.js'
import {
  instant,
  integer,
  json,
  nullable,
  oneOf,
  rowOf,
  rowsOf,
  text,
  type NewRowOf,
  type RowOf,
} from './rows.js'
import { insertRows, updateRows } from './writes.js'

/**
 * Something to be done outside a turn: a service task's request, the next start of a timed process, or a change of the
 * calendar that was confirmed. Only the first two belong to an activity of a diagram.
 */
const jobTable = {
  name: 'job',
  columns: {
    id: integer,
    kind: oneOf('service', 'startTimer', 'calendarChange'),
    instanceId: nullable(integer),
    definitionId: nullable(integer),
    activityId: text,
    slot: nullable(text),
    topic: nullable(text),
    payload: nullable(json<unknown>()),
    /** when it is first, or next, to be tried */
    dueAt: instant,
    /** how often it was tried */
    attempts: integer,
    lastError: nullable(text),
    /** somebody is at it until then; later it counts as abandoned */
    lockedUntil: nullable(instant),
    doneAt: nullable(instant),
    state: oneOf('pending', 'done', 'failed'),
  },
}

export type StoredJob = RowOf<typeof jobTable.columns>
export type NewJob = Omit<
  NewRowOf<typeof jobTable.columns>,
  'attempts' | 'state' | 'lastError' | 'lockedUntil' | 'doneAt'
>

/** Jobs, for reading. */
export function readJobs(knex: Knex) {
  const { columns, name } = jobTable
  return {
    byId: (id: number): Promise<StoredJob | null> => rowOf(columns, knex(name).where({ id })),

    /** What these instances wait for: the stored side of the reconciliation. Failed ones are waited for as well. */
    openOf: (...instanceIds: readonly number[]): Promise<StoredJob[]> =>
      rowsIn(columns, instanceIds, chunk =>
        knex(name).whereIn('instance_id', chunk).whereNot({ state: 'done' }).orderBy('id'),
      ),

    /** The pending start of each timed process of this definition. */
    startsOf: (definitionId: number): Promise<StoredJob[]> =>
      rowsOf(
        columns,
        knex(name).where({ definition_id: definitionId, kind: 'startTimer', state: 'pending' }).orderBy('id'),
      ),

    /** The next instant at which a job can be taken, for whoever sleeps till then. */
    async nextDueAt(): Promise<Instant | null> {
      const free = 'case when locked_until > due_at then locked_until else due_at end'
      const query = knex(name)
        .where({ state: 'pending' })
        .min({ at: knex.raw(free) })
      const row = await rowOf({ at: nullable(instant) }, query)
      return row?.at ?? null
    },
  }
}

/** Jobs, for a turn and for whoever works them off. */
export function jobStore(knex: Knex) {
  const { columns, name } = jobTable
  return {
    ...readJobs(knex),

    enqueue: (jobs: readonly NewJob[]): Promise<number[]> =>
      insertRows(
        knex,
        jobTable,
        jobs.map(job => ({ ...job, attempts: 0, state: 'pending' as const })),
      ),

    /** Follows jobs to the slots they have in the new state. */
    keep: (places: readonly { id: number; slot: string }[]): Promise<number[]> =>
      updateRows(
        knex,
        jobTable,
        places.map(({ id, slot }) => ({ id, set: { slot } })),
      ),

    /**
     * Takes what is due and nobody is at, the oldest first, and locks it until `lockedUntil`: a worker that dies
     * leaves its jobs to be taken again after that. Each take counts as an attempt.
     */
    async takeDue(now: Instant, limit: number, lockedUntil: Instant): Promise<StoredJob[]> {
      const due = await rowsOf(
        columns,
        knex(name)
          .where({ state: 'pending' })
          .where('due_at', '<=', now)
          .whereRaw('(locked_until is null or locked_until <= ?)', [now])
          .orderBy([{ column: 'due_at' }, { column: 'id' }])
          .limit(limit),
      )
      const taken = due.map(job => ({ ...job, attempts: job.attempts + 1, lockedUntil }))
      const lost = await updateRows(
        knex,
        jobTable,
        taken.map(({ id, attempts }) => ({ id, set: { attempts, lockedUntil } })),
        { onlyIf: `state = 'pending'` },
      )
      return taken.filter(({ id }) => !lost.includes(id))
    },

    /** Done, or not wanted any more. Answers those that were done already. */
    done: (ids: readonly number[], at: Instant): Promise<number[]> =>
      updateRows(
        knex,
        jobTable,
        ids.map(id => ({ id, set: { state: 'done' as const, doneAt: at, lockedUntil: null } })),
        { onlyIf: `state <> 'done'` },
      ),

    /** An attempt failed: tried again at `retryAt`, or given up when that is null. Answers those not pending. */
    fail: (failures: readonly { id: number; error: string; retryAt: Instant | null }[]): Promise<number[]> =>
      updateRows(
        knex,
        jobTable,
        failures.map(({ id, error, retryAt }) => ({
          id,
          set: {
            lastError: error,
            lockedUntil: null,
            ...(retryAt === null ? { state: 'failed' as const } : { dueAt: retryAt }),
          },
        })),
        { onlyIf: `state = 'pending'` },
      ),

    /** Lets failed jobs be tried again from the beginning. Answers those that had not failed. */
    retry: (ids: readonly number[], dueAt: Instant): Promise<number[]> =>
      updateRows(
        knex,
        jobTable,
        ids.map(id => ({ id, set: { state: 'pending' as const, attempts: 0, dueAt } })),
        { onlyIf: `state = 'failed'` },
      ),
  }
}
