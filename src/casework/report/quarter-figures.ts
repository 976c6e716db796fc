import { addDays, type LocalDate } from '../../calendar/local-date.js'
import { type Quarter, quarterRange } from '../quarter.js'
import { type BreakdownRow, breakdown } from './breakdown.js'
import { type FigureDefinition, figureDefinitions } from './definitions.js'
import { type FigureEvidence, figureEvidence, type FigureKey } from './evidence.js'
import type { ReportInput } from './input.js'
import { type RateKey, RATES, shareOf } from './measures.js'
import { type Effort, followUpsEnded, materialsEffort, visitsEffort } from './outcomes.js'
import type { Rate } from './rate.js'
import { type Dimension, DIMENSIONS } from './split.js'
import type { Series } from './series.js'

/** Whole numbers of the report: those that count cases, and the plain questions. */
export type CountKey = FigureKey | 'consultations'

/** Everything a quarterly report says in numbers; plain JSON, so that it can be frozen as it is. */
export interface QuarterFigures {
  readonly quarter: Quarter
  readonly from: LocalDate
  readonly to: LocalDate
  /** The day of looking. */
  readonly asOf: LocalDate
  readonly counts: Readonly<Record<CountKey, number>>
  /** Shares of the report, each with both its numbers. */
  readonly rates: Readonly<Record<RateKey, Rate>>
  readonly visits: Effort
  readonly materials: Effort
  readonly by: Readonly<Record<Dimension, readonly BreakdownRow[]>>
  /** What each figure means, for the last page, so that nobody computes it differently. */
  readonly definitions: readonly FigureDefinition[]
  /** The quarter before and the same one a year before, as they were known when this was computed. */
  readonly against?: Comparisons
  /** What the charts draw beyond these figures. */
  readonly series?: Series
}

/** Another quarter as it stands beside this one. */
export type ComparedQuarter = Pick<QuarterFigures, 'quarter' | 'counts' | 'rates'>

/** Null where there is none: the scheme began in the second quarter of 2021. */
export interface Comparisons {
  readonly previous: ComparedQuarter | null
  readonly yearBefore: ComparedQuarter | null
}

/** The figures of a quarter with the cases behind each. */
export interface CountedQuarter {
  readonly figures: QuarterFigures
  readonly evidence: FigureEvidence
}

/**
 * Counts a quarter as product.md defines it.
 * @param asOf the day of looking; left out, the day after the quarter's end, when all that was due is due
 */
export function countQuarter(
  input: ReportInput,
  quarter: Quarter,
  asOf: LocalDate = addDays(quarterRange(quarter).to, 1),
): CountedQuarter {
  const evidence = figureEvidence(input, quarter, asOf)
  const count = (figure: FigureKey) => evidence[figure].length
  const keys = Object.keys(evidence) as FigureKey[]
  const followUps = followUpsEnded(input.cases, quarter)
  const figures: QuarterFigures = {
    quarter,
    ...quarterRange(quarter),
    asOf,
    counts: {
      ...(Object.fromEntries(keys.map(key => [key, count(key)])) as Record<FigureKey, number>),
      consultations: input.consultations,
    },
    rates: Object.fromEntries(
      (Object.keys(RATES) as RateKey[]).map(key => [key, shareOf(key, count)]),
    ) as Record<RateKey, Rate>,
    visits: visitsEffort(followUps),
    materials: materialsEffort(followUps),
    by: Object.fromEntries(
      DIMENSIONS.map(dimension => [dimension, breakdown(evidence, input.cases, dimension)]),
    ) as Record<Dimension, BreakdownRow[]>,
    definitions: figureDefinitions(),
  }
  return { figures, evidence }
}

/** The figures alone. */
export function quarterFigures(input: ReportInput, quarter: Quarter, asOf?: LocalDate): QuarterFigures {
  return countQuarter(input, quarter, asOf).figures
}
