import { addDays, startOfDay } from '../calendar/index.js'
import { quarterRange } from '../casework/quarter.js'
import type { Quarter } from '../casework/quarter.js'
import type { ReportInput } from '../casework/report/input.js'
import { ledgerLine } from '../casework/report/ledger-line.js'
import type { LedgerPromise, ReportLedgerLine } from '../casework/report/ledger-line.js'
import { rectificationsSince } from '../casework/report/period.js'
import { readReportInput } from '../casework/report/read-input.js'
import type { LocalDate } from '../calendar/index.js'
import type { Parts } from './parts.js'

/** What a quarter is computed from, and the lines of the ledger that its cases make. */
export interface QuarterInput extends ReportInput {
  /** by the case’s id, on a day of looking */
  lines(asOf: LocalDate): ReadonlyMap<number, ReportLedgerLine>
}

/** Reads what concerns a quarter. */
export async function inputOf({ store }: Pick<Parts, 'store'>, quarter: Quarter): Promise<QuarterInput> {
  const { from, to } = quarterRange(quarter)
  const rows = await store.views.reportInput({
    from,
    to,
    fromAt: startOfDay(from),
    untilAt: startOfDay(addDays(to, 1)),
    rectifiedSince: startOfDay(rectificationsSince(quarter)),
  })
  const input = readReportInput({
    ...rows,
    rectifications: rows.rectifications.map(row => ({ ...row, prevention: row.prevention ?? '' })),
  })
  return {
    ...input,
    lines(asOf) {
      const instants = new Map(rows.promises.map(row => [row.id, row]))
      const promises = grouped(
        input.promises.flatMap((promise): LedgerPromise[] => {
          const row = instants.get(promise.id)
          return row ? [{ ...promise, armedAt: row.armedAt, closedAt: row.closedAt }] : []
        }),
      )
      const accepted = grouped(input.rectifications.filter(one => one.acceptedOn !== null))
      return new Map(
        rows.cases.map(row => [
          row.id,
          ledgerLine(row, promises.get(row.id) ?? [], accepted.get(row.id) ?? [], asOf),
        ]),
      )
    },
  }
}

function grouped<Row extends { readonly caseId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.caseId)
    if (group) group.push(row)
    else groups.set(row.caseId, [row])
  }
  return groups
}
