import type { Request, RequestHandler, Response } from 'express'
import { WrongLookupProblem } from '../casework/problem.js'
import { track, type Parts, type Tracked } from '../runtime/index.js'
import type { CaseAccess, CaseKey } from './case-access.js'
import { paths } from './paths.js'

/** Answers about a case to its citizen, who has shown the key. */
type Answer = (
  request: Request<{ number: string }>,
  response: Response,
  tracked: Tracked,
  key: CaseKey,
) => void | Promise<void>

/**
 * A case to whoever has shown its key; everybody else is asked for it, and so is who had an old one: the telephone may
 * have been put right since.
 */
export function ownCase(parts: Parts, access: CaseAccess) {
  return (answer: Answer): RequestHandler<{ number: string }> =>
    async (request, response) => {
      const { number } = request.params
      const key = access.keyOf(request, number)
      const tracked = key && (await trackedBy(parts, key))
      if (key && tracked) await answer(request, response, tracked, key)
      else response.redirect(303, `${paths.track}?number=${encodeURIComponent(number)}`)
    }
}

async function trackedBy(parts: Parts, key: CaseKey): Promise<Tracked | null> {
  try {
    return await track(parts, key)
  } catch (error) {
    if (error instanceof WrongLookupProblem) return null
    throw error
  }
}
