import { parseQuarter, quarterLabel } from '../../casework/quarter.js'
import { beginReport, figurePage, reportList, reportPage, type Parts } from '../../runtime/index.js'
import { drawChart, reportCharts } from '../../charts/index.js'
import { readFigureQuery, versionOf } from '../forms/figure-query.js'
import { PageNotFoundError } from '../http-error.js'
import { actorOf } from '../middleware/require-role.js'
import { reportCasesPage, type ReportCasesModel } from '../pages/report-cases.js'
import { reportListPage, type ReportListModel } from '../pages/report-list.js'
import { reportModel, type ReportModel } from '../pages/report.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'reports/list': ReportListModel
    'reports/report': ReportModel
    'reports/cases': ReportCasesModel
  }
}

/** Cases on one page of a figure. */
const pageSize = 50

/** The quarters, the report of each, and beginning one by hand. */
export function reportsRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.reports, 'report.see', async (request, response) => {
      const actor = actorOf(request)
      const list = await reportList(parts, actor)
      response.page('reports/list', reportListPage(actor, list, parts.clock.now()))
    })

    route(routes, 'get', paths.reportOf, 'report.see', async (request, response) => {
      const actor = actorOf(request)
      const version = versionOf(request.query)
      const page = await reportPage(parts, actor, request.params.quarter, version)
      response.page('reports/report', reportModel(page, { actor, now: parts.clock.now(), version }))
    })

    route(routes, 'get', paths.reportCases, 'report.see', async (request, response) => {
      const query = readFigureQuery(request.query)
      const asked = { ...query, quarter: request.params.quarter, limit: pageSize }
      response.page('reports/cases', reportCasesPage(await figurePage(parts, actorOf(request), asked), query))
    })

    route(routes, 'get', paths.reportChart, 'report.see', async (request, response) => {
      const { quarter, name } = request.params
      const { figures } = await reportPage(parts, actorOf(request), quarter, versionOf(request.query))
      const [, plain, narrow] = /^(.*?)(-narrow)?$/.exec(name) ?? []
      const chart = reportCharts(figures).find(one => one.name === plain)
      if (!chart) throw new PageNotFoundError()
      response
        .type('image/svg+xml')
        .set('Cache-Control', 'private, no-cache')
        .send(await drawChart(chart, narrow ? 'narrow' : 'wide'))
    })

    route(routes, 'post', paths.reportOf, 'report.begin', async (request, response) => {
      const actor = actorOf(request)
      const quarter = parseQuarter(request.params.quarter)
      const { running } = await reportList(parts, actor)
      if (quarter === null || quarter > running) throw new PageNotFoundError()
      if (quarter === running) {
        response.flash('problem', 'reports.begin.running', { quarter: quarterLabel(quarter) })
      } else {
        await beginReport(parts, actor, quarter)
        response.flash('done', 'reports.begun', { quarter: quarterLabel(quarter) })
      }
      response.redirect(303, pathTo(paths.reportOf, { quarter }))
    })
  }
}
