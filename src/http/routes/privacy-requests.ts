import type { Request, Response } from 'express'
import { z } from 'zod'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import {
  askAboutOwnData,
  correctInPerson,
  decidePrivacyRequest,
  personOfCase,
  privacyRequestPage,
  privacyRequests,
  type Parts,
} from '../../runtime/index.js'
import { readCursor } from '../forms/cursor.js'
import { idOf } from '../forms/id.js'
import { readCorrected, readPrivacyDecision } from '../forms/privacy-form.js'
import { typed, typedNumber } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import { casePersonPage, type ReturnedPerson } from '../pages/case-person.js'
import { privacyRequestPageModel } from '../pages/privacy-request.js'
import { privacyRequestsPage } from '../pages/privacy-requests.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

const openCursor = z.object({ dueOn: z.iso.date(), id: z.int().positive() })

/** 个人信息申请: the list and the decision for the office, and what the window does for who comes in person. */
export function privacyRequestsRoutes(parts: Parts) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.privacyRequests, 'privacy.record', async (request, response) => {
      const actor = actorOf(request)
      const open = readCursor(openCursor, request.query.open)
      const decided = typedNumber(request.query, 'decided') || null
      const list = await privacyRequests(parts, actor, { open, decided })
      response.page('privacy/list', privacyRequestsPage(actor, list, open !== null || decided !== null))
    })

    route(routes, 'get', paths.privacyRequest, 'privacy.decide', async (request, response) => {
      const page = await privacyRequestPage(parts, actorOf(request), idOf(request.params.id))
      response.page('privacy/request', privacyRequestPageModel(page))
    })

    route(routes, 'post', paths.privacyRequest, 'privacy.decide', async (request, response) => {
      const actor = actorOf(request)
      const id = idOf(request.params.id)
      const values = readPrivacyDecision(request.body)
      try {
        const { erased } = await decidePrivacyRequest(parts, actor, { id, ...values })
        response.flash('done', erased ? 'privacy.decided.erased' : 'privacy.decided')
        response.redirect(303, paths.privacyRequests)
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        const page = await privacyRequestPage(parts, actor, id)
        const returned = { values: { ...values }, errors: error.fields }
        response.status(422).page('privacy/request', privacyRequestPageModel(page, returned))
      }
    })

    route(routes, 'get', paths.casePerson, 'privacy.record', async (request, response) => {
      const { number } = request.params
      response.page('cases/person', casePersonPage(await personOfCase(parts, actorOf(request), number)))
    })

    route(routes, 'post', paths.casePersonCorrect, 'privacy.record', async (request, response) => {
      const actor = actorOf(request)
      const { number } = request.params
      const values = { ...readCorrected(request.body), proof: typed(request.body, 'proof') }
      await doing(request, response, { form: 'correct', values }, () =>
        correctInPerson(parts, actor, { number, ...values }),
      )
    })

    route(routes, 'post', paths.casePersonAsk, 'privacy.record', async (request, response) => {
      const actor = actorOf(request)
      const { number } = request.params
      const body: unknown = request.body
      const [kind, channel, words] = [typed(body, 'kind'), typed(body, 'channel'), typed(body, 'words')]
      const values = { kind, channel, words: words.slice(0, 2000) }
      await doing(request, response, { form: 'ask', values }, () =>
        askAboutOwnData(parts, { number, asked: values, by: { actor, channel } }),
      )
    })
  }

  /** Does it and goes back to the person; what was refused comes back with all that was typed. */
  async function doing(
    request: Request<{ number: string }>,
    response: Response,
    { form, values }: Pick<ReturnedPerson, 'form' | 'values'>,
    work: () => Promise<void>,
  ): Promise<void> {
    const { number } = request.params
    try {
      await work()
    } catch (error) {
      if (!(error instanceof InvalidAnswersProblem)) throw error
      const page = await personOfCase(parts, actorOf(request), number)
      const returned = { form, values, errors: error.fields }
      response.status(422).page('cases/person', casePersonPage(page, returned))
      return
    }
    response.flash('done', form === 'correct' ? 'privacy.corrected' : 'privacy.written')
    response.redirect(303, pathTo(paths.casePerson, { number }))
  }
}
