import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import { ROLES } from '../../src/casework/role.js'
import { text } from '../../src/catalogue/index.js'
import { admits, type Entry } from '../../src/http/entry.js'
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

  it('are rights of the one table: no route of the office names roles of its own', () => {
    const own = site.app.rules.filter(({ entry }) => typeof entry !== 'string')
    expect(
      own.map(({ method, path }) => `${method} ${path}: name a right of src/casework/rights.ts`),
    ).to.deep.equal([])
  })

  it('let nobody but the supervisor press or give work to another, and only the administrator see the workings', () => {
    const of = (path: string, method = 'get') =>
      site.app.rules.find(rule => rule.path === path && rule.method === method)?.entry
    for (const path of [paths.caseSupervision, paths.transferTask, paths.watchPress])
      expect(rolesOf(of(path, 'post'))).to.deep.equal(['supervisor'])
    for (const path of [paths.watch, paths.watchBoard, paths.watchEvents, paths.watchHeat])
      expect(rolesOf(of(path))).to.deep.equal(['supervisor'])
    for (const path of [paths.processes, paths.process, paths.calendar, paths.incidents])
      expect(rolesOf(of(path))).to.deep.equal(['admin'])
    expect(rolesOf(of(paths.people)), 'the three duties look').to.deep.equal(['admin', 'security', 'auditor'])
    expect(rolesOf(of(paths.personMove, 'post'))).to.deep.equal(['admin'])
    expect(rolesOf(of(paths.personSecure, 'post'))).to.deep.equal(['security'])
    expect(rolesOf(of(paths.supervision)), 'the papers are for who works on the case').to.deep.equal([
      ...['clerk', 'officer', 'liaison', 'supervisor', 'leader'],
    ])
    expect(rolesOf(of(paths.supervisionReply, 'post')), 'those who press do not answer').to.deep.equal([
      ...['clerk', 'officer', 'liaison'],
    ])
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

function rolesOf(entry: Entry | undefined): readonly string[] {
  return ROLES.map(({ value }) => value).filter(
    role =>
      entry !== undefined &&
      admits(entry, { accountId: 0, name: '', role, placeId: null, departmentId: null }),
  )
}

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
