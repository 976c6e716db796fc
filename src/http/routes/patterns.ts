import type { Request, Response } from 'express'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import { intakeChoices, patterns, watchRecurrences, type Parts } from '../../runtime/index.js'
import { readLedgerQuery } from '../forms/ledger-query.js'
import { typed } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { patternsPage } from '../pages/patterns.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** 反复出现的问题. */
export function patternsRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.patterns, 'signedIn', (request, response) => show(request, response))

    route(routes, 'post', paths.patternMonths, { roles: ['supervisor'] }, async (request, response) => {
      const values = { months: typed(request.body, 'months'), reason: typed(request.body, 'reason') }
      try {
        await watchRecurrences(parts, actorOf(request), values)
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        response.status(422)
        await show(request, response, { values, errors: error.fields })
        return
      }
      response.flash('done', 'pattern.months.done')
      response.redirect(303, paths.patterns)
    })
  }

  async function show(
    request: Request,
    response: Response,
    form?: { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> },
  ): Promise<void> {
    const actor = actorOf(request)
    const { from, to, department } = readLedgerQuery(request.query)
    const found = await patterns(parts, actor, { from, to, leadId: department })
    const { departments } = await intakeChoices(parts)
    const page = patternsPage(
      actor,
      { from, to, department },
      { found, departments, ...(form && { typed: form }) },
    )
    response.page('patterns/list', page)
  }
}
