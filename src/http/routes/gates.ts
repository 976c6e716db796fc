import type { Request, Response } from 'express'
import type { Config } from '../../config.js'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { changePassword, confirmFactor, offerFactor, proveFactor } from '../../runtime/index.js'
import type { Gate, Parts } from '../../runtime/index.js'
import { readCode, readPasswords } from '../forms/password-form.js'
import { typed } from '../forms/typed.js'
import type { Sessions } from '../middleware/session.js'
import { codeField, passwordFields, recoveryPage, stepPage } from '../pages/step.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'

type Errors = Readonly<Record<string, string>>

const gatePaths = {
  code: paths.gateCode,
  password: paths.gatePassword,
  factor: paths.gateFactor,
} as const satisfies Record<Gate, string>

/** Where somebody has to go who has shown a password, and comes from there to `next`. */
export function gatePath(gate: Gate, next: string): string {
  return `${gatePaths[gate]}?next=${encodeURIComponent(next)}`
}

/**
 * What stands between the password and the pages. Open to all, because who stands before a gate is nobody yet; who
 * stands before none is sent to the sign-in. Each gate that is passed begins a new session.
 */
export function gateRoutes(parts: Parts, config: Pick<Config, 'secret' | 'officeName'>) {
  const pages: Record<
    Gate,
    (errors: Errors, next: string, accountId: number) => ReturnType<typeof stepPage>
  > = {
    code: (errors, next) =>
      stepPage({
        ...words('code'),
        fields: [codeField(errors)],
        submit: text('gate.code.submit'),
        ...rest(next),
      }),
    password: (errors, next) =>
      stepPage({
        ...words('password'),
        fields: passwordFields(errors, { current: true }),
        submit: text('password.save'),
        ...rest(next),
      }),
    factor: async (errors, next, accountId) =>
      stepPage({
        ...words('factor'),
        fields: [codeField(errors)],
        submit: text('factor.confirm'),
        offer: await offerFactor(parts, config.secret, { accountId, issuer: config.officeName }),
        ...rest(next),
      }),
  }
  const pass: Record<Gate, (request: Request, accountId: number) => Promise<readonly string[] | null>> = {
    async code(request, accountId) {
      await proveFactor(parts, config.secret, { accountId, code: readCode(request.body) })
      return null
    },
    async password(request, accountId) {
      await changePassword(parts, accountId, { ...readPasswords(request.body), here: request.visitorId })
      return null
    },
    factor: (request, accountId) =>
      confirmFactor(parts, config.secret, {
        accountId,
        code: readCode(request.body),
        here: request.visitorId,
      }),
  }

  return (routes: Routes, sessions: Sessions): void => {
    for (const gate of ['code', 'password', 'factor'] as const) {
      const show = async (request: Request, response: Response, errors: Errors, next: string) => {
        const { atGate } = request
        if (atGate?.gate === gate)
          response.page('account/step', await pages[gate](errors, next, atGate.actor.accountId))
        else response.redirect(303, paths.signIn)
      }

      route(routes, 'get', gatePaths[gate], 'public', (request, response) =>
        show(request, response, {}, safePath(request.query.next, paths.tasks)),
      )

      route(routes, 'post', gatePaths[gate], 'public', async (request, response) => {
        const next = safePath(typed(request.body, 'next'), paths.tasks)
        const { atGate } = request
        if (atGate?.gate !== gate) {
          response.redirect(303, paths.signIn)
          return
        }
        try {
          const codes = await pass[gate](request, atGate.actor.accountId)
          await sessions.start(request, response, atGate.actor)
          // the sign-in knows whether there is another gate
          const onwards = `${paths.signIn}?next=${encodeURIComponent(next)}`
          if (codes) response.page('account/recovery', recoveryPage(codes, onwards))
          else response.redirect(303, onwards)
        } catch (error) {
          if (!(error instanceof InvalidAnswersProblem)) throw error
          response.status(422)
          await show(request, response, error.fields, next)
        }
      })
    }
  }
}

function words(gate: Gate) {
  return {
    title: text(`gate.${gate}.title`),
    what: text(`gate.${gate}.what`),
    action: gatePaths[gate],
  }
}

function rest(next: string) {
  return { hidden: { next }, leave: true }
}
