import type { Request, Response } from 'express'
import type { Config } from '../../config.js'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import {
  changePassword,
  confirmFactor,
  endOwnSession,
  offerFactor,
  ownAccount,
  provePassword,
  removeFactor,
  type Parts,
} from '../../runtime/index.js'
import { readCode, readPasswords } from '../forms/password-form.js'
import { typedNumber, wasSent } from '../forms/typed.js'
import { actorOf } from '../middleware/require-role.js'
import type { Sessions } from '../middleware/session.js'
import { ownAccountPage } from '../pages/own-account.js'
import { codeField, currentPassword, recoveryPage, stepPage } from '../pages/step.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

type Errors = Readonly<Record<string, string>>

/** 我的账号: one's own password, second factor and sessions. What changes how one gets in begins a new session. */
export function accountRoutes(parts: Parts, config: Pick<Config, 'secret' | 'officeName'>) {
  const show = async (request: Request, response: Response, errors: Errors = {}) => {
    const own = await ownAccount(parts, actorOf(request).accountId, request.visitorId)
    response.page('account/own', ownAccountPage(own, errors))
  }
  const showFactor = async (request: Request, response: Response, errors: Errors = {}) => {
    const { accountId } = actorOf(request)
    response.page(
      'account/step',
      await stepPage({
        title: text('own.factor.start'),
        what: text('own.factor.what'),
        action: paths.accountFactor,
        fields: [codeField(errors), currentPassword(errors)],
        submit: text('factor.confirm'),
        offer: await offerFactor(parts, config.secret, { accountId, issuer: config.officeName }),
      }),
    )
  }
  const returned =
    (again: typeof show, act: (request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response) => {
      try {
        await act(request, response)
      } catch (error) {
        if (!(error instanceof InvalidAnswersProblem)) throw error
        response.status(422)
        await again(request, response, error.fields)
      }
    }

  return (routes: Routes, sessions: Sessions): void => {
    route(routes, 'get', paths.account, 'signedIn', (request, response) => show(request, response))

    route(
      routes,
      'post',
      paths.accountPassword,
      'signedIn',
      returned(show, async (request, response) => {
        const actor = actorOf(request)
        await changePassword(parts, actor.accountId, {
          ...readPasswords(request.body),
          here: request.visitorId,
        })
        await sessions.start(request, response, actor)
        response.flash('done', 'password.changed')
        response.redirect(303, paths.account)
      }),
    )

    route(routes, 'get', paths.accountFactor, 'signedIn', (request, response) =>
      showFactor(request, response),
    )

    route(
      routes,
      'post',
      paths.accountFactor,
      'signedIn',
      returned(showFactor, async (request, response) => {
        const actor = actorOf(request)
        await provePassword(parts, actor.accountId, readPasswords(request.body).current)
        const codes = await confirmFactor(parts, config.secret, {
          accountId: actor.accountId,
          code: readCode(request.body),
          here: request.visitorId,
        })
        await sessions.start(request, response, actor)
        response.page('account/recovery', recoveryPage(codes))
      }),
    )

    route(
      routes,
      'post',
      paths.accountFactorRemove,
      'signedIn',
      returned(show, async (request, response) => {
        const actor = actorOf(request)
        await removeFactor(parts, config.secret, {
          accountId: actor.accountId,
          code: readCode(request.body),
        })
        await sessions.start(request, response, actor)
        response.flash('done', 'factor.removed')
        response.redirect(303, paths.account)
      }),
    )

    route(routes, 'post', paths.accountSessionEnd, 'signedIn', async (request, response) => {
      const { accountId } = actorOf(request)
      const one = wasSent(request.body, 'id')
      await endOwnSession(
        parts,
        accountId,
        one ? { id: typedNumber(request.body, 'id') } : { butThis: request.visitorId },
      )
      response.flash('done', one ? 'own.session.ended' : 'own.session.othersEnded')
      response.redirect(303, paths.account)
    })
  }
}
