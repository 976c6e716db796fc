import type { Knex } from 'knex'
import { integer, json, nullable, text, type RowOf } from './rows.js'
import { insertKeyed } from './writes.js'

/** A case that a report knows, with its line of the ledger as it stood when the figures were counted. */
const reportCaseTable = {
  name: 'report_case',
  columns: {
    reportId: integer,
    caseId: integer,
    number: text,
    /** 序号 in the annexed ledger; null for one that only an earlier rectification brings in */
    position: nullable(integer),
    line: json<unknown>(),
    place: nullable(text),
    channel: nullable(text),
    reporterKind: nullable(text),
    department: nullable(text),
    failedStage: nullable(text),
    verdict: nullable(text),
    cause: nullable(text),
    item: nullable(text),
  },
}

/** One count of one case in one figure. */
const evidenceTable = {
  name: 'report_evidence',
  columns: { reportId: integer, figure: text, position: integer, caseId: integer, why: nullable(text) },
}

export type StoredReportCase = RowOf<typeof reportCaseTable.columns>
export type StoredEvidence = RowOf<typeof evidenceTable.columns>

/** What a report counted, for the quarter's process. The database refuses to change it once the report is frozen. */
export function reportCaseStore(knex: Knex) {
  return {
    /** Puts what was counted now in the place of what was counted before. */
    async replace(
      reportId: number,
      counted: {
        readonly cases: readonly Omit<StoredReportCase, 'reportId'>[]
        readonly evidence: readonly Omit<StoredEvidence, 'reportId'>[]
      },
    ): Promise<void> {
      for (const { name } of [evidenceTable, reportCaseTable])
        await knex(name).where({ report_id: reportId }).delete()
      const ofReport = <Row extends object>(row: Row) => ({ ...row, reportId })
      await insertKeyed(knex, reportCaseTable, counted.cases.map(ofReport))
      await insertKeyed(knex, evidenceTable, counted.evidence.map(ofReport))
    },
  }
}
