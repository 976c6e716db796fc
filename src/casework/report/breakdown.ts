import type { FigureEvidence, FigureKey } from './evidence.js'
import type { ReportCase } from './input.js'
import { MEASURED, type Measures, measuresOf, SPLIT_RATES } from './measures.js'
import { type Dimension, splitOf, type SplitValue } from './split.js'

/** One line of a breakdown: the measures of the cases that share a value. */
export interface BreakdownRow extends Measures, SplitValue {}

/** The measures for each value that occurs, in the order a reader expects. */
export function breakdown(
  evidence: FigureEvidence,
  cases: readonly ReportCase[],
  dimension: Dimension,
): BreakdownRow[] {
  const parts = new Map<SplitValue['key'], { label: string; counts: Map<FigureKey, number> }>()
  const partOf = new Map<number, Map<FigureKey, number>>()
  for (const each of cases) {
    const { key, label } = splitOf(dimension, each)
    const part = parts.get(key) ?? { label, counts: new Map<FigureKey, number>() }
    parts.set(key, part)
    partOf.set(each.id, part.counts)
  }
  for (const figure of MEASURED) {
    for (const { caseId } of evidence[figure]) {
      const counts = partOf.get(caseId)
      counts?.set(figure, (counts.get(figure) ?? 0) + 1)
    }
  }
  const rows = [...parts].map(([key, { label, counts }]) => ({
    key,
    label,
    ...measuresOf(figure => counts.get(figure) ?? 0),
  }))
  return rows.filter(hasSomething).sort(order[dimension])
}

type Order = (one: BreakdownRow, other: BreakdownRow) => number

const byKey: Order = (one, other) => {
  if (one.key === null || other.key === null) return Number(one.key === null) - Number(other.key === null)
  return one.key < other.key ? -1 : 1
}
const byCount: Order = (one, other) => other.received - one.received || byKey(one, other)

/** Windows and places are never ranked by their number of cases: who asks people to report would come out worst. */
const order: Readonly<Record<Dimension, Order>> = {
  place: byKey,
  channel: byKey,
  reporterKind: byKey,
  department: byKey,
  failedStage: byKey,
  verdict: byKey,
  cause: byCount,
  item: byCount,
}

/** A place whose cases only concern other quarters would be a line of noughts. */
function hasSomething(row: BreakdownRow): boolean {
  return (
    row.received + row.unreachable + SPLIT_RATES.reduce((sum, rate) => sum + row[rate].denominator, 0) > 0
  )
}
