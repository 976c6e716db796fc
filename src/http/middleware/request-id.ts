import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'

/** Gives each request an id of its own: on the answer, in the log, and on the page of a fault for people to read out. */
export const requestId: RequestHandler = (request, response, next) => {
  request.id = randomUUID()
  response.set('X-Request-Id', request.id)
  next()
}
