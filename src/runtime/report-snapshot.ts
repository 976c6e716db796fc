import { DIMENSIONS, splitOf } from '../casework/report/split.js'
import type { Dimension } from '../casework/report/split.js'
import type { ReportCase } from '../casework/report/input.js'
import type { Instant } from '../clock.js'
import type { Unit } from '../store/index.js'
import type { QuarterNow } from './report-figures.js'

type CountedCases = Parameters<Unit['reportCases']['replace']>[1]

/** Keeps a count with the draft of a report: its figures, the cases behind each, and their lines of the ledger. */
export async function keepCount(
  unit: Unit,
  reportId: number,
  counted: CountedCases,
  { figures, at }: { figures: QuarterNow['figures']; at: Instant },
): Promise<void> {
  await unit.reports.edit([{ id: reportId, set: { figures, computedAt: at } }])
  await unit.reportCases.replace(reportId, counted)
}

/** What is kept of a count. Worked out before the transaction that keeps it. */
export function countedCases({ input, evidence, figures }: QuarterNow): CountedCases {
  const lines = input.lines(figures.asOf)
  const behind = Object.entries(evidence).flatMap(([figure, found]) =>
    found.map(({ caseId, why }, position) => ({ figure, position, caseId, why })),
  )
  const wanted = new Set(behind.map(({ caseId }) => caseId))
  const positions = ledgerPositions(input.cases, evidence)
  return {
    cases: input.cases
      .filter(({ id }) => wanted.has(id))
      .map(each => ({
        caseId: each.id,
        number: each.number,
        position: positions.get(each.id) ?? null,
        line: lines.get(each.id) ?? null,
        ...partsOf(each),
      })),
    evidence: behind,
  }
}

/** 序号 in the annexed ledger: what the office had on its hands in the quarter, carried in or received, as it came. */
function ledgerPositions(
  cases: readonly ReportCase[],
  { received, carriedIn }: QuarterNow['evidence'],
): ReadonlyMap<number, number> {
  const inHand = new Set([...received, ...carriedIn].map(({ caseId }) => caseId))
  return new Map(cases.filter(({ id }) => inHand.has(id)).map(({ id }, index) => [id, index + 1]))
}

/** The part a case is in, of each way to break the figures down, as an address names it. */
export function partsOf(each: ReportCase): Record<Dimension, string | null> {
  return Object.fromEntries(
    DIMENSIONS.map(dimension => [dimension, partName(splitOf(dimension, each).key)]),
  ) as Record<Dimension, string | null>
}

export function partName(key: string | number | null): string | null {
  return key === null ? null : String(key)
}
