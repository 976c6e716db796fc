import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { TooOftenError } from '../http-error.js'

/** Minutes, tries in them, and of whom they are counted. */
export interface Limit {
  readonly minutes: number
  readonly tries: number
  /** what is tried, such as the user name typed; with none the visitor's address is counted */
  readonly of?: (request: Request) => string
}

/**
 * Counts tries, whether they succeed or not, and turns away what is over the limit with a page that says when to come
 * back. Give a route two: one by address, one by what is tried, so that neither many guesses from one place nor
 * guesses at one account from many places get far.
 */
export function limitTries({ minutes, tries, of }: Limit): RequestHandler {
  return rateLimit({
    windowMs: minutes * 60_000,
    limit: tries,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: request => of?.(request) ?? ipKeyGenerator(request.ip ?? ''),
    handler: (_request, response, next) => {
      response.set('Retry-After', String(minutes * 60))
      next(new TooOftenError())
    },
  })
}
