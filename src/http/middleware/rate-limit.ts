import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit'
import { TooOftenError } from '../http-error.js'

/** Minutes, tries in them, and of whom they are counted. */
export interface Limit {
  readonly minutes: number
  readonly tries: number
  /** what is tried, such as the user name typed; with none the visitor's address is counted */
  readonly of?: (request: Request) => string
}

/** So many are counted one by one; all others share one count, so that a flood of addresses fills no memory. */
export const mostCounted = 20_000

/** Words of any length, such as a name somebody typed, are no key to be kept. */
const longestKey = 100

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
    store: new BoundedStore(),
    keyGenerator: request => (of?.(request) ?? ipKeyGenerator(request.ip ?? '')).slice(0, longestKey),
    handler: (_request, response, next) => {
      response.set('Retry-After', String(minutes * 60))
      next(new TooOftenError())
    },
  })
}

/** Counts in memory, and never more than `mostCounted`. */
export class BoundedStore extends MemoryStore {
  override increment(key: string): ReturnType<MemoryStore['increment']> {
    const known = this.current.has(key) || this.previous.has(key)
    const full = this.current.size + this.previous.size >= mostCounted
    return super.increment(known || !full ? key : 'all others')
  }
}
