import { incidentPage, retryIncident, type Parts } from '../../runtime/index.js'
import { idCursor, readCursor } from '../forms/cursor.js'
import { idOf } from '../forms/id.js'
import { actorOf } from '../middleware/require-role.js'
import { incidentsPage, type IncidentsModel } from '../pages/admin-incidents.js'
import { rightsModel, type RightsModel } from '../pages/rights.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/incidents': IncidentsModel
    'admin/rights': RightsModel
  }
}

/** The administrator's pages: to look at, and to try again what failed. */
export function adminRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.rights, 'rights.see', (_request, response) => {
      response.page('admin/rights', rightsModel())
    })

    route(routes, 'get', paths.incidents, 'incident.retry', async (request, response) => {
      const open = request.query.show !== 'all'
      const after = readCursor(idCursor, request.query.after)?.id ?? null
      response.page(
        'admin/incidents',
        incidentsPage(await incidentPage(parts, actorOf(request), { open, after }), open),
      )
    })

    route(routes, 'post', paths.retryIncident, 'incident.retry', async (request, response) => {
      await retryIncident(parts, actorOf(request), idOf(request.params.id))
      response.flash('done', 'admin.incidents.retried')
      response.redirect(303, paths.incidents)
    })
  }
}
