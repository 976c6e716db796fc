import type { RequestHandler } from 'express'
import type { Actor } from '../../casework/actor.js'

/** Counts what whoever is signed in has not read yet: the bell at the head of every page says so. */
export function unread(count: (actor: Actor) => Promise<number>): RequestHandler {
  return async (request, _response, next) => {
    request.unread = 0 // should the look-up fail, the page of that fault can still be made
    if (request.actor) request.unread = await count(request.actor)
    next()
  }
}
