import { reportCharts } from '../../charts/index.js'
import type { QuarterFigures } from '../../casework/report/quarter-figures.js'
import { hasText, text } from '../../catalogue/index.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { ReportLinks } from './report-links.js'

/** A chart with its table beneath. */
export interface ReportChartModel {
  readonly name: string
  readonly title: string
  readonly src: string
  /** the same drawn for a telephone */
  readonly narrow: string
  readonly alt: string
  readonly note: string | null
  readonly table: LedgerModel
}

export function reportChartModels(figures: QuarterFigures, links: ReportLinks): ReportChartModel[] {
  return reportCharts(figures).map(({ name, title, table }) => ({
    name,
    title,
    src: links.chart(name),
    narrow: links.chart(`${name}-narrow`),
    alt: text('chart.alt', { title }),
    note: hasText(`chart.${name}.note`) ? text(`chart.${name}.note`) : null,
    table: ledger(
      null,
      table.columns.map((label, index) => ({ label, numeric: index > 0 })),
      table.rows,
    ),
  }))
}
