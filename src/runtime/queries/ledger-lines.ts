import { localDateOf } from '../../calendar/index.js'
import { ledgerLine, type LedgerPromise, type ReportLedgerLine } from '../../casework/report/ledger-line.js'
import { readPromises } from '../../casework/report/read-input.js'
import type { Instant } from '../../clock.js'
import type { CaseLine } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** The office's line of each of these cases, masked, as the quarter's report would have it on this day. */
export async function linesOf(
  { store }: Pick<Parts, 'store'>,
  rows: readonly CaseLine[],
  now: Instant,
): Promise<ReadonlyMap<number, ReportLedgerLine>> {
  const { promises, accepted } = await store.views.lineParts(rows.map(({ id }) => id))
  const read = readPromises(promises, rows).flatMap((promise, index): LedgerPromise[] => {
    const row = promises[index]
    return row ? [{ ...promise, armedAt: row.armedAt, closedAt: row.closedAt }] : []
  })
  const today = localDateOf(now)
  return new Map(
    rows.map(row => {
      const mine = (part: { readonly caseId: number }) => part.caseId === row.id
      return [row.id, ledgerLine(row, read.filter(mine), accepted.filter(mine), today)] as const
    }),
  )
}
