import type { Knex } from 'knex'
import type { Arrangement } from '../calendar/arrangement.js'
import type { Instant } from '../clock.js'
import {
  calendarChangeMoveTable,
  calendarChangeTable,
  type StoredCalendarChange,
  type StoredChangeMove,
} from './calendar-change.js'
import { rowOf } from './rows.js'
import { insertKeyed, insertRows, updateRows } from './writes.js'

/** Changes of the calendar, for reading. */
export function readCalendarChanges(knex: Knex) {
  const { columns, name } = calendarChangeTable
  return {
    byId: (id: number): Promise<StoredCalendarChange | null> => rowOf(columns, knex(name).where({ id })),

    /** What this account is gathering. */
    draftOf: (accountId: number): Promise<StoredCalendarChange | null> =>
      rowOf(
        columns,
        knex(name).where({ created_by: accountId }).whereNull('confirmed_at').whereNull('discarded_at'),
      ),
  }
}

/** Changes of the calendar, for who gathers and applies them. Each write answers whether it came in time. */
export function calendarChangeStore(knex: Knex) {
  type Set = Partial<Omit<StoredCalendarChange, 'id' | 'revision'>>
  const change = async (id: number, set: Set, onlyIf: string, expectedRevision?: number) => {
    const changes = [{ id, set, expectedRevision }]
    return (await updateRows(knex, calendarChangeTable, changes, { onlyIf, revise: true })).length === 0
  }
  const gathered = 'confirmed_at is null and discarded_at is null'
  const confirmed = 'confirmed_at is not null and applied_at is null and failed_at is null'
  return {
    ...readCalendarChanges(knex),

    /** Begins to gather. */
    async draft(
      draft: Pick<StoredCalendarChange, 'createdAt' | 'createdBy' | 'arrangement'>,
    ): Promise<number> {
      const [id = 0] = await insertRows(knex, calendarChangeTable, [{ ...draft, revision: 1 }])
      return id
    },

    /** Puts what is gathered so far in the place of what it was. */
    gather: (id: number, arrangement: Arrangement, expectedRevision: number): Promise<boolean> =>
      change(id, { arrangement }, gathered, expectedRevision),

    /** Once; later it cannot be changed any more. */
    confirm: (
      id: number,
      set: Pick<StoredCalendarChange, 'confirmedAt' | 'confirmedBy' | 'baseVersion' | 'reason' | 'jobId'>,
      expectedRevision: number,
    ): Promise<boolean> => change(id, set, gathered, expectedRevision),

    discard: (id: number, discardedAt: Instant): Promise<boolean> => change(id, { discardedAt }, gathered),

    fail: (id: number, set: Pick<StoredCalendarChange, 'failedAt' | 'failure'>): Promise<boolean> =>
      change(id, set, confirmed),

    apply: (
      id: number,
      set: Pick<StoredCalendarChange, 'appliedAt' | 'versionId' | 'lookedAt' | 'moved'>,
    ): Promise<boolean> => change(id, set, confirmed),

    recordMoves: (moves: readonly StoredChangeMove[]): Promise<void> =>
      insertKeyed(knex, calendarChangeMoveTable, moves),
  }
}
