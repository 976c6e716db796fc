import type { Request, Response } from 'express'
import type { Actor } from '../../casework/actor.js'
import { InvalidAnswersProblem, Problem } from '../../casework/problem.js'
import {
  casePage,
  holdCase,
  liftHold,
  retentionPage,
  type HoldAsked,
  type Parts,
} from '../../runtime/index.js'
import { typed } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { caseModel } from '../pages/case.js'
import { faultOf } from '../pages/fault.js'
import { retentionModel } from '../pages/retention.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** 保存期限, and 暂不清除 of a case. */
export function retentionRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.retention, 'retention.see', async (request, response) => {
      const actor = actorOf(request)
      response.page('admin/retention', retentionModel(await retentionPage(parts, actor), actor))
    })

    route(routes, 'post', paths.caseHold, 'case.hold', (request, response) =>
      holding(request, response, holdCase, 'retention.hold.done'),
    )

    route(routes, 'post', paths.caseHoldLift, 'case.hold', (request, response) =>
      holding(request, response, liftHold, 'retention.hold.lifted'),
    )
  }

  /** Does it and goes back to the case; what was refused is told where it was asked, with what was typed. */
  async function holding(
    request: Request<{ number: string }>,
    response: Response,
    work: (parts: Parts, actor: Actor, asked: HoldAsked) => Promise<void>,
    done: string,
  ): Promise<void> {
    const actor = actorOf(request)
    const { number } = request.params
    await casePage(parts, actor, number) // only about a case that this person may see
    const reason = typed(request.body, 'holdReason')
    try {
      await work(parts, actor, { number, reason })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const problem =
        error instanceof InvalidAnswersProblem ? Object.values(error.fields).join('') : error.message
      const page = caseModel(await casePage(parts, actor, number), actor, {
        hold: { typed: reason, problem },
      })
      response.status(faultOf(error).status).page('cases/case', page)
      return
    }
    response.flash('done', done)
    response.redirect(303, pathTo(paths.case, { number }))
  }
}
