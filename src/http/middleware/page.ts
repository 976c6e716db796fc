import type { Request, RequestHandler, Response } from 'express'
import { roleLabel } from '../../casework/role.js'
import type { Config } from '../../config.js'
import { cookieOf } from '../cookies.js'
import { foldNavigation, navigationFor, settingsFor } from '../pages/navigation.js'
import { bellOf } from '../pages/bell.js'
import { paths } from '../paths.js'
import type { PageFrame, Render } from '../render.js'
import type { RouteRule } from '../route-table.js'
import type { Csrf } from './csrf.js'
import { takeFlash } from './flash.js'

export const typeSizeCookie = 'bdc_type'

interface PageParts {
  readonly config: Pick<Config, 'officeName' | 'demo' | 'https'>
  readonly render: Render
  readonly csrf: Csrf
  readonly rules: readonly RouteRule[]
}

/** Adds `response.page`: the view within its frame (who is signed in, where they may go, what was just done). */
export function page({ config, render, csrf, rules }: PageParts): RequestHandler {
  return (request, response, next) => {
    response.page = (name, model) => {
      const frame = frameOf(request, response, config, rules)
      let token: string | undefined // one for all forms of the page: making another would replace the cookie
      const html = render(name, model, frame, () => (token ??= csrf.token(request, response)))
      // a signed-in page is not kept on a shared machine; a visitor's is, so that "back" brings the typed words back
      response.set('Cache-Control', request.actor ? 'no-store' : 'private, no-cache')
      response.type('html').send(html)
    }
    next()
  }
}

function frameOf(
  request: Request,
  response: Response,
  { officeName, demo, https }: PageParts['config'],
  rules: readonly RouteRule[],
): PageFrame {
  const { actor, path, method, originalUrl } = request
  const navigation = navigationFor(actor, rules, path)
  let flash: PageFrame['flash'] | undefined
  return {
    officeName,
    demo,
    address: method === 'GET' ? originalUrl : path,
    search: navigation.some(({ href }) => href === paths.cases),
    largeType: cookieOf(request, typeSizeCookie) === 'large',
    bell: actor && bellOf(request.unread),
    account: actor && {
      name: actor.name,
      roleName: roleLabel(actor.role),
      settings: settingsFor(actor, rules, path),
    },
    navigation: foldNavigation(navigation),
    // taken by the page that says it: a part of a page fetched by a script leaves it to the next whole one
    get flash() {
      return (flash ??= takeFlash(request, response, https))
    },
  }
}
