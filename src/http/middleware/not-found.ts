import type { RequestHandler } from 'express'
import { PageNotFoundError } from '../http-error.js'

/** Nothing above answered. */
export const notFound: RequestHandler = (_request, _response, next) => next(new PageNotFoundError())
