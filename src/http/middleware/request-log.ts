import type { RequestHandler } from 'express'
import type { Log } from '../../log.js'

/** One line for each answer. The path alone: what follows the question mark may be a name or a number somebody typed. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const { id, method, path } = request
    const began = performance.now()
    response.once('close', () => {
      const ms = Math.round(performance.now() - began)
      const status = response.writableFinished ? response.statusCode : 'aborted'
      log.info({ id, method, path, status, ms, account: request.actor?.accountId }, 'request')
    })
    next()
  }
}
