import { watch, type Parts } from '../../runtime/index.js'
import { idOf } from '../forms/id.js'
import { heatState, watchPage, type WatchModel } from '../pages/watch-board.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'watch/board': WatchModel
  }
}

const supervisors = { roles: ['supervisor'] } as const

/** 督办看板. Pressing is the case's own route: it comes back here. */
export function watchRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.watch, supervisors, async (_request, response) => {
      response.page('watch/board', watchPage(await watch(parts)))
    })

    route(routes, 'get', paths.watchHeat, supervisors, async (request, response) => {
      response.json(heatState(await watch(parts), idOf(request.params.id)))
    })
  }
}
