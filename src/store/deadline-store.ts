import type { Knex } from 'knex'
import type { LocalDate } from '../calendar/local-date.js'
import type { Instant } from '../clock.js'
import {
  cardTable,
  deadlineMoveTable,
  deadlineTable,
  type DeadlineDates,
  type NewCard,
  type NewDeadline,
  type StoredCard,
  type StoredDeadline,
  type StoredDeadlineMove,
} from './deadline.js'
import type { Touched } from './follow-due.js'
import { integer, rowOf, rowsOf } from './rows.js'
import { chunks, insertMissing, insertRows, updateRows } from './writes.js'

/** Deadlines, their cards and their moves, for reading. */
export function readDeadlines(knex: Knex) {
  const { columns, name } = deadlineTable
  const pending = () => knex(name).whereNull('closed_at').whereNull('fired_at')
  return {
    byId: (id: number): Promise<StoredDeadline | null> => rowOf(columns, knex(name).where({ id })),

    /** What is open in an instance, fired or not: the stored side of the reconciliation. */
    openOf: (instanceId: number): Promise<StoredDeadline[]> =>
      rowsOf(columns, knex(name).where({ instance_id: instanceId }).whereNull('closed_at').orderBy('id')),

    /** All deadlines of a case, in the order in which they were armed. */
    ofCase: (caseId: number): Promise<StoredDeadline[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),

    /**
     * What has passed and not fired: the oldest first, equal ones by id, at most `limit`. One whose firing failed
     * waits until its incident is resolved, so that it does not keep the others waiting.
     */
    due: (now: Instant, limit: number): Promise<StoredDeadline[]> =>
      rowsOf(
        columns,
        pending()
          .where('due_at', '<=', now)
          .whereNotExists(
            knex('incident')
              .select(1)
              .whereRaw('incident.instance_id = deadline.instance_id')
              .where({ kind: 'timer' })
              .whereNull('resolved_at'),
          )
          .orderBy([{ column: 'due_at' }, { column: 'id' }])
          .limit(limit),
      ),

    /** What should be warned about and was not: no yellow card yet. Oldest first, at most `limit`. */
    dueToWarn: (now: Instant, limit: number): Promise<StoredDeadline[]> =>
      rowsOf(
        columns,
        pending()
          .whereNotNull('warn_at')
          .where('warn_at', '<=', now)
          .whereNotExists(
            knex(cardTable.name)
              .select(1)
              .whereRaw('card.deadline_id = deadline.id')
              .where({ level: 'yellow' }),
          )
          .orderBy([{ column: 'warn_at' }, { column: 'id' }])
          .limit(limit),
      ),

    /** The next instant at which a deadline fires, for whoever sleeps till then. */
    async nextDueAt(): Promise<Instant | null> {
      const row = (await pending().min({ at: 'due_at' }).first()) as { at: Instant | null } | undefined
      return row?.at ?? null
    },

    /**
     * Open and not fired, by id from `after` on: all of them in batches, when the calendar changes. With `dueFrom` only
     * those due on that day or later: no earlier one was counted over it.
     */
    pending: (after: number, limit: number, dueFrom = ''): Promise<StoredDeadline[]> =>
      rowsOf(
        columns,
        pending().where('id', '>', after).where('due_on', '>=', dueFrom).orderBy('id').limit(limit),
      ),

    /** How many of these there are. */
    async countPending(dueFrom: LocalDate): Promise<number> {
      const query = pending().where('due_on', '>=', dueFrom).count({ count: '*' })
      return (await rowOf({ count: integer }, query))?.count ?? 0
    },

    /** How many are 暂定 and have not passed. */
    async countProvisional(): Promise<number> {
      const query = pending().where({ provisional: 1 }).count({ count: '*' })
      const row = await rowOf({ count: integer }, query)
      return row?.count ?? 0
    },

    /** The cards of these deadlines. */
    async cards(deadlineIds: readonly number[]): Promise<StoredCard[]> {
      const found: StoredCard[] = []
      for (const ids of chunks(deadlineIds)) {
        const query = knex(cardTable.name).whereIn('deadline_id', ids).orderBy(['deadline_id', 'fired_at'])
        found.push(...(await rowsOf(cardTable.columns, query)))
      }
      return found
    },

    /** What moved a deadline, in order. */
    moves: (deadlineId: number): Promise<StoredDeadlineMove[]> =>
      rowsOf(
        deadlineMoveTable.columns,
        knex(deadlineMoveTable.name).where({ deadline_id: deadlineId }).orderBy('id'),
      ),
  }
}

/** Deadlines, for a turn, the timekeeper and the calendar. */
export function deadlineStore(knex: Knex, touched: Touched) {
  const touch = (ids: readonly number[]) => ids.forEach(id => touched.deadlines.add(id))
  return {
    ...readDeadlines(knex),

    /** Arms deadlines and answers their ids. */
    async arm(deadlines: readonly NewDeadline[]): Promise<number[]> {
      for (const { instanceId } of deadlines) touched.instances.add(instanceId)
      return insertRows(knex, deadlineTable, deadlines)
    },

    /** Follows deadlines to the slots they have in the new state. */
    keep: (places: readonly { id: number; slot: string }[]): Promise<number[]> =>
      updateRows(
        knex,
        deadlineTable,
        places.map(({ id, slot }) => ({ id, set: { slot } })),
      ),

    /** What they covered has ended. Answers those that were closed already. */
    async close(ids: readonly number[], at: Instant): Promise<number[]> {
      touch(ids)
      const changes = ids.map(id => ({ id, set: { closedAt: at } }))
      return updateRows(knex, deadlineTable, changes, { onlyIf: 'closed_at is null' })
    },

    /** Claims the firing of deadlines: each fires once. Answers those that fired or were closed already. */
    fire: (ids: readonly number[], at: Instant): Promise<number[]> =>
      updateRows(
        knex,
        deadlineTable,
        ids.map(id => ({ id, set: { firedAt: at } })),
        { onlyIf: 'fired_at is null and closed_at is null' },
      ),

    /**
     * Gives pending deadlines other dates, and keeps in the ledger which due instants changed, why and by whom. Answers
     * those that fired or were closed meanwhile: what has passed stays as it was.
     */
    async move(
      dates: readonly DeadlineDates[],
      { at, by, reason }: { at: Instant; by: number | null; reason: string },
    ): Promise<number[]> {
      const before = await dueInstants(knex, dates)
      const lost = await updateRows(
        knex,
        deadlineTable,
        dates.map(({ id, ...set }) => ({ id, set })),
        { onlyIf: 'fired_at is null and closed_at is null' },
      )
      const moved = dates.filter(({ id, dueAt }) => !lost.includes(id) && before.get(id) !== dueAt)
      touch(moved.map(({ id }) => id))
      await insertRows(
        knex,
        deadlineMoveTable,
        moved.map(({ id, dueAt }) => ({
          deadlineId: id,
          at,
          by,
          fromDueAt: before.get(id) ?? dueAt,
          toDueAt: dueAt,
          reason,
        })),
      )
      return lost
    },

    /** Shows cards, each once: the insert is the claim. Answers the ones that were not shown before. */
    async show(cards: readonly NewCard[]): Promise<Pick<StoredCard, 'deadlineId' | 'level'>[]> {
      const { deadlineId, level } = cardTable.columns
      const shown = insertMissing(knex, cardTable, cards, ['deadlineId', 'level'])
      return rowsOf({ deadlineId, level }, shown)
    },
  }
}

async function dueInstants(knex: Knex, dates: readonly DeadlineDates[]): Promise<Map<number, Instant>> {
  const { id, dueAt } = deadlineTable.columns
  const found = new Map<number, Instant>()
  for (const chunk of chunks(dates)) {
    const query = knex(deadlineTable.name)
      .select('id', 'due_at')
      .whereIn(
        'id',
        chunk.map(date => date.id),
      )
    for (const row of await rowsOf({ id, dueAt }, query)) found.set(row.id, row.dueAt)
  }
  return found
}
