/** Charts of the quarter's report: from its figures to an option of ECharts, a picture in SVG, a picture in PNG. */
export { drawChart } from './draw.js'
export { pictureOf } from './picture.js'
export type { Picture } from './picture.js'
export { REPORT_CHARTS, reportCharts } from './report-charts.js'
export type { ReportChart, ReportChartName } from './report-charts.js'
