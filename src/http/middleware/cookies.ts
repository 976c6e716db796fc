import type { RequestHandler } from 'express'
import { readCookies } from '../cookies.js'

/** Reads the cookies once. */
export const cookies: RequestHandler = (request, _response, next) => {
  request.cookies = readCookies(request)
  next()
}
