import type { RequestHandler } from 'express'
import { CrossSiteError } from '../http-error.js'
import { paths } from '../paths.js'

/**
 * Turns away what another site makes a visitor's browser send. Browsers say where a request comes from
 * (Sec-Fetch-Site); following a link to us is fine, anything else from elsewhere is not. Those that say nothing
 * (old browsers, curl) are left to the form tokens. The open figures are for every site to read.
 */
export const fetchMetadata: RequestHandler = (request, _response, next) => {
  const site = request.get('Sec-Fetch-Site')
  const fromHere = site === undefined || site === 'same-origin' || site === 'none'
  const followsLink =
    (request.method === 'GET' || request.method === 'HEAD') &&
    request.get('Sec-Fetch-Mode') === 'navigate' &&
    !['object', 'embed'].includes(request.get('Sec-Fetch-Dest') ?? '')
  const isOpen = request.method === 'GET' && request.path === paths.openFiguresData
  next(fromHere || followsLink || isOpen ? undefined : new CrossSiteError())
}
