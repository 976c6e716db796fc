import { z } from 'zod'
import type { Config } from '../../config.js'
import { Problem, UnifiedSignInProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { seal, unifiedSignIn, unseal, type Parts, type Provider } from '../../runtime/index.js'
import { cookieOf, cookieOptions } from '../cookies.js'
import { homeOf } from '../home.js'
import { limitTries } from '../middleware/rate-limit.js'
import type { Sessions } from '../middleware/session.js'
import { paths } from '../paths.js'
import { publicAddress } from '../qr-code.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'

const journeyCookie = 'bdc_journey'
const purpose = 'journey to unified sign-in'
/** as long as somebody may take to find their password there */
const longest = 10 * 60_000

const journeys = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  next: z.string(),
  until: z.string(),
})

/**
 * There and back again. What must come back the same is kept in the visitor's own cookie, sealed; it is worth one return
 * and ten minutes. An office without a provider has no such page.
 */
export function unifiedSignInRoutes(parts: Parts, config: Config, provider: Provider | null) {
  const { unified, secret, https } = config
  return (routes: Routes, sessions: Sessions): void => {
    if (unified === null || provider === null) return
    const limit = limitTries({ minutes: 10, tries: 120 })

    route(routes, 'get', paths.unifiedSignIn, 'public', limit, async (request, response) => {
      const returnTo = publicAddress(config, request, paths.unifiedReturn)
      const { url, journey } = await provider.depart(returnTo).catch(failed)
      const until = new Date(Date.parse(parts.clock.now()) + longest).toISOString()
      const kept = JSON.stringify({ ...journey, next: safePath(request.query.next, ''), until })
      response.cookie(journeyCookie, seal(secret, purpose, kept), {
        ...cookieOptions(https),
        maxAge: longest,
      })
      response.redirect(303, url)
    })

    route(routes, 'get', paths.unifiedReturn, 'public', limit, async (request, response) => {
      const sealed = cookieOf(request, journeyCookie) ?? ''
      response.clearCookie(journeyCookie, cookieOptions(https))
      const kept = journeys.safeParse(JSON.parse(unseal(secret, purpose, sealed) ?? 'null'))
      if (!kept.success || kept.data.until <= parts.clock.now()) throw failure()
      const came = new URL(publicAddress(config, request, request.originalUrl))
      const vouched = await provider.arrive(came, kept.data).catch(failed)
      const actor = await unifiedSignIn(parts, unified.groups, vouched, request.ip)
      await sessions.start(request, response, actor)
      response.redirect(303, safePath(kept.data.next, homeOf(actor)))
    })
  }
}

function failed(cause: unknown): never {
  throw cause instanceof Problem ? cause : failure(cause)
}

function failure(cause?: unknown): UnifiedSignInProblem {
  return new UnifiedSignInProblem(text('unified.failed'), { cause })
}
