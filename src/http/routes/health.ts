import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'

/**
 * For a load balancer: answers once the parts behind the pages answer, and no more while the office closes. For a
 * watchdog, which starts anew what hangs: answers as long as anything does.
 */
export function healthRoutes(routes: Routes, ready: () => Promise<void>): void {
  route(routes, 'get', paths.alive, 'public', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })

  route(routes, 'get', paths.health, 'public', async (_request, response) => {
    response.set('Cache-Control', 'no-store')
    try {
      await ready()
      response.json({ status: 'ok' })
    } catch {
      response.status(503).json({ status: 'unavailable' })
    }
  })
}
