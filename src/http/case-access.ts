import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Clock } from '../clock.js'
import { cookieOf, cookieOptions } from './cookies.js'

/** What opens a case to its citizen: the number and the last four digits of the telephone they left. */
export interface CaseKey {
  readonly number: string
  readonly tail: string
  /** whether they have shown the whole telephone as well: what is kept of them is shown to them whole */
  readonly whole?: boolean
}

/** Lets a visitor who has shown the key of a case come back to it for half an hour without showing it again. */
export interface CaseAccess {
  grant(request: Request, response: Response, key: CaseKey): void
  /** the key this visitor has shown for that number; null when they have not, or it was too long ago */
  keyOf(request: Request, number: string): CaseKey | null
}

const minutes = 30

/**
 * The key travels in a cookie of the case's own, signed together with the visitor it was given to and with its end:
 * another visitor cannot use it, and nobody can try keys with it past the limit on look-ups.
 */
export function createCaseAccess(clock: Clock, secret: string, https: boolean): CaseAccess {
  const sign = (...parts: readonly string[]) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['case-access', ...parts]))
      .digest('base64url')
  return {
    grant(request, response, { number, tail, whole = false }) {
      const until = String(Date.parse(clock.now()) + minutes * 60_000)
      const shown = whole ? 'whole' : 'tail'
      const signature = sign(request.visitorId, number, tail, until, shown)
      const value = [tail, until, shown, signature].join('.')
      response.cookie(cookieName(number), value, { ...cookieOptions(https), maxAge: minutes * 60_000 })
    },

    keyOf(request, number) {
      const given = (cookieOf(request, cookieName(number)) ?? '').split('.')
      const [tail = '', until = '', shown = '', signature = ''] = given
      if (!isSame(signature, sign(request.visitorId, number, tail, until, shown))) return null
      return Date.parse(clock.now()) < Number(until) ? { number, tail, whole: shown === 'whole' } : null
    },
  }
}

function cookieName(number: string): string {
  return `bdc_case_${number.replace(/[^\d-]/g, '')}`
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
