import { handbook, type Parts } from '../../runtime/index.js'
import { idOf } from '../forms/id.js'
import { handbookModel, type HandbookModel } from '../pages/processes/handbook.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'processes/handbook': HandbookModel
  }
}

/** 办理手册, for everybody who works by it. */
export function handbookRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.handbook, 'signedIn', async (request, response) => {
      response.page('processes/handbook', handbookModel(await handbook(parts, idOf(request.params.id))))
    })
  }
}
