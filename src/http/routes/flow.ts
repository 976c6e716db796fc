import { localDateOf } from '../../calendar/index.js'
import { flow, type Parts } from '../../runtime/index.js'
import { readFlowQuery } from '../forms/flow-query.js'
import { PageNotFoundError } from '../http-error.js'
import { actorOf } from '../middleware/require-role.js'
import { flowPage, flowState, type FlowModel } from '../pages/flow.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'flow/flow': FlowModel
  }
}

/** 流程分析: what each node did and took in a period, and where cases went back. */
export function flowRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.flow, 'flow.see', async (request, response) => {
      const today = localDateOf(parts.clock.now())
      const query = readFlowQuery(request.query, today)
      const page = await flow(parts, actorOf(request), [
        query.period,
        ...(query.against === null ? [] : [query.against]),
      ])
      response.page('flow/flow', flowPage(query, page, today))
    })

    route(routes, 'get', paths.flowState, 'flow.see', async (request, response) => {
      const { period } = readFlowQuery(request.query, localDateOf(parts.clock.now()))
      const page = await flow(parts, actorOf(request), [period])
      if (page === null) throw new PageNotFoundError()
      response.json(flowState(page))
    })
  }
}
