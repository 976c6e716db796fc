import type { Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { hasText, text } from '../../catalogue/index.js'
import { cookieOf, cookieOptions } from '../cookies.js'

const flashCookie = 'bdc_flash'

const stored = z.object({
  kind: z.enum(['done', 'info', 'problem']),
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** Adds `response.flash`: one sentence of the catalogue, carried over the redirect to the next page in a cookie. */
export function flash(https: boolean): RequestHandler {
  return (_request, response, next) => {
    response.flash = (kind, key, values = {}) => {
      const value = Buffer.from(JSON.stringify({ kind, key, values })).toString('base64url')
      response.cookie(flashCookie, value, { ...cookieOptions(https), maxAge: 60_000 })
    }
    next()
  }
}

/** Takes the sentence that was left for this page, if there is one; it is said once. */
export function takeFlash(
  request: Request,
  response: Response,
  https: boolean,
): { kind: string; sentence: string } | null {
  const cookie = cookieOf(request, flashCookie)
  if (cookie === undefined) return null
  response.clearCookie(flashCookie, cookieOptions(https))
  try {
    const { kind, key, values } = stored.parse(JSON.parse(Buffer.from(cookie, 'base64url').toString()))
    return hasText(key) ? { kind, sentence: text(key, values) } : null
  } catch {
    return null // not ours, or of an older version: nobody misses it
  }
}
