import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { never, type Touched } from './follow-due.js'
import { rowsIn } from './rows-in.js'
import { integer, rowOf, rowsOf } from './rows.js'
import {
  userTaskTable,
  type NewUserTask,
  type StoredUserTask,
  type TaskClosing,
  type TaskPlace,
} from './user-task.js'
import { chunks, insertRows, updateRows } from './writes.js'

/** User tasks, for reading. */
export function readUserTasks(knex: Knex) {
  const { columns, name } = userTaskTable
  return {
    byId: (id: number): Promise<StoredUserTask | null> => rowOf(columns, knex(name).where({ id })),

    /** What is open in these instances: the stored side of the reconciliation. */
    openOf: (...instanceIds: readonly number[]): Promise<StoredUserTask[]> =>
      rowsIn(columns, instanceIds, chunk =>
        knex(name).whereIn('instance_id', chunk).whereNull('closed_at').orderBy('id'),
      ),

    /** What is open in any of these instances, in the order in which it was opened. */
    async openOfAll(instanceIds: readonly number[]): Promise<StoredUserTask[]> {
      const found: StoredUserTask[] = []
      for (const ids of chunks([...new Set(instanceIds)])) {
        const query = knex(name).whereIn('instance_id', ids).whereNull('closed_at').orderBy('id')
        found.push(...(await rowsOf(columns, query)))
      }
      return found
    },

    /** What this person has taken, or was given by name, and has not done. */
    heldBy: (accountId: number): Promise<StoredUserTask[]> =>
      rowsOf(columns, knex(name).where({ assignee_id: accountId }).whereNull('closed_at').orderBy('id')),

    /** All tasks of a case, open or closed, in the order in which they were opened. */
    ofCase: (caseId: number): Promise<StoredUserTask[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),

    /** Who completed these activities in this instance: for activities that need somebody else. */
    async completedBy(instanceId: number, activityIds: readonly string[]): Promise<number[]> {
      const query = knex(name)
        .distinct('closed_by')
        .where({ instance_id: instanceId, close_kind: 'completed' })
        .whereIn('activity_id', activityIds)
        .whereNotNull('closed_by')
      const rows = await rowsOf({ closedBy: integer }, query)
      return rows.map(({ closedBy }) => closedBy)
    },
  }
}

/**
 * User tasks, for a turn and for the work list. Every change answers the ids it did **not** change: closed already, or
 * at another revision than expected.
 */
export function userTaskStore(knex: Knex, touched: Touched) {
  const change = (
    changes: Parameters<typeof updateRows<typeof userTaskTable.columns>>[2],
    revise = true,
  ): Promise<number[]> => updateRows(knex, userTaskTable, changes, { revise, onlyIf: 'closed_at is null' })

  return {
    ...readUserTasks(knex),

    /** Opens tasks and answers their ids. */
    async open(tasks: readonly NewUserTask[]): Promise<number[]> {
      for (const { instanceId } of tasks) touched.instances.add(instanceId)
      const rows = tasks.map(({ scopes = [], ...task }) => ({
        ...task,
        scopePath: ['', ...scopes, ''].join('/'),
        nextDueAt: never,
        revision: 1,
      }))
      return insertRows(knex, userTaskTable, rows)
    },

    /** Follows tasks to the slots they have in the new state. The people who look at them notice nothing. */
    keep: (places: readonly TaskPlace[]): Promise<number[]> =>
      change(
        places.map(({ id, ...set }) => ({ id, set })),
        false,
      ),

    /** Completes or cancels tasks; a draft is not kept. */
    close: (closings: readonly TaskClosing[]): Promise<number[]> =>
      change(
        closings.map(({ id, expectedRevision, at, by = null, kind }) => ({
          id,
          expectedRevision,
          set: { closedAt: at, closedBy: by, closeKind: kind, draft: null },
        })),
      ),

    /** Opens cancelled tasks again, to whoever had them. Answers those that were open, or completed. */
    async reopen(tasks: readonly { readonly id: number; readonly instanceId: number }[]): Promise<number[]> {
      for (const { instanceId } of tasks) touched.instances.add(instanceId)
      const set = { closedAt: null, closedBy: null, closeKind: null, nextDueAt: never }
      const changes = tasks.map(({ id }) => ({ id, set }))
      return updateRows(knex, userTaskTable, changes, { revise: true, onlyIf: "close_kind = 'cancelled'" })
    },

    /** Gives tasks to a person: to oneself (签收) or to another (转办). */
    claim: (
      claims: readonly { id: number; expectedRevision: number; assigneeId: number; at: Instant }[],
    ): Promise<number[]> =>
      change(
        claims.map(({ id, expectedRevision, assigneeId, at }) => ({
          id,
          expectedRevision,
          set: { assigneeId, claimedAt: at },
        })),
      ),

    /** Gives tasks back to all who may do them (退回). */
    release: (releases: readonly { id: number; expectedRevision: number }[]): Promise<number[]> =>
      change(releases.map(release => ({ ...release, set: { assigneeId: null, claimedAt: null } }))),

    /** Keeps what was typed so far, or drops it. The revision stays: the form that saves it is still the newest. */
    saveDraft: (
      drafts: readonly { id: number; draft: Readonly<Record<string, unknown>> | null }[],
    ): Promise<number[]> =>
      change(
        drafts.map(({ id, draft }) => ({ id, set: { draft } })),
        false,
      ),
  }
}
