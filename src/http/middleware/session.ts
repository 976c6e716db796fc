import { createHash, randomBytes } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Clock, Instant } from '../../clock.js'
import type { Config } from '../../config.js'
import type { Actor } from '../../casework/actor.js'
import type { Gate } from '../../runtime/index.js'
import { cookieOf, cookieOptions } from '../cookies.js'
import { deviceOf } from '../device.js'

/** Where sessions are kept. Only the hash of a token is: who reads the table cannot sign in with it. */
export interface SessionPort {
  find(tokenHash: string): Promise<StoredSession | null>
  create(session: {
    tokenHash: string
    accountId: number
    expiresAt: Instant
    device: string | null
    awaits: 'code' | null
  }): Promise<void>
  touch(tokenHash: string): Promise<void>
  remove(tokenHash: string): Promise<void>
}

export interface StoredSession {
  readonly actor: Actor
  readonly seenAt: Instant
  readonly expiresAt: Instant
  /** what has to be passed before anything else; null: nothing */
  readonly gate: Gate | null
}

/** Who has shown a password, and may go nowhere yet but through this gate. */
export interface AtGate {
  readonly gate: Gate
  readonly actor: Actor
}

/** Signing in and out, and who is there meanwhile. */
export interface Sessions {
  readonly middleware: RequestHandler
  /** a new token for each sign-in, so that one planted before is worth nothing */
  start(request: Request, response: Response, actor: Actor, awaits?: 'code' | null): Promise<void>
  end(request: Request, response: Response): Promise<void>
}

const sessionCookie = 'bdc_session'
const visitorCookie = 'bdc_visitor'

// "seen" is exact to the minute, so that reading a page does not write each time
const touchAfter = 60_000
const token = /^[\w-]{43}$/

/** @param settings whether cookies are for https alone, and when a session ends by itself */
export function createSessions(
  port: SessionPort,
  clock: Clock,
  { https, session: { idle, age } }: Pick<Config, 'https' | 'session'>,
): Sessions {
  const options = cookieOptions(https)
  return {
    middleware: async (request, response, next) => {
      request.actor = null
      request.atGate = null
      request.visitorId = '' // should the look-up fail, the page of that fault can still be made
      const given = cookieOf(request, sessionCookie)
      const session = given && token.test(given) ? await sessionOf(hash(given), isByItself(request)) : null
      if (given && session) {
        const { actor, gate } = session
        // before the gate one is nobody: no route has to ask
        if (gate === null) request.actor = actor
        else request.atGate = { gate, actor }
        request.visitorId = hash(given)
      } else {
        if (given !== undefined) response.clearCookie(sessionCookie, options)
        request.visitorId = visitor(request, response)
      }
      next()
    },

    async start(request, response, actor, awaits = null) {
      const before = cookieOf(request, sessionCookie)
      if (before && token.test(before)) await port.remove(hash(before))
      const fresh = randomBytes(32).toString('base64url')
      const expiresAt = new Date(Date.parse(clock.now()) + age).toISOString()
      await port.create({
        tokenHash: hash(fresh),
        accountId: actor.accountId,
        expiresAt,
        device: deviceOf(request.get('User-Agent')),
        awaits,
      })
      response.cookie(sessionCookie, fresh, options)
      request.actor = awaits === null ? actor : null
      request.visitorId = hash(fresh)
    },

    async end(request, response) {
      const given = cookieOf(request, sessionCookie)
      if (given && token.test(given)) await port.remove(hash(given))
      response.clearCookie(sessionCookie, options)
      request.actor = null
      request.atGate = null
      request.visitorId = visitor(request, response)
    },
  }

  async function sessionOf(tokenHash: string, byItself: boolean): Promise<StoredSession | null> {
    const session = await port.find(tokenHash)
    if (!session) return null
    const now = Date.parse(clock.now())
    const quiet = now - Date.parse(session.seenAt)
    if (now >= Date.parse(session.expiresAt) || quiet >= idle) {
      await port.remove(tokenHash)
      return null
    }
    if (quiet >= touchAfter && !byItself) await port.touch(tokenHash)
    return session
  }

  /** Form tokens of people who never sign in are bound to this; it says nothing about them. */
  function visitor(request: Request, response: Response): string {
    const given = cookieOf(request, visitorCookie)
    if (given && token.test(given)) return given
    const fresh = randomBytes(32).toString('base64url')
    // kept for a day: a citizen may put the phone down with half a form filled in
    response.cookie(visitorCookie, fresh, { ...options, maxAge: 24 * 3_600_000 })
    return fresh
  }
}

/** What a page says that fetches itself anew, without anybody having asked it to. */
const refreshHeader = 'X-Refresh'

/** No sign of a person: a board left open must not keep its owner signed in for the day. */
function isByItself(request: Request): boolean {
  return request.get(refreshHeader) !== undefined || request.get('Accept') === 'text/event-stream'
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}
