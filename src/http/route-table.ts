import { Router, type RequestHandler } from 'express'
import type { Entry } from './entry.js'
import { requireEntry } from './middleware/require-role.js'
import type { PartNames } from './paths.js'

export type Method = 'get' | 'post'

/** One route as it was declared; the test of rights walks them all. */
export interface RouteRule {
  readonly method: Method
  readonly path: string
  readonly entry: Entry
}

/** All a page module is given: it can add routes, but none without saying who may enter. */
export interface Routes {
  add(rule: RouteRule, handlers: readonly RequestHandler[]): void
}

/** The routes of the site with their rules. */
export interface RouteTable extends Routes {
  readonly rules: readonly RouteRule[]
  readonly router: Router
}

export function createRouteTable(): RouteTable {
  const rules: RouteRule[] = []
  const router = Router({ caseSensitive: true })
  return {
    rules,
    router,
    add(rule, handlers) {
      if (rules.some(({ method, path }) => method === rule.method && path === rule.path))
        throw new Error(`${rule.method} ${rule.path} is declared twice`)
      rules.push(rule)
      router[rule.method](rule.path, requireEntry(rule.entry), ...handlers)
    },
  }
}

/** Declares a route: `route(routes, 'get', paths.tasks, 'case.press', handler)`. */
export function route<Path extends string>(
  routes: Routes,
  method: Method,
  path: Path,
  entry: Entry,
  ...handlers: readonly RequestHandler<Record<PartNames<Path>, string>>[]
): void {
  routes.add({ method, path, entry }, handlers as readonly RequestHandler[])
}
