import path from 'node:path'
import express, { type Express } from 'express'
import type { Actor } from '../casework/actor.js'
import type { Clock } from '../clock.js'
import { filesFolder, type Config } from '../config.js'
import type { Log } from '../log.js'
import { loadAssets, serveAssets } from './assets.js'
import { readForm } from './middleware/body.js'
import { cookies } from './middleware/cookies.js'
import { createCsrf } from './middleware/csrf.js'
import { fetchMetadata } from './middleware/fetch-metadata.js'
import { flash } from './middleware/flash.js'
import { notFound } from './middleware/not-found.js'
import { page } from './middleware/page.js'
import { problemPage } from './middleware/problem-page.js'
import { requestId } from './middleware/request-id.js'
import { requestLog } from './middleware/request-log.js'
import { securityHeaders } from './middleware/security-headers.js'
import { readUpload } from './middleware/upload.js'
import { createSessions, type SessionPort, type Sessions } from './middleware/session.js'
import { unread } from './middleware/unread.js'
import { paths } from './paths.js'
import { createRenderer, type Render } from './render.js'
import { createRouteTable, type RouteRule, type Routes } from './route-table.js'
import { healthRoutes } from './routes/health.js'
import { typeSizeRoutes } from './routes/type-size.js'

/** What the site is made of. */
export interface AppParts {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  readonly sessions: SessionPort
  /** the pages; each module declares its routes and who may enter them */
  readonly pages: readonly ((routes: Routes, sessions: Sessions) => void)[]
  /** how many notices this person has not read; a site without notices has none */
  readonly unread?: (actor: Actor) => Promise<number>
  /** resolves when the parts behind the pages answer */
  readonly ready: () => Promise<void>
  /** more folders of views beside the package's own */
  readonly views?: readonly string[]
}

/** The site. `rules` are its routes with who may enter, for the test that walks them all. */
export interface App {
  readonly express: Express
  readonly rules: readonly RouteRule[]
}

const root = path.join(import.meta.dirname, '../..')
const web = path.join(root, 'dist/web')

export function createApp(parts: AppParts): App {
  const { config, log, clock, sessions: port, pages, ready, views = [] } = parts
  const { https, secret, trustProxy } = config
  const render = views.length === 0 ? ownRenderer() : rendererWith(views)
  const csrf = createCsrf(secret, https)
  const sessions = createSessions(port, clock, config)
  const routes = createRouteTable()
  healthRoutes(routes, ready)
  typeSizeRoutes(routes, https)
  for (const declare of pages) declare(routes, sessions)

  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)

  app.use(requestId)
  app.use(requestLog(log))
  app.use(securityHeaders(config))
  app.use(paths.assets, serveAssets(web))
  app.use(cookies(https))
  app.use(page({ config, render, csrf, rules: routes.rules }))
  app.use(flash(https))
  app.use(sessions.middleware)
  app.use(unread(parts.unread ?? (() => Promise.resolve(0))))
  app.use(fetchMetadata(config))
  app.use(readForm)
  app.use(readUpload(path.join(filesFolder(config), 'incoming')))
  app.use(csrf.middleware)
  app.use(routes.router)
  app.use(notFound)
  app.use(problemPage(log))
  return { express: app, rules: routes.rules }
}

const rendererWith = (views: readonly string[]) =>
  createRenderer([path.join(root, 'views'), ...views], loadAssets(web))

let own: Render | undefined

/** The package's own views do not change while it runs: they are read once for every site of this process. */
function ownRenderer(): Render {
  own ??= rendererWith([])
  return own
}
