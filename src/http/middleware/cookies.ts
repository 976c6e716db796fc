import type { CookieOptions, RequestHandler, Response } from 'express'
import { readCookies } from '../cookies.js'

/**
 * Reads the cookies once. Over https each is called `__Host-…` on the line: a browser takes such a one from this very host
 * alone, so that no other site of the same domain can put one of its own in the place of ours. Within the house it has
 * its plain name.
 */
export function cookies(https: boolean): RequestHandler {
  const prefix = https ? '__Host-' : ''
  return (request, response, next) => {
    const come = Object.entries(readCookies(request)).filter(([name]) => name.startsWith(prefix))
    request.cookies = Object.fromEntries(come.map(([name, value]) => [name.slice(prefix.length), value]))
    const set = response.cookie.bind(response) as (...args: Parameters<SetCookie>) => Response
    const named: SetCookie = (name, value, options = {}) => set(prefix + name, value, options)
    response.cookie = named as Response['cookie']
    next()
  }
}

type SetCookie = (name: string, value: unknown, options?: CookieOptions) => Response
