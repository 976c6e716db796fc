import { BarChart, BoxplotChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ReportChart } from './report-charts.js'

use([BarChart, BoxplotChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** How wide a chart is drawn: for a desk and for paper, or for a telephone. */
const widths = { wide: 760, narrow: 328 } as const

/** A chart as a picture in SVG; its words are text, in the fonts of whoever looks at it. */
export function drawChart(
  { option, table, name }: Pick<ReportChart, 'option' | 'table' | 'name'>,
  size: keyof typeof widths = 'wide',
): string {
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: widths[size],
    height: heightOf(name, table.rows.length),
  })
  try {
    chart.setOption(option)
    return withoutStyles(chart.renderToSVGString())
  } finally {
    chart.dispose()
  }
}

/** Lying bars and boxes need their room each. */
function heightOf(name: ReportChart['name'], rows: number): number {
  const lying = name === 'steps' || name === 'places' || name === 'recurrences'
  return lying ? Math.max(140, 52 + 34 * rows) : 340
}

/** Styles as attributes, and no rules for a mouse that never comes: the picture keeps to any policy on styles. */
function withoutStyles(svg: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, rules: string) =>
      rules
        .split(';')
        .filter(rule => rule.includes(':'))
        .map(rule => ` ${rule.replace(/^\s*([\w-]+)\s*:\s*(.*)$/, '$1="$2"')}`)
        .join(''),
    )
}
