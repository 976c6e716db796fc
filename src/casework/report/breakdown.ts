import type { LocalDate } from '../../calendar/local-date.js'
import { text } from '../../catalogue/index.js'
import { causeLabel } from '../cause.js'
import { CHANNELS } from '../channel.js'
import { labelOf } from '../choice.js'
import { FAILED_STAGES } from '../failed-stage.js'
import type { Quarter } from '../quarter.js'
import { REPORTER_KINDS } from '../reporter-kind.js'
import { verdictLabel } from '../verdict.js'
import type { ReportCase, ReportInput, ReportPromise } from './input.js'
import { type Measures, measuresOf } from './measures.js'

/** By what the figures are broken down. */
export type Dimension =
  'place' | 'channel' | 'reporterKind' | 'department' | 'failedStage' | 'verdict' | 'cause' | 'item'

/** One line of a breakdown: the measures of the cases that share a value. `key` is null where it is not known. */
export interface BreakdownRow extends Measures {
  readonly key: string | number | null
  readonly label: string
}

/** The measures for each value that occurs, in the order a reader expects. */
export function breakdown(
  input: Pick<ReportInput, 'cases' | 'promises'>,
  dimension: Dimension,
  quarter: Quarter,
  asOf: LocalDate,
): BreakdownRow[] {
  const parts = new Map<
    string | number | null,
    { label: string; cases: ReportCase[]; promises: ReportPromise[] }
  >()
  const partOf = new Map<number, { promises: ReportPromise[] }>()
  for (const each of input.cases) {
    const { key, label } = valueOf[dimension](each)
    const part = parts.get(key) ?? { label, cases: [], promises: [] }
    part.cases.push(each)
    parts.set(key, part)
    partOf.set(each.id, part)
  }
  for (const promise of input.promises) partOf.get(promise.caseId)?.promises.push(promise)
  const rows = [...parts].map(([key, part]) => ({
    key,
    label: part.label,
    ...measuresOf(part, quarter, asOf),
  }))
  return rows.filter(hasSomething).sort(order[dimension])
}

interface Value {
  readonly key: string | number | null
  readonly label: string
}

const valueOf: Readonly<Record<Dimension, (each: ReportCase) => Value>> = {
  place: each => ({ key: each.placeId, label: each.placeName }),
  channel: each => ({ key: each.channel, label: labelOf(CHANNELS, each.channel) }),
  reporterKind: each => ({ key: each.reporterKind, label: labelOf(REPORTER_KINDS, each.reporterKind) }),
  department: each => known(each.departmentId, () => each.departmentName ?? unknownLabel()),
  failedStage: each => known(each.failedStage, stage => labelOf(FAILED_STAGES, stage)),
  verdict: each => known(each.verdict, verdictLabel),
  cause: each => known(each.cause, causeLabel),
  item: each => ({ key: each.itemKey, label: each.itemName }),
}

function known<T extends string | number>(key: T | null, label: (key: T) => string): Value {
  return key === null ? { key, label: unknownLabel() } : { key, label: label(key) }
}

function unknownLabel(): string {
  return text('figures.unknown')
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
  const rates = [row.phoneReplyOnTime, row.feedbackOnTime, row.solved, row.satisfaction]
  return row.received + row.unreachable + rates.reduce((sum, rate) => sum + rate.denominator, 0) > 0
}
