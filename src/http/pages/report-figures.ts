import { figureLabel } from '../../casework/report/definitions.js'
import type { FigureKey } from '../../casework/report/evidence.js'
import { type RateKey, RATES } from '../../casework/report/measures.js'
import type { ComparedQuarter, CountKey, QuarterFigures } from '../../casework/report/quarter-figures.js'
import { percent } from '../../casework/report/rate.js'
import { text } from '../../catalogue/index.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { ReportLinks } from './report-links.js'

/** A figure with the links to its cases, and the same figure of other quarters: the partial `report-figure`. */
export interface ReportFigure {
  readonly label: string
  readonly value: string
  readonly unit: string | null
  readonly href: string | null
  /** the numbers it is made of: 按期 3 ÷ 到期 4 */
  readonly made: readonly { readonly label: string; readonly value: string; readonly href: string }[]
  readonly note: string | null
  readonly against: string | null
}

/** The shares of the report, each with both its numbers beside it. */
export function rateFigures({ rates, counts, against }: QuarterFigures, links: ReportLinks): ReportFigure[] {
  return rateKeys.map(key => ({
    label: figureLabel(key),
    value: percent(rates[key]),
    unit: null,
    href: null,
    made:
      rates[key].rate === null
        ? []
        : RATES[key].map((figure, index) => ({
            label: text(`report.rate.${key}.${index === 0 ? 'of' : 'in'}`),
            value: number(counts[figure]),
            href: links.figure(figure),
          })),
    note: rates[key].rate === null ? text(`report.rate.none.${key}`, counts) : noteOf(key, counts),
    against: compared(against, other => percent(other.rates[key])),
  }))
}

/** The whole numbers that a reader looks for first. */
export function countFigures({ counts, against }: QuarterFigures, links: ReportLinks): ReportFigure[] {
  return firstCounts.map(key => ({
    label: figureLabel(key),
    value: number(counts[key]),
    unit: text('report.count.unit'),
    href: links.figure(key),
    made: [],
    note: text(`report.count.${key}`, counts),
    against: compared(against, other => number(other.counts[key])),
  }))
}

/** All whole numbers and shares, each against the quarter before and the year before. */
export function allFigures({ counts, rates, against }: QuarterFigures, links: ReportLinks): LedgerModel {
  const beside = (of: (other: ComparedQuarter) => string): string[] =>
    [against?.previous, against?.yearBefore].map(other => (other ? of(other) : text('shell.none')))
  return ledger(
    null,
    [
      { label: text('report.all.figure') },
      ...['now', 'previous', 'yearBefore'].map(name => ({
        label: text(`report.all.${name}`),
        numeric: true,
      })),
    ],
    [
      ...(Object.keys(counts) as CountKey[]).map((key): LedgerValue[] => [
        figureLabel(key),
        key === 'consultations'
          ? number(counts[key])
          : { text: number(counts[key]), href: links.figure(key) },
        ...beside(other => number(other.counts[key])),
      ]),
      ...rateKeys.map((key): LedgerValue[] => [
        figureLabel(key),
        percent(rates[key]),
        ...beside(other => percent(other.rates[key])),
      ]),
    ],
  )
}

function noteOf(key: RateKey, counts: QuarterFigures['counts']): string | null {
  return key === 'satisfaction' ? text('report.rate.satisfaction.note', counts) : null
}

function compared(against: QuarterFigures['against'], of: (other: ComparedQuarter) => string): string | null {
  if (!against) return null
  const parts = (['previous', 'yearBefore'] as const).flatMap(name => {
    const other = against[name]
    return other === null ? [] : [text(`report.against.${name}`, { value: of(other) })]
  })
  return parts.length === 0 ? null : parts.join(text('report.against.join'))
}

/** A quarter frozen before a figure was counted does not know it. */
function number(value: number | undefined): string {
  return value === undefined ? text('shell.none') : value.toLocaleString('zh-CN')
}

const rateKeys: readonly RateKey[] = [
  'phoneReplyOnTime',
  'feedbackOnTime',
  'solved',
  'satisfaction',
  'recurrence',
  'awareness',
]
const firstCounts = [
  'received',
  'closed',
  'carriedOut',
  'unreachable',
  'guideProblems',
  'hiddenBarriers',
] as const satisfies readonly FigureKey[]
