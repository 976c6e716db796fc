import type { RequestHandler } from 'express'
import type { Actor } from '../../casework/actor.js'
import { CannotExtendProblem, CannotPauseProblem, InvalidAnswersProblem } from '../../casework/problem.js'
import type { Config } from '../../config.js'
import {
  casePage,
  deadlineProof,
  fileInterimReply,
  pauseDeadlines,
  promiseProof,
  prolongPause,
  resumeDeadlines,
  type Parts,
} from '../../runtime/index.js'
import type { CaseAccess } from '../case-access.js'
import { idOf } from '../forms/id.js'
import { readInterim, readPause } from '../forms/time-form.js'
import { actorOf } from '../middleware/require-role.js'
import { proofPage } from '../pages/deadline-proof.js'
import { timeChangePage, type TimeChange } from '../pages/time-change.js'
import { paths, pathTo } from '../paths.js'
import { route, type Routes } from '../route-table.js'

type OfCase = RequestHandler<{ number: string }>

/** What changes the time of a case, and 期限计算说明 for staff and for the citizen. */
export function deadlinesRoutes(
  parts: Parts,
  access: CaseAccess,
  { officeName }: Pick<Config, 'officeName'>,
) {
  return (routes: Routes): void => {
    route(routes, 'get', paths.casePause, 'deadline.pause', show('pause'))
    route(routes, 'post', paths.casePause, 'deadline.pause', change('pause', readPause, pauseDeadlines))
    route(routes, 'get', paths.caseProlong, 'deadline.pause', show('prolong'))
    route(routes, 'post', paths.caseProlong, 'deadline.pause', change('prolong', readPause, prolongPause))
    route(routes, 'get', paths.caseResume, 'deadline.pause', show('resume'))
    route(routes, 'post', paths.caseResume, 'deadline.pause', change('resume', readPause, resumeDeadlines))
    route(routes, 'get', paths.caseInterimReply, 'deadline.reply', show('interim'))
    route(
      routes,
      'post',
      paths.caseInterimReply,
      'deadline.reply',
      change('interim', readInterim, fileInterimReply),
    )

    route(routes, 'get', paths.deadlineProof, 'case.see', async (request, response) => {
      const { number, id } = request.params
      const proof = await deadlineProof(parts, actorOf(request), { number, id: idOf(id) })
      response.page('deadlines/proof', proofPage(proof, { officeName, reader: 'staff' }))
    })

    route(routes, 'get', paths.trackProof, 'public', async (request, response) => {
      const { number, id } = request.params
      const key = access.keyOf(request, number)
      if (!key) {
        response.redirect(303, `${paths.track}?number=${encodeURIComponent(number)}`)
        return
      }
      const proof = await promiseProof(parts, key, idOf(id))
      response.page('deadlines/proof', proofPage(proof, { officeName, reader: 'citizen' }))
    })
  }

  function show(what: TimeChange): OfCase {
    return async (request, response) => {
      const page = await casePage(parts, actorOf(request), request.params.number)
      response.page('deadlines/change', timeChangePage(what, page))
    }
  }

  /** Does it and goes back to the case; what was refused comes back with all that was typed. */
  function change<Form extends Readonly<Record<string, string>>>(
    what: TimeChange,
    read: (body: unknown) => Form,
    act: (parts: Parts, actor: Actor, request: Form & { readonly number: string }) => Promise<void>,
  ): OfCase {
    return async (request, response) => {
      const actor = actorOf(request)
      const { number } = request.params
      await casePage(parts, actor, number) // only on a case that this person may see
      const form = read(request.body)
      try {
        await act(parts, actor, { ...form, number })
      } catch (error) {
        const wrong = wrongOf(error)
        const page = await casePage(parts, actor, number)
        response.status(422).page('deadlines/change', timeChangePage(what, page, { values: form, ...wrong }))
        return
      }
      response.flash('done', `time.${what}.done`, { number })
      response.redirect(303, `${pathTo(paths.case, { number })}#deadlines`)
    }
  }
}

/** What is wrong, field by field or as a whole; whatever else happened is somebody else's to tell. */
function wrongOf(error: unknown): {
  readonly errors: Readonly<Record<string, string>>
  readonly problem: string | null
} {
  if (error instanceof InvalidAnswersProblem) return { errors: error.fields, problem: null }
  if (error instanceof CannotPauseProblem || error instanceof CannotExtendProblem)
    return { errors: {}, problem: error.message }
  throw error
}
