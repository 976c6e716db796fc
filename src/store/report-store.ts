import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { instant, integer, json, nullable, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertMissing, insertRows, updateRows } from './writes.js'

/** The report of a quarter (R20). Once it is frozen its figures and its text stay; a revision is a new version. */
const reportTable = {
  name: 'quarter_report',
  columns: {
    id: integer,
    /** 2026Q2 */
    quarter: text,
    version: integer,
    instanceId: nullable(integer),
    figures: nullable(json<unknown>()),
    text: nullable(json<unknown>()),
    createdAt: instant,
    frozenAt: nullable(instant),
    sentAt: nullable(instant),
    /** when its figures were counted last */
    computedAt: nullable(instant),
    /** what the figures wrote, by section, while it is a draft */
    drafted: nullable(json<unknown>()),
    /** the ids of the cases chosen as typical; null while the machine proposes them */
    examples: nullable(json<readonly number[]>()),
  },
}

/** What the drafting of a report does not touch. */
type Fixed = 'quarter' | 'version' | 'createdAt' | 'frozenAt' | 'sentAt'

/** A leader has read it. */
const acknowledgementTable = {
  name: 'report_acknowledgement',
  columns: { reportId: integer, accountId: integer, at: instant, remark: nullable(text) },
}

export type StoredReport = RowOf<typeof reportTable.columns>
export type NewReport = Omit<NewRowOf<typeof reportTable.columns>, 'version' | 'frozenAt' | 'sentAt'>
export type StoredAcknowledgement = RowOf<typeof acknowledgementTable.columns>

/** Reports, for reading. */
export function readReports(knex: Knex) {
  const { columns, name } = reportTable
  return {
    byId: (id: number): Promise<StoredReport | null> => rowOf(columns, knex(name).where({ id })),

    /** The newest version of a quarter. */
    latest: (quarter: string): Promise<StoredReport | null> =>
      rowOf(columns, knex(name).where({ quarter }).orderBy('version', 'desc').limit(1)),

    /** All versions of all quarters, the newest first. */
    all: (): Promise<StoredReport[]> =>
      rowsOf(
        columns,
        knex(name).orderBy([
          { column: 'quarter', order: 'desc' },
          { column: 'version', order: 'desc' },
        ]),
      ),

    acknowledgements: (reportId: number): Promise<StoredAcknowledgement[]> =>
      rowsOf(
        acknowledgementTable.columns,
        knex(acknowledgementTable.name).where({ report_id: reportId }).orderBy('at'),
      ),
  }
}

/** Reports, for the quarter's process. */
export function reportStore(knex: Knex) {
  const draft = { onlyIf: 'frozen_at is null' }
  return {
    ...readReports(knex),

    /** Begins a report: the first of its quarter is version 1, each later one the next. */
    async begin(reports: readonly NewReport[]): Promise<StoredReport[]> {
      const begun: StoredReport[] = []
      for (const report of reports) {
        const before = await readReports(knex).latest(report.quarter)
        const version = (before?.version ?? 0) + 1
        const [id = 0] = await insertRows(knex, reportTable, [{ ...report, version }])
        const row = await readReports(knex).byId(id)
        if (row) begun.push(row)
      }
      return begun
    },

    /** Changes drafts. Answers those that are frozen. */
    edit: (
      changes: readonly { id: number; set: Partial<Omit<StoredReport, 'id' | Fixed>> }[],
    ): Promise<number[]> => updateRows(knex, reportTable, changes, draft),

    /** From here on nothing of it changes. Answers those that were frozen already. */
    freeze: (ids: readonly number[], at: Instant): Promise<number[]> =>
      updateRows(
        knex,
        reportTable,
        ids.map(id => ({ id, set: { frozenAt: at } })),
        draft,
      ),

    /** Answers those that are not frozen, or were sent before. */
    send: (ids: readonly number[], at: Instant): Promise<number[]> =>
      updateRows(
        knex,
        reportTable,
        ids.map(id => ({ id, set: { sentAt: at } })),
        { onlyIf: 'frozen_at is not null and sent_at is null' },
      ),

    /** A second acknowledgement of the same leader leaves the first. */
    async acknowledge(rows: readonly StoredAcknowledgement[]): Promise<void> {
      await insertMissing(knex, acknowledgementTable, rows, ['reportId', 'accountId'])
    },
  }
}
