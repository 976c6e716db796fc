import type { drawChart as draw } from './draw.js'
import type { pictureOf as picture } from './picture.js'

/*
 * Charts of the quarter's report: from its figures to an option of ECharts, a picture in SVG, a picture in PNG. What draws
 * is loaded with the first chart: most starts of the program draw none.
 */
export async function drawChart(...chart: Parameters<typeof draw>): Promise<string> {
  return (await import('./draw.js')).drawChart(...chart)
}
export const pictureOf: typeof picture = async svg => (await import('./picture.js')).pictureOf(svg)
export type { Picture } from './picture.js'
export { REPORT_CHARTS, reportCharts } from './report-charts.js'
export type { ReportChart, ReportChartName } from './report-charts.js'
