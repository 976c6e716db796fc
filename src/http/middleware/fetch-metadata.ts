import type { Request, RequestHandler } from 'express'
import type { Config } from '../../config.js'
import { CrossSiteError } from '../http-error.js'
import { paths } from '../paths.js'

/**
 * Turns away what another site makes a visitor's browser send. Browsers say where a request comes from
 * (Sec-Fetch-Site; over plain http, and old ones, only Origin); following a link to us is fine, anything else from
 * elsewhere is not. Those that say nothing (curl) are left to the form tokens. The open figures are for every site to
 * read.
 */
export function fetchMetadata(config: Pick<Config, 'publicUrl' | 'trustProxy'>): RequestHandler {
  return (request, _response, next) => {
    const site = request.get('Sec-Fetch-Site')
    const fromHere =
      site === undefined ? !hasForeignOrigin(request, config) : site === 'same-origin' || site === 'none'
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const followsLink =
      reads &&
      request.get('Sec-Fetch-Mode') === 'navigate' &&
      !['object', 'embed'].includes(request.get('Sec-Fetch-Dest') ?? '')
    const isOpen = request.method === 'GET' && request.path === paths.openFiguresData
    next(fromHere || followsLink || isOpen ? undefined : new CrossSiteError())
  }
}

/** A proxy that renames the host leaves nothing to compare with, unless the public address is a setting. */
function hasForeignOrigin(
  request: Request,
  { publicUrl, trustProxy }: Pick<Config, 'publicUrl' | 'trustProxy'>,
) {
  const origin = request.get('Origin')
  if (origin === undefined || (trustProxy > 0 && publicUrl === null)) return false
  const host = URL.canParse(origin) ? new URL(origin).host : null // "null", as a sandboxed frame says, is no address
  const own = publicUrl === null ? [] : [new URL(publicUrl).host]
  return host === null || ![...own, request.get('Host')].includes(host)
}
