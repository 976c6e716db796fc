import type { Request, RequestHandler } from 'express'
import type { Actor } from '../../casework/actor.js'
import { admits, type Entry } from '../entry.js'
import { SignedOutError, WrongRoleError } from '../http-error.js'
import { paths } from '../paths.js'

/** Lets in who may enter. A visitor who only wants to read is sent to sign in, and comes back here afterwards. */
export function requireEntry(entry: Entry): RequestHandler {
  return (request, response, next) => {
    const { actor } = request
    if (admits(entry, actor)) {
      next()
    } else if (actor) {
      next(new WrongRoleError())
    } else if (request.method === 'GET' && request.accepts(['html', 'json']) === 'html') {
      response.redirect(303, `${paths.signIn}?next=${encodeURIComponent(request.originalUrl)}`)
    } else {
      next(new SignedOutError())
    }
  }
}

/** Who is signed in, for a handler whose route says that somebody is. */
export function actorOf(request: Pick<Request, 'actor'>): Actor {
  if (!request.actor) throw new SignedOutError()
  return request.actor
}
