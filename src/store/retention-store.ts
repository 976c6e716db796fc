import type { Knex } from 'knex'
import { KEPT_REASONS, type KeptReason, type RetentionKind } from '../casework/retention.js'
import type { Instant } from '../clock.js'
import { blankWords } from './case-words.js'
import { instant, integer, nullable, oneOf, rowOf, rowsOf, text, type RowOf } from './rows.js'
import { ask } from './views/sql.js'
import { insertRows, updateRows } from './writes.js'

/** 暂不清除: somebody wants a case kept although its time is over, and why. */
const holdTable = {
  name: 'retention_hold',
  columns: {
    id: integer,
    caseId: integer,
    at: instant,
    by: integer,
    reason: text,
    liftedAt: nullable(instant),
    liftedBy: nullable(integer),
    liftedReason: nullable(text),
  },
}

export type StoredHold = RowOf<typeof holdTable.columns>

/** A case whose time is over. */
const dueColumns = { id: integer, number: text, closedAt: instant }
export type DueCase = RowOf<typeof dueColumns>

/** Of many rows: how many, and from when the oldest is. */
const pileColumns = { count: integer, oldest: nullable(instant) }
export type Pile = RowOf<typeof pileColumns>

/**
 * What keeps a case from being erased, the first that is true; none of it depends on how long it has been closed. A
 * case that was merged into another is part of it while that one goes on.
 */
const keptReason = `case
  when c.closed_at is null then 'open'
  when exists (select 1 from retention_hold h where h.case_id = c.id and h.lifted_at is null) then 'held'
  when exists (select 1 from privacy_request q where q.case_id = c.id and q.decided_at is null) then 'asked'
  when exists (select 1 from user_task t where t.case_id = c.id and t.closed_at is null)
    or exists (select 1 from incident n where n.case_id = c.id and n.resolved_at is null) then 'working'
  when exists (select 1 from case_link k join grievance_case o on o.id = k.other_id
      where k.case_id = c.id and k.kind = 'merged' and o.closed_at is null)
    or exists (select 1 from case_link k join grievance_case o on o.id = k.case_id
      where k.other_id = c.id and k.kind = 'merged' and o.closed_at is null) then 'joined'
  end`

const past = 'c.closed_at is not null and c.erased_at is null and c.closed_at < ?'

/** What is kept and for how long, for reading. */
export function readRetention(knex: Knex) {
  const one = async (sql: string, values: readonly string[]): Promise<Pile> => {
    const [pile] = await ask(knex, pileColumns, sql, values)
    return pile ?? { count: 0, oldest: null }
  }
  const reader = {
    /** Cases closed before then that nothing keeps, the oldest first. */
    dueCases: (before: Instant, limit: number): Promise<DueCase[]> =>
      ask(
        knex,
        dueColumns,
        `select c.id, c.number, c.closed_at from grievance_case c
         where ${past} and ${keptReason} is null order by c.closed_at, c.id limit ?`,
        [before, limit],
      ),

    /** How many that are, and when the first of them was closed. */
    duePile: (before: Instant): Promise<Pile> =>
      one(
        `select count(*) as count, min(c.closed_at) as oldest from grievance_case c
         where ${past} and ${keptReason} is null`,
        [before],
      ),

    /** Cases closed before then that are left alone nevertheless, the oldest first. */
    keptCases: (before: Instant, limit: number): Promise<(DueCase & { readonly why: KeptReason })[]> =>
      ask(
        knex,
        { ...dueColumns, why: oneOf(...KEPT_REASONS) },
        `select c.id, c.number, c.closed_at, ${keptReason} as why from grievance_case c
         where ${past} and ${keptReason} is not null order by c.closed_at, c.id limit ?`,
        [before, limit],
      ),

    /** Why this case may not be erased now; null when it may, however long ago it was closed. */
    async keptBecause(caseId: number): Promise<KeptReason | null> {
      const [row] = await ask(
        knex,
        { why: nullable(oneOf(...KEPT_REASONS)) },
        `select ${keptReason} as why from grievance_case c where c.id = ?`,
        [caseId],
      )
      return row?.why ?? null
    },

    /** The hold that stands on this case. */
    holdOn: (caseId: number): Promise<StoredHold | null> =>
      rowOf(holdTable.columns, knex(holdTable.name).where({ case_id: caseId }).whereNull('lifted_at')),

    /** All that stand, the newest first. */
    holds: (limit: number): Promise<StoredHold[]> =>
      rowsOf(
        holdTable.columns,
        knex(holdTable.name).whereNull('lifted_at').orderBy('id', 'desc').limit(limit),
      ),

    /** Of a kind that is no case: how much of it is older than this. */
    pile: (kind: PiledKind, before: Instant): Promise<Pile> => {
      const { table, since, still } = piles[kind]
      return one(
        `select count(*) as count, min(${since}) as oldest from ${table} where ${since} < ? and ${still}`,
        [before],
      )
    },

    /** Whether anything of a kind is older than this: asked each night of everything, so it stops at the first. */
    async isAnyDue(kind: RetentionKind, before: Instant): Promise<boolean> {
      if (kind === 'cases') return (await reader.dueCases(before, 1)).length > 0
      return (await reader.pileIds(kind, before, 1)).length > 0
    },

    /** Rows of such a kind that are older than this, the oldest first. */
    async pileIds(kind: PiledKind, before: Instant, limit: number): Promise<number[]> {
      const { table, since, still } = piles[kind]
      const rows = await ask(
        knex,
        { id: integer },
        `select id from ${table} where ${since} < ? and ${still} order by ${since}, id limit ?`,
        [before, limit],
      )
      return rows.map(({ id }) => id)
    },
  }
  return reader
}

/** Kinds that are rows of one table. */
export type PiledKind = Exclude<RetentionKind, 'cases'>

const piles = {
  consultations: { table: 'consultation', since: 'at', still: `question <> ''` },
  looks: { table: 'disclosure', since: 'at', still: `reason <> ''` },
  accesses: { table: 'access_entry', since: 'at', still: '(address is not null or data is not null)' },
  // the last one that somebody has read through stays: it says how far they are
  notices: {
    table: 'notice',
    since: 'at',
    still: 'id not in (select notice_id from notice_read_through)',
  },
  uploads: { table: 'attachment', since: 'at', still: 'case_id is null' },
  exports: { table: 'ledger_export', since: 'finished_at', still: `state = 'written'` },
  sessions: { table: 'session', since: 'expires_at', still: '1 = 1' },
} as const satisfies Record<PiledKind, object>

/** What is kept and for how long, for whoever erases and whoever holds. */
export function retentionStore(knex: Knex) {
  return {
    ...readRetention(knex),

    /** Blanks what people wrote about a case beside the case itself and the trail, and lets its files go. */
    blankWords: (caseId: number, at: Instant): Promise<void> => blankWords(knex, caseId, at),

    async hold(row: Pick<StoredHold, 'caseId' | 'at' | 'by' | 'reason'>): Promise<void> {
      await insertRows(knex, holdTable, [row])
    },

    /** Answers those that were lifted already. */
    lift: (changes: readonly { id: number; at: Instant; by: number; reason: string }[]): Promise<number[]> =>
      updateRows(
        knex,
        holdTable,
        changes.map(({ id, at, by, reason }) => ({
          id,
          set: { liftedAt: at, liftedBy: by, liftedReason: reason },
        })),
        { onlyIf: 'lifted_at is null' },
      ),

    /** The words of plain questions go; that one was asked, when and where is counted. */
    async blankConsultations(ids: readonly number[]): Promise<void> {
      await knex('consultation').whereIn('id', ids).update({ question: '', answer: null })
    },

    /** Notices and who has read them. */
    async removeNotices(ids: readonly number[]): Promise<void> {
      await knex('notice_reading').whereIn('notice_id', ids).delete()
      await knex('notice').whereIn('id', ids).delete()
    },
  }
}
