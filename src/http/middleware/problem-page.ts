import type { ErrorRequestHandler, Request, Response } from 'express'
import { text } from '../../catalogue/index.js'
import type { Log } from '../../log.js'
import { homeLink } from '../home.js'
import { faultOf, type Fault } from '../pages/fault.js'
import { paths } from '../paths.js'

declare module '../render.js' {
  interface Pages {
    'errors/fault': {
      title: string
      advice: string
      action: { href: string; label: string } | null
      requestId: string
    }
  }
}

/**
 * The one place where an error becomes an answer. What nobody foresaw is logged, once, here, and its page shows the
 * request's id instead of the reason.
 */
export function problemPage(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const fault = faultOf(error)
    if (fault.status >= 500) log.error({ id: request.id, err: error }, 'a request failed')
    if (response.headersSent) {
      next(error) // too late for a page: Express closes the connection
      return
    }
    response.status(fault.status)
    if (request.accepts(['html', 'json']) === 'json') {
      response.json({ title: fault.title, advice: fault.advice, requestId: request.id })
    } else {
      answer(request, response, fault, log)
    }
  }
}

function answer(request: Request, response: Response, { title, advice }: Fault, log: Log): void {
  try {
    const action = request.actor
      ? homeLink(request.actor)
      : { href: paths.report, label: text('error.toStart') }
    response.page('errors/fault', { title, advice, action, requestId: request.id })
  } catch (error) {
    // even the page of a fault can fail, before the middleware that makes pages has run or because of a broken view
    log.error({ id: request.id, err: error }, 'the page of a fault failed')
    response.type('text').send(`${title}\n${advice}\n${request.id}\n`)
  }
}
