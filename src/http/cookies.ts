import { parseCookie } from 'cookie'
import type { CookieOptions, Request } from 'express'

/** A cookie the visitor sent, or nothing. */
export function cookieOf(request: Request, name: string): string | undefined {
  return (request.cookies as Readonly<Record<string, string | undefined>> | undefined)?.[name]
}

/** The cookies of a request's header. */
export function readCookies(request: Request): Record<string, string | undefined> {
  return parseCookie(request.headers.cookie ?? '')
}

/** What all our cookies are: out of reach of scripts, not sent along from other sites, and over https where we serve it. */
export function cookieOptions(https: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: https, path: '/' }
}
