import type { BreakdownRow } from '../../casework/report/breakdown.js'
import type { FigureKey } from '../../casework/report/evidence.js'
import { type Measures, RATES, SPLIT_RATES } from '../../casework/report/measures.js'
import type { QuarterFigures } from '../../casework/report/quarter-figures.js'
import { shownRows, together } from '../../casework/report/shown-rows.js'
import type { Dimension } from '../../casework/report/split.js'
import { text } from '../../catalogue/index.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { ReportLinks } from './report-links.js'

/** A breakdown with its heading. */
export interface ReportTable {
  readonly id: Dimension
  readonly title: string
  readonly ledger: LedgerModel
}

/** The breakdowns that have lines, each ending in the whole; every number leads to its cases. */
export function reportTables({ by }: QuarterFigures, links: ReportLinks): readonly ReportTable[] {
  return order
    .filter(dimension => by[dimension].length > 0)
    .map(dimension => ({
      id: dimension,
      title: text(`report.by.${dimension}`),
      ledger: ledger(
        dimension === 'place' ? text('report.by.place.note') : null,
        [{ label: text(`report.by.${dimension}.column`) }, ...columns()],
        lines(by[dimension], dimension, links),
      ),
    }))
}

type LinkOf = (figure: FigureKey) => string | null

function lines(
  rows: readonly BreakdownRow[],
  by: Dimension,
  links: ReportLinks,
): readonly (readonly LedgerValue[])[] {
  const { shown, rest } = shownRows(rows)
  return [
    ...shown.map(row => line(row.label, row, figure => links.figure(figure, { by, value: row.key }))),
    ...(rest ? [line(text('report.by.rest', { count: rest.count }), rest.measures, () => null)] : []),
    line(text('report.by.total'), together(rows), figure => links.figure(figure)),
  ]
}

function line(label: string, measures: Measures, linkOf: LinkOf): readonly LedgerValue[] {
  return [
    label,
    linked(measures.received, linkOf('received')),
    ...SPLIT_RATES.map((name): LedgerValue => {
      const { numerator, denominator } = measures[name]
      const [of, within] = RATES[name]
      if (denominator === 0) return text('shell.none')
      return {
        pieces: [
          { text: String(numerator), href: linkOf(of) },
          { text: '/', href: null },
          { text: String(denominator), href: linkOf(within) },
        ],
      }
    }),
    linked(measures.unreachable, linkOf('unreachable')),
  ]
}

/** Nothing leads nowhere. */
function linked(value: number, href: string | null): LedgerValue {
  return href === null || value === 0 ? String(value) : { text: String(value), href }
}

const columns = () =>
  ['received', ...SPLIT_RATES, 'unreachable'].map(name => ({
    label: text(`report.by.${name}`),
    numeric: true,
  }))

const order = [
  'place',
  'department',
  'cause',
  'item',
  'verdict',
  'channel',
  'reporterKind',
  'failedStage',
] as const satisfies readonly Dimension[]
