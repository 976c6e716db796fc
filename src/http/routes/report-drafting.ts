import { SECTIONS } from '../../casework/report/draft-text.js'
import { parseQuarter } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import { chooseExamples, examplesPage, recount, settleSection, type Parts } from '../../runtime/index.js'
import { typed, typedAll } from '../forms/typed.js'
import { PageNotFoundError } from '../http-error.js'
import { actorOf } from '../middleware/require-role.js'
import { reportExamplesPage, type ReportExamplesModel } from '../pages/report-examples.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'reports/examples': ReportExamplesModel
  }
}

/** What who writes the draft of a report does besides its form. */
export function reportDraftingRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'post', paths.reportRecount, 'report.draft', async (request, response) => {
      const quarter = quarterIn(request.params.quarter)
      await recount(parts, actorOf(request), quarter)
      response.flash('done', 'report.recounted')
      response.redirect(303, pathTo(paths.reportOf, { quarter }))
    })

    route(routes, 'post', paths.reportSection, 'report.draft', async (request, response) => {
      const quarter = quarterIn(request.params.quarter)
      const section = SECTIONS.find(one => one === request.params.section)
      if (!section) throw new PageNotFoundError()
      const choice = typed(request.body, 'choice') === 'drafted' ? 'drafted' : 'own'
      await settleSection(parts, actorOf(request), quarter, { section, choice })
      response.flash('done', `report.settled.${choice}`, { section: text(`draft.${section}.heading`) })
      response.redirect(303, pathTo(paths.reportOf, { quarter }))
    })

    route(routes, 'get', paths.reportExamples, 'report.draft', async (request, response) => {
      const page = await examplesPage(parts, actorOf(request), request.params.quarter)
      response.page('reports/examples', reportExamplesPage(page))
    })

    route(routes, 'post', paths.reportExamples, 'report.draft', async (request, response) => {
      const quarter = quarterIn(request.params.quarter)
      const chosen = typedAll(request.body, 'case').filter(id => /^\d{1,9}$/.test(id))
      await chooseExamples(parts, actorOf(request), quarter, chosen.map(Number))
      response.flash('done', 'report.examples.saved')
      response.redirect(303, pathTo(paths.reportOf, { quarter }))
    })
  }
}

function quarterIn(typedQuarter: string): string {
  const quarter = parseQuarter(typedQuarter)
  if (quarter === null) throw new PageNotFoundError()
  return quarter
}
