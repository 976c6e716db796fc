import type { BreakdownRow } from '../../casework/report/breakdown.js'
import { figureLabel } from '../../casework/report/definitions.js'
import type { RateKey } from '../../casework/report/measures.js'
import type { CountKey, QuarterFigures } from '../../casework/report/quarter-figures.js'
import type { Dimension } from '../../casework/report/split.js'
import { percent, type Rate, rateOf } from '../../casework/report/rate.js'
import { text } from '../../catalogue/index.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { FigureTileModel, GlanceRow } from './parts.js'

/** The shares of the report, each with both its numbers beside it. */
export function rateTiles({ rates, counts }: QuarterFigures): readonly FigureTileModel[] {
  return rateKeys.map(key => {
    const rate = rates[key]
    const { numerator, denominator } = rate
    return {
      label: figureLabel(key),
      value: percent(rate),
      unit: null,
      note: text(rate.rate === null ? `report.rate.none.${key}` : `report.rate.${key}`, {
        numerator,
        denominator,
        asked: counts.asked,
      }),
      href: null,
      state: null,
    }
  })
}

/** The whole numbers that a reader looks for first. */
export function countTiles({ counts }: QuarterFigures): readonly FigureTileModel[] {
  return firstCounts.map(key => ({
    label: figureLabel(key),
    value: counts[key].toLocaleString('zh-CN'),
    unit: text('report.count.unit'),
    note: text(`report.count.${key}`, counts),
    href: null,
    state: null,
  }))
}

/** All whole numbers. */
export function allCounts({ counts }: QuarterFigures): readonly GlanceRow[] {
  return (Object.keys(counts) as CountKey[]).map(key => ({
    label: figureLabel(key),
    value: counts[key].toLocaleString('zh-CN'),
  }))
}

/** A breakdown with its heading. */
export interface ReportTable {
  readonly id: Dimension
  readonly title: string
  readonly ledger: LedgerModel
}

/** The breakdowns that have lines, each ending in the whole. */
export function tables({ by }: QuarterFigures): readonly ReportTable[] {
  return dimensions
    .filter(dimension => by[dimension].length > 0)
    .map(dimension => ({
      id: dimension,
      title: text(`report.by.${dimension}`),
      ledger: ledger(
        dimension === 'place' ? text('report.by.place.note') : null,
        [{ label: text(`report.by.${dimension}.column`) }, ...numbers()],
        [...by[dimension], total(by[dimension])].map(cells),
      ),
    }))
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
] as const satisfies readonly CountKey[]
const dimensions = [
  'place',
  'department',
  'cause',
  'verdict',
  'channel',
] as const satisfies readonly Dimension[]
const measures = ['phoneReplyOnTime', 'feedbackOnTime', 'solved', 'satisfaction'] as const

const numbers = () =>
  ['received', ...measures, 'unreachable'].map(name => ({ label: text(`report.by.${name}`), numeric: true }))

type Line = Omit<BreakdownRow, 'key'>

function cells(row: Line): readonly string[] {
  return [
    row.label,
    String(row.received),
    ...measures.map(name => shareOf(row[name])),
    String(row.unreachable),
  ]
}

function shareOf({ numerator, denominator }: Rate): string {
  return denominator === 0 ? text('shell.none') : text('report.by.rate', { numerator, denominator })
}

function total(rows: readonly Line[]): Line {
  const sum = (of: (row: Line) => number) => rows.reduce((all, row) => all + of(row), 0)
  const rate = (name: (typeof measures)[number]) =>
    rateOf(
      sum(row => row[name].numerator),
      sum(row => row[name].denominator),
    )
  return {
    label: text('report.by.total'),
    received: sum(row => row.received),
    unreachable: sum(row => row.unreachable),
    phoneReplyOnTime: rate('phoneReplyOnTime'),
    feedbackOnTime: rate('feedbackOnTime'),
    solved: rate('solved'),
    satisfaction: rate('satisfaction'),
  }
}
