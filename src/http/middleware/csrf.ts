import { doubleCsrf } from 'csrf-csrf'
import type { Request, RequestHandler, Response } from 'express'
import { cookieOptions } from '../cookies.js'
import { FormExpiredError } from '../http-error.js'

const csrfCookie = 'bdc_form'
/** the hidden field of every form that posts, and the header of a script's request */
const csrfField = '_csrf'
const csrfHeader = 'x-csrf-token'

export interface Csrf {
  readonly middleware: RequestHandler
  /** this visitor's token, with its cookie set beside it */
  token(request: Request, response: Response): string
}

/** Form tokens, double-submitted and bound to the session, or to the visitor's cookie where there is none. */
export function createCsrf(secret: string, https: boolean): Csrf {
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: request => request.visitorId,
    cookieName: csrfCookie,
    cookieOptions: cookieOptions(https),
    getCsrfTokenFromRequest: request => tokenOf(request),
  })
  return {
    token: generateCsrfToken,
    middleware: (request, _response, next) => {
      const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method)
      next(reads || validateRequest(request) ? undefined : new FormExpiredError())
    },
  }
}

function tokenOf(request: Request): string | undefined {
  const body = request.body as Readonly<Record<string, unknown>> | undefined
  const field = body?.[csrfField]
  return typeof field === 'string' ? field : request.get(csrfHeader)
}
