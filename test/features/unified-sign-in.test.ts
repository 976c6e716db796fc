import { generateKeyPairSync } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { Provider } from 'oidc-provider'
import { text } from '../../src/catalogue/index.js'
import { sitePages } from '../../src/http/index.js'
import { NotAllowedProblem } from '../../src/casework/problem.js'
import { inviteAgain, readGroupRoles, roleOfGroups, sessionPort } from '../../src/runtime/index.js'
import { startSite, testConfig, type Site } from '../helpers/app.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import { visitor, type Answer, type Visitor } from '../helpers/visitor.js'

/** Whom the provider knows. */
interface Known {
  readonly name: string
  readonly groups: readonly string[]
}

describe('Unified sign-in', function () {
  this.timeout(30_000)
  let office: TestOffice
  let site: Site
  let provider: { url: string; people: Map<string, Known>; signsIn: string; close: () => void }

  beforeEach(async () => {
    office = await openTestOffice()
    const server = await listening()
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const groups = readGroupRoles(
      'bcs-office=officer; bcs-head=supervisor; bcs-hall=clerk@潭中街道政务服务中心; bcs-market=liaison@区市场监督管理局',
    )!
    const config = {
      ...testConfig,
      demo: false,
      unified: { issuer, clientId: 'bandecheng', clientSecret, groupsClaim: 'groups', groups },
    }
    const { parts, clock } = office
    site = await startSite({ config, clock, sessions: sessionPort(parts), pages: sitePages(parts, config) })
    provider = realProvider(server, issuer, `${site.url}/sign-in/unified/return`)
  })
  afterEach(async () => {
    await site.stop()
    provider.close()
    await office.close()
  })

  /** the same browser as the provider knows it: who has travelled last */
  let there: Visitor

  /** Somebody's browser, at the provider and back to the address where it is sent. */
  const travel = async (browser: Visitor, who: string, next = ''): Promise<string> => {
    provider.signsIn = who
    const left = await browser.get(`/sign-in/unified${next}`)
    expect(left.status).to.equal(303)
    there = visitor(provider.url)
    let at = new URL(left.location!)
    for (let hop = 0; hop < 8 && at.origin === provider.url; hop += 1) {
      const answer = await there.get(at.pathname + at.search)
      at = new URL(answer.location!, at)
    }
    expect(at.origin).to.equal(site.url)
    return at.pathname + at.search
  }
  const signIn = async (who: string, next = ''): Promise<{ browser: Visitor; answer: Answer }> => {
    const browser = visitor(site.url)
    return { browser, answer: await browser.get(await travel(browser, who, next)) }
  }

  it('brings somebody of a group in as what the group is here, to the page they wanted', async () => {
    provider.people.set('u1', { name: '统一甲', groups: ['everybody', 'bcs-office'] })
    expect((await visitor(site.url).get('/sign-in')).body).to.include(text('unified.button'))
    const { browser, answer } = await signIn('u1', '?next=%2Fcases')
    expect(answer.location).to.equal('/cases')
    expect((await browser.get('/cases')).body).to.include('统一甲')
    const account = await office.parts.store.read.accounts.bySubject(`${provider.url} u1`)
    expect(account).to.include({ role: 'officer', passwordHash: '' })
    const again = await signIn('u1')
    expect(again.answer.location).to.equal('/tasks')
    expect(
      (await office.parts.store.read.accounts.withRole('officer')).filter(
        ({ displayName }) => displayName === '统一甲',
      ),
    ).to.have.length(1)
  })

  it('asks the provider with PKCE, state and nonce', async () => {
    const { location } = await visitor(site.url).get('/sign-in/unified')
    const asked = new URL(location!).searchParams
    expect(asked.get('code_challenge_method')).to.equal('S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.get(name), name).to.have.length.above(20)
  })

  it('is the only way in for whom it vouches: no password is made for them here, and none opens', async () => {
    provider.people.set('u1', { name: '统一甲', groups: ['bcs-office'] })
    await signIn('u1')
    const account = await office.parts.store.read.accounts.bySubject(`${provider.url} u1`)
    const refused: unknown = await inviteAgain(office.parts, office.people.admin, account!.id).catch(
      (error: unknown) => error,
    )
    expect(refused).to.be.instanceOf(NotAllowedProblem)
    const browser = visitor(site.url)
    await browser.get('/sign-in')
    for (const password of ['', ' ', 'no password is this', 'u1'])
      expect((await browser.post('/sign-in', { username: account!.username, password })).status).to.be.oneOf([
        401, 422,
      ])
  })

  it('follows the groups at each sign-in, and ends the sessions of what somebody was', async () => {
    provider.people.set('u1', { name: '统一甲', groups: ['bcs-office'] })
    const { browser } = await signIn('u1')
    provider.people.set('u1', { name: '统一甲', groups: ['bcs-hall'] })
    await signIn('u1')
    expect((await browser.get('/tasks')).status).to.equal(303)
    const account = await office.parts.store.read.accounts.bySubject(`${provider.url} u1`)
    expect(account).to.include({ role: 'clerk', placeId: office.places.street })
  })

  it('enters a liaison into the register for their department', async () => {
    provider.people.set('u2', { name: '统一乙', groups: ['bcs-market'] })
    await signIn('u2')
    const account = await office.parts.store.read.accounts.bySubject(`${provider.url} u2`)
    const terms = await office.parts.store.read.places.liaisonsBy(account!.id, '2026-04-14')
    expect(terms.map(({ departmentId }) => departmentId)).to.deep.equal([office.departments.market])
  })

  it('lets nobody in who is in no group, in two that differ, is disabled, or has the name of an account with a password', async () => {
    provider.people.set('none', { name: '无', groups: ['everybody'] })
    provider.people.set('two', { name: '二', groups: ['bcs-office', 'bcs-head'] })
    provider.people.set('officer', { name: '冒名', groups: ['bcs-office'] })
    provider.people.set('u1', { name: '统一甲', groups: ['bcs-office'] })
    await signIn('u1')
    const account = await office.parts.store.read.accounts.bySubject(`${provider.url} u1`)
    await office.parts.store.transaction(unit =>
      unit.accounts.update([{ id: account!.id, set: { active: false } }]),
    )
    for (const [who, sentence] of [
      ['none', 'unified.noRole'],
      ['two', 'unified.noRole'],
      ['officer', 'unified.nameTaken'],
      ['u1', 'unified.disabled'],
    ] as const) {
      const { browser, answer } = await signIn(who)
      expect(answer.status, who).to.equal(401)
      expect(answer.body).to.include(text(sentence))
      expect((await browser.get('/tasks')).status).to.equal(303)
    }
  })

  it('signs out at the provider too, so that the next one at the desk is not let in as them', async () => {
    provider.people.set('u1', { name: '统一甲', groups: ['bcs-office'] })
    const { browser } = await signIn('u1')
    const again = async () => {
      const { location } = await visitor(site.url).get('/sign-in/unified')
      const { pathname, search } = new URL(location!)
      return (await there.get(pathname + search)).location ?? ''
    }
    expect(await again(), 'known there, asked nothing').to.include(`${site.url}/sign-in/unified/return?code=`)

    const page = await browser.get('/tasks')
    expect(page.headers.get('content-security-policy')).to.include(`form-action 'self' ${provider.url}`)
    const out = await browser.post('/sign-out')
    const away = new URL(out.location!)
    expect([out.status, away.origin]).to.deep.equal([303, provider.url])
    expect((await browser.get('/tasks')).status, 'out here, whatever happens there').to.equal(303)

    const asks = await there.get(away.pathname + away.search)
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(asks.body) ?? []
    const confirm = new URLSearchParams({ xsrf, logout: 'yes' })
    const back = await there.send('/session/end/confirm', confirm.toString())
    expect(back.location, 'and back to the page of the sign-in').to.match(new RegExp(`^${site.url}/sign-in`))
    expect(await again(), 'unknown there').to.include('/interaction/')
  })

  it('takes no answer twice, none that another browser began, none that is late', async () => {
    provider.people.set('u1', { name: '统一甲', groups: ['bcs-office'] })
    const browser = visitor(site.url)
    const back = await travel(browser, 'u1')
    const victim = visitor(site.url)
    expect((await victim.get(back)).status, 'a stranger’s code planted').to.equal(401)
    const began = visitor(site.url)
    await began.get('/sign-in/unified')
    expect((await began.get(back)).status, 'of another journey').to.equal(401)
    expect((await browser.get(back)).status).to.equal(303)
    expect((await browser.get(back)).status, 'again').to.equal(401)
    const slow = visitor(site.url)
    const late = await travel(slow, 'u1')
    office.clock.set(new Date(Date.parse(office.clock.now()) + 11 * 60_000).toISOString())
    expect((await slow.get(late)).status).to.equal(401)
  })
})

describe('The groups of a provider', () => {
  it('are read from one line, and refused when it names a role or a place that is none', () => {
    expect(readGroupRoles('a=officer;b=clerk@某街道')).to.deep.equal([
      { group: 'a', role: 'officer', belongsTo: null },
      { group: 'b', role: 'clerk', belongsTo: '某街道' },
    ])
    for (const wrong of ['a=king', 'a=clerk', 'a=officer@某处', 'a'])
      expect(readGroupRoles(wrong), wrong).to.equal(null)
    expect(roleOfGroups(readGroupRoles('a=officer;b=officer')!, ['a', 'b'])?.role).to.equal('officer')
  })
})

const clientSecret = 'a secret between the two for this test'

function listening(): Promise<Server> {
  const server = createServer()
  return new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => {
      resolve(server)
    }),
  )
}

/** A real provider, where whoever `signsIn` is signs in without being asked. */
function realProvider(server: Server, issuer: string, returnTo: string) {
  const people = new Map<string, Known>()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const known = {
    url: issuer,
    people,
    signsIn: '',
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
  const oidc: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'bandecheng',
        client_secret: clientSecret,
        redirect_uris: [returnTo],
        post_logout_redirect_uris: [returnTo.replace('/unified/return', '')],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    cookies: { keys: ['only for this test'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => {
        const { name = '', groups = [] } = people.get(id) ?? {}
        return { sub: id, name, preferred_username: id, groups: [...groups] }
      },
    }),
    async loadExistingGrant({ oidc: { client, session } }) {
      const grant = new oidc.Grant({ clientId: client!.clientId, accountId: session!.accountId! })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = oidc.callback() as RequestListener
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) {
      answer(request, response)
      return
    }
    void oidc.interactionFinished(request, response, { login: { accountId: known.signsIn } })
  })
  return known
}
