import type { Config } from '../../config.js'
import { TooManyAttemptsProblem, WrongCredentialsProblem } from '../../casework/problem.js'
import { demoAccounts, isVouchedFor, signIn, type Parts, type Provider } from '../../runtime/index.js'
import { readCredentials } from '../forms/sign-in.js'
import { typed } from '../forms/typed.js'
import { homeOf } from '../home.js'
import { limitTries } from '../middleware/rate-limit.js'
import type { Sessions } from '../middleware/session.js'
import { signInPage, type SignInModel } from '../pages/sign-in.js'
import { paths } from '../paths.js'
import { publicAddress } from '../qr-code.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'
import { gatePath } from './gates.js'

declare module '../render.js' {
  interface Pages {
    'sign-in/form': SignInModel
  }
}

/** Enough for an office behind one address, too few to guess; a demonstration is tried out by many and hides nothing. */
const tries = { office: 60, demo: 1200 }

/**
 * 登录 and 退出. Who came in by unified sign-in is sent there to be signed out too: the next one at the same desk would
 * be let in as them.
 */
export function signInRoutes(
  parts: Parts,
  config: Pick<Config, 'demo' | 'unified' | 'publicUrl'>,
  provider: Provider | null,
) {
  const { demo, unified } = config
  const page = async (given: Omit<Parameters<typeof signInPage>[0], 'accounts' | 'unified'>) =>
    signInPage({ ...given, unified: unified !== null, accounts: demo ? await demoAccounts(parts) : [] })

  return (routes: Routes, sessions: Sessions): void => {
    route(routes, 'get', paths.signIn, 'public', async (request, response) => {
      const { next, as } = request.query
      if (request.atGate) {
        response.redirect(303, gatePath(request.atGate.gate, safePath(next, homeOf(request.atGate.actor))))
        return
      }
      if (request.actor) {
        response.redirect(303, safePath(next, homeOf(request.actor)))
        return
      }
      response.page('sign-in/form', await page({ next, as }))
    })

    route(
      routes,
      'post',
      paths.signIn,
      'public',
      // the tries at one name are counted with the accounts
      limitTries({ minutes: 10, tries: demo ? tries.demo : tries.office }),
      async (request, response) => {
        const body: unknown = request.body
        const next = typed(body, 'next')
        const read = readCredentials(body)
        if (!read.ok) {
          const typedName = typed(body, 'username')
          response
            .status(422)
            .page('sign-in/form', await page({ next, username: typedName, errors: read.errors }))
          return
        }
        try {
          const { actor, awaits } = await signIn(parts, { ...read.value, address: request.ip })
          await sessions.start(request, response, actor, awaits)
          // the page of the sign-in sends on to a gate that is left, or where one wanted to go
          const goesTo = safePath(next, homeOf(actor))
          response.redirect(303, awaits ? gatePath(awaits, goesTo) : goesTo)
        } catch (error) {
          const tooOften = error instanceof TooManyAttemptsProblem
          if (!tooOften && !(error instanceof WrongCredentialsProblem)) throw error
          const { username } = read.value
          response
            .status(tooOften ? 429 : 401)
            .page('sign-in/form', await page({ next, username, refusal: error.message }))
        }
      },
    )

    route(routes, 'post', paths.signOut, 'public', async (request, response) => {
      const { actor } = request
      // out here first: the provider may be away
      await sessions.end(request, response)
      response.flash('done', 'signIn.signedOut')
      const away =
        provider !== null && actor !== null && (await isVouchedFor(parts, actor))
          ? await provider.leave(publicAddress(config, request, paths.signIn)).catch(() => null)
          : null
      response.redirect(303, away ?? paths.signIn)
    })
  }
}
