import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import { ROLES } from '../../src/casework/role.js'
import { text } from '../../src/catalogue/index.js'
import { admits } from '../../src/http/entry.js'
import { paths } from '../../src/http/paths.js'
import type { RouteRule } from '../../src/http/route-table.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import type { Answer, Visitor } from '../helpers/visitor.js'

describe('The rights of every route', function () {
  this.timeout(120_000)
  let site: HttpOffice
  let number: string
  before(async () => {
    site = await openHttpOffice()
    number = await site.office.register()
  })
  after(() => site.close())

  for (const { value: role, label } of ROLES)
    it(`admit ${label} exactly where the rule says so`, async () => {
      const actor = site.office.people[role]
      const browser = await site.as(actor)
      await browser.get(paths.tasks) // a page with a form, for its token
      await walk(browser, actor)
    })

  it('admit who is not signed in exactly where the rule says so', async () => {
    const browser = site.citizen()
    await browser.get(paths.signIn)
    await walk(browser, null)
  })

  it('belong to every route there is: none is served without a rule', () => {
    const { express, rules } = site.app
    expect(served(express)).to.have.length(rules.length)
    expect(rules).to.have.length.above(30)
  })

  it('let nobody but the supervisor press or give work to another, and only the administrator see the workings', () => {
    const of = (path: string, method = 'get') =>
      site.app.rules.find(rule => rule.path === path && rule.method === method)?.entry
    for (const path of [paths.caseSupervision, paths.transferTask, paths.watchPress])
      expect(of(path, 'post')).to.deep.equal({ roles: ['supervisor'] })
    for (const path of [paths.watch, paths.watchBoard, paths.watchEvents, paths.watchHeat])
      expect(of(path)).to.deep.equal({ roles: ['supervisor'] })
    for (const path of [paths.processes, paths.process, paths.calendar, paths.incidents])
      expect(of(path)).to.deep.equal({ roles: ['admin'] })
    expect(of(paths.people), 'the three duties look').to.deep.equal({
      roles: ['admin', 'security', 'auditor'],
    })
    expect(of(paths.personMove, 'post')).to.deep.equal({ roles: ['admin'] })
    expect(of(paths.personSecure, 'post')).to.deep.equal({ roles: ['security'] })
    expect(of(paths.supervision), 'the papers are for who works on the case').to.deep.equal({
      roles: ['clerk', 'officer', 'liaison', 'supervisor', 'leader'],
    })
    expect(of(paths.supervisionReply, 'post'), 'those who press do not answer').to.deep.equal({
      roles: ['clerk', 'officer', 'liaison'],
    })
  })

  async function walk(browser: Visitor, actor: Actor | null): Promise<void> {
    // signing out comes last: after it nobody is signed in
    const rules = site.app.rules.toSorted((one, other) => Number(isLeaving(one)) - Number(isLeaving(other)))
    for (const rule of rules) {
      const path = rule.path
        .replace(':number', number)
        .replace(':quarter', '2026Q1')
        .replace(':key', 'banbuchengshi')
        .replace(':id', '1')
      const answer = rule.method === 'get' ? await browser.get(path) : await browser.post(path)
      const what = `${rule.method} ${path}: ${answer.status}`
      expect(isRefused(answer), what).to.equal(!admits(rule.entry, actor))
      expect(answer.status, what).to.be.below(500)
    }
  }
})

function isLeaving({ path }: RouteRule): boolean {
  return path === paths.signIn || path === paths.signOut
}

function isRefused({ status, location, body }: Answer): boolean {
  const toSignIn = status === 303 && (location?.startsWith(`${paths.signIn}?next=`) ?? false)
  const signedOut = status === 401 && body.includes(text('error.signedOut.title'))
  return toSignIn || signedOut || (status === 403 && body.includes(text('error.wrongRole.title')))
}

/** The routes that Express answers, however they came there. */
function served(app: object): readonly string[] {
  const { stack } = (app as { router: { stack: readonly Layer[] } }).router
  return stack.flatMap(function routes({ route, handle }: Layer): string[] {
    if (route) return [route.path]
    return (handle.stack ?? []).flatMap(routes)
  })
}

interface Layer {
  readonly route?: { readonly path: string }
  readonly handle: { readonly stack?: readonly Layer[] }
}
