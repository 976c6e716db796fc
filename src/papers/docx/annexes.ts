import { AlignmentType, ImageRun, Paragraph, type Table } from 'docx'
import { drawChart, pictureOf, reportCharts, type ReportChart } from '../../charts/index.js'
import { figureLabel } from '../../casework/report/definitions.js'
import { RATES, type RateKey, SPLIT_RATES } from '../../casework/report/measures.js'
import type { ComparedQuarter, CountKey, QuarterFigures } from '../../casework/report/quarter-figures.js'
import { percent, type Rate } from '../../casework/report/rate.js'
import { shownRows, together } from '../../casework/report/shown-rows.js'
import { DIMENSIONS } from '../../casework/report/split.js'
import { hasText, text } from '../../catalogue/index.js'
import { loose } from './fonts.js'
import { table } from './table.js'
import { note, paragraph, subheading } from './words.js'

type Content = Paragraph | Table

/** All figures, each against the quarter before and the year before. */
export function figuresAnnex({ counts, rates, against }: QuarterFigures): Content[] {
  const beside = (of: (other: ComparedQuarter) => string) =>
    [against?.previous, against?.yearBefore].map(other => (other ? of(other) : text('shell.none')))
  // a quarter frozen before a figure was counted does not know it
  const count = (of: Readonly<Partial<Record<CountKey, number>>>, key: CountKey) =>
    of[key]?.toString() ?? text('shell.none')
  return [
    table({
      head: ['figure', 'now', 'previous', 'yearBefore'].map(name => text(`report.all.${name}`)),
      rows: [
        ...(Object.keys(counts) as CountKey[]).map(key => [
          figureLabel(key),
          count(counts, key),
          ...beside(other => count(other.counts, key)),
        ]),
        ...(Object.keys(RATES) as RateKey[]).map(key => [
          figureLabel(key),
          percent(rates[key]),
          ...beside(other => percent(other.rates[key])),
        ]),
      ],
      shares: [4, 2, 2, 2],
    }),
  ]
}

/** The breakdowns, each ending in the whole. */
export function partsAnnex({ by }: QuarterFigures): Content[] {
  const share = ({ numerator, denominator }: Rate) =>
    denominator === 0 ? text('shell.none') : `${numerator}/${denominator}`
  return DIMENSIONS.filter(dimension => by[dimension].length > 0).flatMap(dimension => {
    const { shown, rest } = shownRows(by[dimension])
    const lines = [
      ...shown,
      ...(rest ? [{ label: text('report.by.rest', { count: rest.count }), ...rest.measures }] : []),
      { label: text('report.by.total'), ...together(by[dimension]) },
    ]
    return [
      subheading(text(`report.by.${dimension}`)),
      ...(dimension === 'place' ? [note(text('report.by.place.note'))] : []),
      table({
        head: [`${dimension}.column`, 'received', ...SPLIT_RATES, 'unreachable'].map(name =>
          text(`report.by.${name}`),
        ),
        rows: lines.map(row => [
          row.label,
          String(row.received),
          ...SPLIT_RATES.map(name => share(row[name])),
          String(row.unreachable),
        ]),
        shares: [5, 2, 2.6, 2.6, 2, 2, 2.2],
      }),
    ]
  })
}

/** The charts as pictures, the numbers of each beneath. */
export async function chartsAnnex(figures: QuarterFigures): Promise<Content[]> {
  const drawn: Content[] = []
  for (const chart of reportCharts(figures)) drawn.push(...(await chartContent(chart)))
  return drawn
}

async function chartContent(chart: ReportChart): Promise<Content[]> {
  const { name, title, table: numbers } = chart
  const { png, width, height } = await pictureOf(await drawChart(chart))
  const shownWidth = 580
  return [
    subheading(title),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: loose,
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: shownWidth, height: Math.round((shownWidth * height) / width) },
          altText: { name: title, title, description: text('chart.alt', { title }) },
        }),
      ],
    }),
    ...(hasText(`chart.${name}.note`) ? [note(text(`chart.${name}.note`))] : []),
    table({
      head: numbers.columns,
      rows: numbers.rows,
      shares: numbers.columns.map((_, index) => (index === 0 ? 3 : 1.4)),
    }),
  ]
}

/** What each figure means, so that nobody computes it differently. */
export function definitionsAnnex({ definitions }: QuarterFigures): Content[] {
  return definitions.map(({ label, definition }) => paragraph(`${label}：${definition}`))
}
