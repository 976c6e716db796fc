import type { Knex } from 'knex'
import type { LocalDate } from '../calendar/local-date.js'
import type { Instant } from '../clock.js'
import {
  cardTable,
  deadlineEntryTable,
  deadlineTable,
  type DeadlineChange,
  type DeadlineMove,
  type NewCard,
  type NewDeadline,
  type StoredCard,
  type StoredDeadline,
  type StoredDeadlineEntry,
} from './deadline.js'
import type { Touched } from './follow-due.js'
import { rowsIn } from './rows-in.js'
import { integer, rowOf, rowsOf, type NewRowOf } from './rows.js'
import { chunks, insertMissing, insertRows, updateRows } from './writes.js'

/** Deadlines, their cards and their moves, for reading. */
export function readDeadlines(knex: Knex) {
  const { columns, name } = deadlineTable
  const pending = () => knex(name).whereNull('closed_at').whereNull('fired_at')
  return {
    byId: (id: number): Promise<StoredDeadline | null> => rowOf(columns, knex(name).where({ id })),

    /** The deadlines with these ids, by id. */
    byIds: (ids: readonly number[]): Promise<StoredDeadline[]> =>
      rowsIn(columns, ids, chunk => knex(name).whereIn('id', chunk).orderBy('id')),

    /** What is open in these instances, fired or not: the stored side of the reconciliation. */
    openOf: (...instanceIds: readonly number[]): Promise<StoredDeadline[]> =>
      rowsIn(columns, instanceIds, chunk =>
        knex(name).whereIn('instance_id', chunk).whereNull('closed_at').orderBy('id'),
      ),

    /** All deadlines of a case, in the order in which they were armed. */
    ofCase: (caseId: number): Promise<StoredDeadline[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),

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

    /** The ledgers of these deadlines, each from its arming on, in order. */
    async ledger(deadlineIds: readonly number[]): Promise<StoredDeadlineEntry[]> {
      const found: StoredDeadlineEntry[] = []
      for (const ids of chunks(deadlineIds)) {
        const query = knex(deadlineEntryTable.name).whereIn('deadline_id', ids).orderBy(['deadline_id', 'id'])
        found.push(...(await rowsOf(deadlineEntryTable.columns, query)))
      }
      return found
    },

    /** The ledgers of all deadlines of a case. */
    ledgerOfCase: (caseId: number): Promise<StoredDeadlineEntry[]> =>
      rowsOf(
        deadlineEntryTable.columns,
        knex(deadlineEntryTable.name)
          .whereIn('deadline_id', knex(deadlineTable.name).select('id').where({ case_id: caseId }))
          .orderBy(['deadline_id', 'id']),
      ),

    /** What moved a deadline, in order. */
    async moves(deadlineId: number): Promise<StoredDeadlineEntry[]> {
      const query = knex(deadlineEntryTable.name)
        .where({ deadline_id: deadlineId })
        .whereNot({ kind: 'armed' })
      return rowsOf(deadlineEntryTable.columns, query.orderBy('id'))
    },
  }
}

/** Deadlines, for a turn, the timekeeper and the calendar. */
export function deadlineStore(knex: Knex, touched: Touched) {
  const touch = (ids: readonly number[]) => ids.forEach(id => touched.deadlines.add(id))
  return {
    ...readDeadlines(knex),

    /** Arms deadlines, each with the first entry of its ledger, and answers their ids. */
    async arm(deadlines: readonly NewDeadline[]): Promise<number[]> {
      for (const { instanceId } of deadlines) touched.instances.add(instanceId)
      const ids = await insertRows(knex, deadlineTable, deadlines)
      await note(
        knex,
        deadlines.map((deadline, index) => armedEntry(ids[index] ?? 0, deadline)),
      )
      return ids
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

    /** What they covered goes on after all: their clocks were never stopped. Answers those that were open. */
    async reopen(ids: readonly number[]): Promise<number[]> {
      touch(ids)
      const changes = ids.map(id => ({ id, set: { closedAt: null } }))
      return updateRows(knex, deadlineTable, changes, { onlyIf: 'closed_at is not null' })
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
     * Gives pending deadlines other dates because the calendar changed, and keeps in the ledger which of them moved, why
     * and by whom. Answers those that fired or were closed meanwhile: what has passed stays as it was.
     */
    async move(
      moves: readonly DeadlineMove[],
      { at, by, reason }: { at: Instant; by: number | null; reason: string },
    ): Promise<number[]> {
      const before = await datesOf(knex, moves)
      const lost = await updateRows(
        knex,
        deadlineTable,
        moves.map(({ id, ...set }) => ({ id, set })),
        { onlyIf: pendingOnly },
      )
      const moved = moves.filter(({ id, dueAt, promisedAt }) => {
        const was = before.get(id)
        return !lost.includes(id) && (was?.dueAt !== dueAt || was.promisedAt !== promisedAt)
      })
      touch(moved.map(({ id }) => id))
      await note(
        knex,
        moved.map(({ id, dueAt, promisedAt, calendarVersion }) => ({
          ...{ deadlineId: id, at, by, kind: 'reprojected', reason, calendarVersion },
          fromDueAt: before.get(id)?.dueAt ?? dueAt,
          toDueAt: dueAt,
          data: { promisedAt },
        })),
      )
      return lost
    },

    /**
     * Gives pending deadlines other terms, each with its entry in the ledger: a pause, its end, another day. Answers
     * those that fired or were closed meanwhile.
     */
    async change(
      changes: readonly DeadlineChange[],
      { at, by }: { at: Instant; by: number | null },
    ): Promise<number[]> {
      const before = await datesOf(knex, changes)
      const lost = await updateRows(
        knex,
        deadlineTable,
        changes.map(({ id, event: _, reason: __, ...set }) => ({ id, set })),
        { onlyIf: pendingOnly },
      )
      const changed = changes.filter(({ id }) => !lost.includes(id))
      touch(changed.map(({ id }) => id))
      await note(
        knex,
        changed.map(({ id, dueAt, reason, calendarVersion, event }) => ({
          ...{ deadlineId: id, at, by, kind: event.kind, reason, calendarVersion },
          fromDueAt: before.get(id)?.dueAt ?? dueAt,
          toDueAt: dueAt,
          data: { ...event.data },
        })),
      )
      return lost
    },

    /** Shows cards, each once: the insert is the claim. Answers the ones that were not shown before. */
    async show(cards: readonly NewCard[]): Promise<Pick<StoredCard, 'deadlineId' | 'level'>[]> {
      const { deadlineId, level } = cardTable.columns
      const shown = insertMissing(knex, cardTable, cards, ['deadlineId', 'level'])
      const answer = await rowsOf({ deadlineId, level }, shown)
      const warned = cards.filter(card => card.level === 'yellow')
      await updateRows(
        knex,
        deadlineTable,
        warned.map(card => ({ id: card.deadlineId, set: { warnedAt: card.firedAt } })),
        { onlyIf: 'warned_at is null' },
      )
      return answer
    },
  }
}

/** What has fired or is over stays as it was. */
const pendingOnly = 'fired_at is null and closed_at is null'

type NewEntry = NewRowOf<typeof deadlineEntryTable.columns>

function armedEntry(deadlineId: number, deadline: NewDeadline): NewEntry {
  const { startOn, anchorAt = null, calendar, budget, warnBefore = null, calendarVersion } = deadline
  return {
    ...{ deadlineId, at: deadline.armedAt, kind: 'armed', toDueAt: deadline.dueAt, calendarVersion },
    data: { startOn, anchorAt, calendar, budget, warnBefore },
  }
}

async function note(knex: Knex, entries: readonly NewEntry[]): Promise<void> {
  await insertRows(knex, deadlineEntryTable, entries)
}

async function datesOf(
  knex: Knex,
  of: readonly { readonly id: number }[],
): Promise<Map<number, Pick<StoredDeadline, 'id' | 'dueAt' | 'promisedAt'>>> {
  const { id, dueAt, promisedAt } = deadlineTable.columns
  const found = new Map<number, Pick<StoredDeadline, 'id' | 'dueAt' | 'promisedAt'>>()
  for (const chunk of chunks(of)) {
    const ids = chunk.map(one => one.id)
    const query = knex(deadlineTable.name).select('id', 'due_at', 'promised_at').whereIn('id', ids)
    for (const row of await rowsOf({ id, dueAt, promisedAt }, query)) found.set(row.id, row)
  }
  return found
}
