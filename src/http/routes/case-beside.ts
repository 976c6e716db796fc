import type { Request, Response } from 'express'
import type { Actor } from '../../casework/actor.js'
import { InvalidAnswersProblem, NotFoundProblem, Problem } from '../../casework/problem.js'
import {
  answerAssistance,
  askAssistance,
  casePage,
  linkCases,
  mergeCase,
  nameSubject,
  recordTalk,
  reopenCase,
  unlinkCases,
  unmergeCase,
  type Parts,
} from '../../runtime/index.js'
import { text } from '../../catalogue/index.js'
import type { Config } from '../../config.js'
import { idOf } from '../forms/id.js'
import { typed, typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { caseModel } from '../pages/case.js'
import type { BesideForm } from '../pages/case-beside.js'
import { guidanceHref, guidanceSlip } from '../pages/guidance-slip.js'
import { faultOf } from '../pages/fault.js'
import { transferHref, transferSlip } from '../pages/transfer-slip.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/** What is done about a case beside its procedure: 并单, 关联, 协办, 谈话记录, 被反映人, 重新办理. */
export function caseBesideRoutes(parts: Parts, { officeName }: Pick<Config, 'officeName'>) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.caseGuidance, 'case.print', async (request, response) => {
      const page = await casePage(parts, actorOf(request), request.params.number)
      if (guidanceHref(page) === null) throw new NotFoundProblem(text('runtime.guidance'))
      response.page('cases/guidance', guidanceSlip(page, officeName))
    })

    route(routes, 'get', paths.caseTransfer, 'case.transfer', async (request, response) => {
      const actor = actorOf(request)
      const page = await casePage(parts, actor, request.params.number)
      if (transferHref(page, actor) === null) throw new NotFoundProblem(text('runtime.transfer'))
      response.page('cases/transfer', transferSlip(page, officeName))
    })

    route(routes, 'post', paths.caseTogether, 'case.pair', async (request, response) => {
      const { number } = request.params
      const body: unknown = request.body
      const other = typed(body, 'other').slice(0, 40)
      const act = actOf(typed(body, 'act'))
      await doing(request, response, 'pair', act, actor => {
        const reason = typed(body, 'reason').slice(0, 500)
        if (act === 'merge') return mergeCase(parts, actor, { number, into: other, reason })
        if (act === 'unmerge') return unmergeCase(parts, actor, { number, reason })
        return (act === 'link' ? linkCases : unlinkCases)(parts, actor, { number, other })
      })
    })

    route(routes, 'post', paths.caseAssistance, 'assistance.ask', async (request, response) => {
      const body: unknown = request.body
      const asked = { departmentId: typedNumber(body, 'department'), request: typed(body, 'request') }
      await doing(request, response, 'assist', 'assist', actor =>
        askAssistance(parts, actor, { number: request.params.number, ...asked }),
      )
    })

    route(routes, 'post', paths.assistanceAnswer, 'assistance.answer', async (request, response) => {
      const { number } = request.params
      const id = idOf(request.params.id)
      await doing(request, response, `answer-${id}`, 'answer', actor =>
        answerAssistance(parts, actor, { number, id, answer: typed(request.body, 'answer') }),
      )
    })

    route(routes, 'post', paths.caseTalks, 'case.talk', async (request, response) => {
      const body: unknown = request.body
      const talk = { with: typed(body, 'with'), how: typed(body, 'how'), words: typed(body, 'words') }
      await doing(request, response, 'talk', 'talk', actor =>
        recordTalk(parts, actor, { number: request.params.number, ...talk }),
      )
    })

    route(routes, 'post', paths.caseSubject, 'case.subject', async (request, response) => {
      const body: unknown = request.body
      const named = { accountId: typedNumber(body, 'person'), reason: typed(body, 'reason') }
      await doing(request, response, 'subject', 'subject', actor =>
        nameSubject(parts, actor, { number: request.params.number, ...named }),
      )
    })

    route(routes, 'post', paths.caseReopen, 'case.reopen', async (request, response) => {
      await doing(request, response, 'reopen', 'reopen', actor =>
        reopenCase(parts, actor, { number: request.params.number, reason: typed(request.body, 'reason') }),
      )
    })
  }

  /** Does it and goes back to the case; what was refused is told where it was asked, with all that was typed. */
  async function doing(
    request: Request<{ number: string }>,
    response: Response,
    form: BesideForm,
    done: string,
    work: (actor: Actor) => Promise<void>,
  ): Promise<void> {
    const actor = actorOf(request)
    const { number } = request.params
    await casePage(parts, actor, number) // only about a case that this person may see
    try {
      await work(actor)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const problem =
        error instanceof InvalidAnswersProblem ? Object.values(error.fields).join('') : error.message
      const beside = { form, problem, typed: (name: string) => typed(request.body, name) }
      const page = caseModel(await casePage(parts, actor, number), actor, { beside })
      response.status(faultOf(error).status).page('cases/case', page)
      return
    }
    response.flash('done', `beside.${done}.done`)
    response.redirect(303, pathTo(paths.case, { number }))
  }
}

type PairAct = 'merge' | 'unmerge' | 'link' | 'unlink'

function actOf(word: string): PairAct {
  return word === 'merge' || word === 'unmerge' || word === 'unlink' ? word : 'link'
}
