import { intakeChoices, patterns, type Parts } from '../../runtime/index.js'
import { readLedgerQuery } from '../forms/ledger-query.js'
import { actorOf } from '../middleware/require-role.js'
import { patternsPage } from '../pages/patterns.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** 反复出现的问题. */
export function patternsRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.patterns, 'case.see', async (request, response) => {
      const actor = actorOf(request)
      const { from, to, department } = readLedgerQuery(request.query)
      const found = await patterns(parts, actor, { from, to, leadId: department })
      const { departments } = await intakeChoices(parts)
      response.page('patterns/list', patternsPage(actor, { from, to, department }, { found, departments }))
    })
  }
}
