import { expect } from 'chai'
import { person, startSite, type Site } from '../helpers/app.js'
import { visitor } from '../helpers/visitor.js'
import { ROLES, type Role } from '../../src/casework/role.js'
import { admits } from '../../src/http/entry.js'
import { foldNavigation, navigationFor } from '../../src/http/pages/navigation.js'
import { paths, pathTo } from '../../src/http/paths.js'
import { createRouteTable, route } from '../../src/http/route-table.js'

describe('who may enter', () => {
  let site: Site

  before(async () => {
    site = await startSite({
      pages: [
        (routes, sessions) => {
          const ok = (_request: unknown, response: { send(body: string): void }) => {
            response.send('ok')
          }
          route(routes, 'get', '/open', 'public', ok)
          route(routes, 'get', '/any', 'signedIn', ok)
          route(routes, 'get', '/some', { roles: ['supervisor', 'admin'] }, ok)
          route(routes, 'post', '/some', { roles: ['supervisor', 'admin'] }, ok)
          for (const [index, { value }] of ROLES.entries())
            route(routes, 'get', `/in/${value}`, 'public', async (request, response) => {
              await sessions.start(request, response, person(value, index))
              response.send('in')
            })
        },
      ],
    })
    for (const [index, { value }] of ROLES.entries()) site.sessions.people.set(index, person(value, index))
  })
  after(() => site.stop())

  for (const { value: role, label } of ROLES)
    it(`is kept to for a ${role} (${label})`, async () => {
      const browser = visitor(site.url)
      await browser.get(`/in/${role}`)
      expect((await browser.get('/open')).status).to.equal(200)
      expect((await browser.get('/any')).status).to.equal(200)
      const mayEnter = (['supervisor', 'admin'] as Role[]).includes(role)
      const answer = await browser.get('/some')
      expect(answer.status).to.equal(mayEnter ? 200 : 403)
      if (!mayEnter) expect(answer.body).to.include('这个页面不对您的角色开放')
    })

  it('sends who only wants to read to the sign-in, and back afterwards', async () => {
    const answer = await visitor(site.url).get('/any?a=1&b=2')
    expect(answer.status).to.equal(303)
    expect(answer.location).to.equal('/sign-in?next=%2Fany%3Fa%3D1%26b%3D2')
  })

  it('tells a script, and who sends a form, to sign in first', async () => {
    expect((await visitor(site.url).get('/any', { Accept: 'application/json' })).status).to.equal(401)
    const browser = visitor(site.url)
    await browser.get('/nowhere')
    const answer = await browser.post('/some')
    expect(answer.status).to.equal(401)
    expect(answer.body).to.include('请先登录')
  })

  it('is said by every route: the server knows none that the table does not', () => {
    const table = createRouteTable()
    route(table, 'get', paths.task, 'signedIn', (_request, response) => {
      response.end()
    })
    const layers = table.router.stack.flatMap(({ route: known }) => known ?? [])
    expect(layers.map(({ path }) => path)).to.deep.equal(table.rules.map(({ path }) => path))
    const routers = findRoutes(site.app.express)
    expect(routers).to.deep.equal(site.app.rules.map(({ path }) => path))
  })

  it('cannot be said twice of one route', () => {
    const table = createRouteTable()
    const declare = () => {
      route(table, 'get', '/a', 'public', (_request, response) => {
        response.end()
      })
    }
    declare()
    expect(declare).to.throw('declared twice')
  })

  it('is what the navigation shows', () => {
    const rules = [
      { method: 'get' as const, path: paths.tasks, entry: 'signedIn' as const },
      { method: 'get' as const, path: paths.watch, entry: { roles: ['supervisor'] as const } },
      { method: 'get' as const, path: paths.report, entry: 'public' as const },
    ]
    const labels = (role: Role | null) =>
      navigationFor(role && person(role), rules, '/tasks/7').map(({ label, current }) =>
        current ? `[${label}]` : label,
      )
    expect(labels('clerk')).to.deep.equal(['[我的待办]'])
    expect(labels('supervisor')).to.deep.equal(['[我的待办]', '督办看板'])
    expect(labels(null)).to.deep.equal(['我要反映'])
    expect(admits('signedIn', null)).to.equal(false)
  })

  it('is folded where the row would be too long: behind a menu, named after where one is', () => {
    const items = (count: number, at = 0) =>
      Array.from({ length: count }, (_, place) => ({
        href: `/${place}`,
        label: `第${place}栏`,
        icon: 'tasks',
        current: place === at,
      }))
    expect(foldNavigation(items(6))).to.deep.include({ shown: items(6), more: [] })
    const folded = foldNavigation(items(9))
    expect(folded.shown).to.have.length(5)
    expect(folded.more.map(({ href }) => href)).to.deep.equal(['/5', '/6', '/7', '/8'])
    expect(folded).to.include({ moreLabel: '更多', moreCurrent: false })
    expect(foldNavigation(items(9, 7))).to.include({ moreLabel: '第7栏', moreCurrent: true })
  })
})

describe('an address', () => {
  it('is filled with what it needs, and nothing in it leads elsewhere', () => {
    expect(pathTo(paths.case, { number: 'CZ-2026-0007' })).to.equal('/cases/CZ-2026-0007')
    expect(pathTo(paths.definitionXml, { id: 3 })).to.equal('/definitions/3.xml')
    expect(pathTo(paths.case, { number: '../admin?x=1' })).to.equal('/cases/..%2Fadmin%3Fx%3D1')
    // @ts-expect-error -- the type asks for the number
    expect(() => pathTo(paths.case, {})).to.throw(':number')
  })
})

interface Layer {
  readonly route?: { readonly path: string }
  readonly handle?: { readonly stack?: readonly Layer[] }
}

/** The paths of all routes that Express itself knows. */
function findRoutes(app: { readonly router: unknown }): string[] {
  const walk = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route: known, handle }) => (known ? [known.path] : walk(handle?.stack ?? [])))
  return walk((app.router as { stack: readonly Layer[] }).stack)
}
