import type { Request, Response } from 'express'
import { DefinitionRefusedProblem, DraftChangedProblem } from '../../casework/diagram-problem.js'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import {
  decideProposal,
  deployDraft,
  deploymentPage,
  proposeDraft,
  type Decision,
  type Parts,
} from '../../runtime/index.js'
import { typed, typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { deployModel, type DeployModel, type Retyped } from '../pages/processes/deploy.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

declare module '../render.js' {
  interface Pages {
    'admin/deploy': DeployModel
  }
}

/** 发布: a page of its own, with all that should be known before; never a side effect of saving. */
export function processDeployRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.processDeploy, 'process.change', async (request, response) => {
      await show(request, response, request.params.key)
    })

    route(routes, 'post', paths.processDeploy, 'process.change', async (request, response) => {
      const { key } = request.params
      const reason = typed(request.body, 'reason')
      const warningsRead = typed(request.body, 'warningsRead') === 'yes'
      const revision = typedNumber(request.body, 'revision')
      const actor = actorOf(request)
      try {
        const { fourEyes } = await deploymentPage(parts, actorOf(request), key)
        if (fourEyes) {
          await proposeDraft(parts, actor, { key, revision, reason, warningsRead })
          response.flash('done', 'deploy.proposed')
          response.redirect(303, pathTo(paths.processDeploy, { key }))
        } else {
          const stored = await deployDraft(parts, actor, { key, revision, reason, warningsRead })
          response.flash('done', 'deploy.done', { version: stored.version })
          response.redirect(303, pathTo(paths.process, { id: stored.id }))
        }
      } catch (error) {
        const again = retyped(error)
        if (!again) throw error
        response.status(again.status)
        await show(request, response, key, { reason, warningsRead, ...again.retyped })
      }
    })

    route(routes, 'post', paths.processDecide, 'process.change', async (request, response) => {
      const { key } = request.params
      const reason = typed(request.body, 'reason')
      const decision = decisionOf(request.body)
      try {
        const made = await decideProposal(parts, actorOf(request), { key, decision, reason })
        if (made) response.flash('done', 'deploy.done', { version: made.version })
        else response.flash('done', decision === 'return' ? 'deploy.returned' : 'deploy.withdrawn')
        const to = made ? pathTo(paths.process, { id: made.id }) : pathTo(paths.processDeploy, { key })
        response.redirect(303, to)
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        response.status(422)
        await show(request, response, key, { reason, warningsRead: false, errors: error.fields })
      }
    })
  }

  async function show(request: Request, response: Response, key: string, again?: Retyped): Promise<void> {
    response.page(
      'admin/deploy',
      deployModel(await deploymentPage(parts, actorOf(request), key), actorOf(request), again),
    )
  }
}

/** What is not done is said on the page, with what was typed; any other fault has its own page. */
function retyped(
  error: unknown,
): { readonly status: number; readonly retyped: Pick<Retyped, 'errors' | 'notice'> } | null {
  if (error instanceof InvalidAnswersProblem) return { status: 422, retyped: { errors: error.fields } }
  if (error instanceof DraftChangedProblem)
    return { status: 409, retyped: { errors: {}, notice: text('deploy.stale') } }
  // the problems are listed on the page
  if (error instanceof DefinitionRefusedProblem)
    return { status: 422, retyped: { errors: {}, notice: error.message } }
  return null
}

// what is neither is taken for a return without its reason, which does nothing
function decisionOf(body: unknown): Decision['decision'] {
  const said = typed(body, 'decision')
  return said === 'approve' || said === 'withdraw' ? said : 'return'
}
