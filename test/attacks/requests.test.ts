import { connect } from 'node:net'
import { expect } from 'chai'
import { text } from '../../src/catalogue/index.js'
import { ROLES } from '../../src/casework/role.js'
import { BoundedStore, mostCounted } from '../../src/http/middleware/rate-limit.js'
import { paths } from '../../src/http/paths.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import { visitor, type Answer, type Visitor } from '../helpers/visitor.js'

/** Each attack by its name, and what becomes of it. */
describe('Attacks by request', function () {
  this.timeout(60_000)
  let site: HttpOffice
  let number: string
  let admin: Visitor
  let officer: Visitor
  before(async () => {
    site = await openHttpOffice()
    number = await site.office.register()
    admin = await site.as(site.office.people.admin)
    officer = await site.as(site.office.people.officer)
    for (const one of [admin, officer]) await one.get('/account')
  })
  after(() => site.close())

  const filled = (path: string) =>
    path
      .replace(':number', number)
      .replace(':quarter', '2026Q1')
      .replace(':key', 'banbuchengshi')
      .replace(/:\w+/g, '1')
  const cases = async () => (await site.office.parts.store.read.cases.byNumber(number))!

  describe('SQL metacharacters', () => {
    const injections = [
      `' or 1=1 --`,
      `"; drop table account; --`,
      `1' union select password_hash from account --`,
      `%' or '1'='1`,
      '\\',
      '\u0000',
    ]

    it('at the sign-in sign nobody in', async () => {
      for (const word of injections) {
        const browser = site.citizen()
        await browser.get('/sign-in')
        const answer = await browser.post('/sign-in', { username: `officer${word}`, password: word })
        expect(answer.status, word).to.be.oneOf([401, 422])
        expect((await browser.get('/tasks')).status).to.equal(303)
      }
    })

    it('at the look-up, the search and the filters are words like others', async () => {
      for (const word of injections) {
        const browser = site.citizen()
        await browser.get('/track')
        const looked = await browser.post('/track', { number: word, tail: word })
        expect(looked.status, word).to.be.oneOf([404, 422])
        for (const path of ['/cases?q=', '/search?q=', '/items?q=', '/items/search.json?q=']) {
          const { status, body } = await officer.get(path + encodeURIComponent(word))
          expect(status, path + word).to.equal(200)
          // nothing but a control character is no question, and shows what is shown without one
          if (word !== '\u0000') expect(body, path + word).not.to.match(/食品经营许可|\/cases\/2026-/)
        }
        // a filter of no known value filters nothing, and a page after nothing is the first
        for (const path of ['/cases?status=', '/cases?after=']) {
          const { status, body } = await officer.get(path + encodeURIComponent(word))
          expect(status, path + word).to.equal(200)
          expect(body, path + word).to.include(`/cases/${number}`)
        }
      }
      expect(await site.office.parts.store.read.accounts.all()).to.have.length.above(8)
    })

    it('in place of an id are not there', async () => {
      for (const id of ['1%20or%201=1', "1'--", '-1', '1e9', '999999999999999999999', 'NaN'])
        expect((await admin.get(`/admin/people/${id}`)).status, id).to.equal(404)
    })
  })

  describe('IDOR', () => {
    it('by number: a case of another place or department is not there, read or written', async () => {
      const { otherLiaison } = site.office.people
      const stranger = await site.as(otherLiaison)
      await stranger.get('/account')
      const missing = await stranger.get('/cases/LZCZ-2026-9999')
      const foreign = await stranger.get(`/cases/${number}`)
      expect([foreign.status, missing.status]).to.deep.equal([404, 404])
      const plain = (body: string) =>
        body.replaceAll(/[0-9a-f-]{36}|name="_csrf" value="[^"]*"|\/(LZCZ|CZ)?[\w-]*/g, '')
      expect(plain(foreign.body)).to.equal(plain(missing.body))
    })

    it('by id: a task, a notice, a file of somebody else is not there', async () => {
      const stranger = await site.as(site.office.people.otherLiaison)
      await stranger.get('/account')
      const [task] = await site.office.open(number)
      expect((await stranger.get(`/tasks/${task!.id}`)).status).to.equal(404)
      expect(
        (await stranger.post(`/tasks/${task!.id}/claim`, { revision: String(task!.revision) })).status,
      ).to.equal(404)
      expect((await stranger.get(`/cases/${number}/files/1`)).status).to.equal(404)
      expect((await site.citizen().get(`/track/${number}/files/1`)).status).to.be.oneOf([303, 403, 404])
    })
  })

  describe('CSRF', () => {
    const posts = () => {
      const found = site.app.rules.filter(({ method }) => method === 'post')
      expect(found.length).to.be.above(40)
      return found.map(({ path }) => filled(path))
    }
    const tokenIn = ({ body }: Answer) => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''

    it('without a token or with another’s: nothing that posts is done, for any role', async () => {
      const other = await site.as(site.office.people.leader)
      const stolen = tokenIn(await other.get('/account'))
      expect(stolen).not.to.equal('')
      const before = await cases()
      const victims = await Promise.all(ROLES.map(({ value: role }) => site.as(site.office.people[role])))
      for (const victim of victims) await victim.get('/account')
      // a token is asked for before any route is: each is tried by one role, and each role on many
      for (const [turn, at] of posts().entries()) {
        const victim = victims[turn % victims.length] ?? admin
        expect((await victim.send(at, 'a=1')).status, `${at} without`).to.equal(403)
        const body = `_csrf=${encodeURIComponent(stolen)}`
        expect((await victim.send(at, body)).status, `${at} stolen`).to.equal(403)
      }
      expect(await cases()).to.deep.equal(before)
    })

    /** What a browser says of a request that another site made it send. */
    const foreign = [
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'navigate', Origin: 'https://other.example.gov.cn' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', Origin: 'null' },
      // an old browser, or one on plain http
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
    ]

    it('from another site: nothing that posts is done, with no token nor with the right one', async () => {
      const before = await cases()
      const victims = await Promise.all(ROLES.map(({ value: role }) => site.as(site.office.people[role])))
      const tokens = await Promise.all(victims.map(async victim => tokenIn(await victim.get('/account'))))
      for (const [turn, at] of posts().entries()) {
        const victim = victims[turn % victims.length] ?? admin
        const right = `_csrf=${encodeURIComponent(tokens[turn % victims.length] ?? '')}`
        for (const [each, headers] of foreign.entries())
          for (const body of each === turn % foreign.length ? [right, 'a=1'] : [right]) {
            const answer = await rawPost(site.url, at, { as: victim, headers, body })
            expect(answer.status, `${at} ${JSON.stringify(headers)} ${body.slice(0, 5)}`).to.equal(403)
            expect(answer.body).to.include(text('error.crossSite.title'))
          }
      }
      for (const victim of victims)
        expect((await victim.get('/account')).status, 'nobody was signed out').to.equal(200)
      expect(await cases()).to.deep.equal(before)
    })

    it('from the site itself, as browsers say it, a form is taken', async () => {
      const person = await site.as(site.office.people.officer)
      const token = tokenIn(await person.get('/account'))
      const { origin } = new URL(site.url)
      const own = [
        { Origin: origin, 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'navigate' },
        { Origin: origin },
      ]
      for (const headers of own) {
        const body = `_csrf=${encodeURIComponent(token)}`
        expect((await rawPost(site.url, '/type-size', { as: person, headers, body })).status).to.equal(303)
      }
    })
  })

  describe('Session fixation and replayed tokens', () => {
    it('a form’s token of before the sign-in is worth nothing after it', async () => {
      const browser = site.citizen()
      const page = await browser.get('/sign-in')
      const early = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
      const victim = await site.as(site.office.people.officer)
      victim.cookies.set('bdc_form', browser.cookies.get('bdc_form') ?? '')
      expect(
        (await victim.send('/account/sessions/end', `_csrf=${encodeURIComponent(early)}`)).status,
      ).to.equal(403)
    })

    it('a session’s cookie that was copied is dead after the sign-out', async () => {
      const person = await site.as(site.office.people.leader)
      await person.get('/account')
      const copied = person.cookies.get('bdc_session')!
      await person.post('/sign-out')
      const thief = site.citizen()
      thief.cookies.set('bdc_session', copied)
      expect((await thief.get('/tasks')).status).to.equal(303)
    })
  })

  describe('Path traversal', () => {
    const climbs = [
      '../secret',
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '....//package.json',
      '..%5c..%5cpackage.json',
      '%00',
      '/etc/passwd',
      '..%252f..%252fpackage.json',
    ]

    it('in static files leads to nothing', async () => {
      for (const climb of climbs) {
        const raw = await rawGet(site.url, `/assets/${climb}`)
        expect(raw.status, climb).to.be.oneOf([400, 403, 404])
        expect(raw.body).not.to.include('"dependencies"').and.not.include('root:')
      }
    })

    it('in what is downloaded leads to nothing', async () => {
      for (const climb of climbs)
        for (const at of [`/cases/${number}/files/`, '/reports/2026Q1/files/', '/admin/revisions/'])
          expect((await rawGet(site.url, at + climb, admin)).status, at + climb).to.be.oneOf([
            303, 400, 403, 404,
          ])
    })

    it('in the name of a file that is sent is only a name', async () => {
      const content = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
      await officer.get(`/cases/${number}`)
      const answer = await officer.upload(`/cases/${number}/files`, { kind: 'other', reason: '补充' }, [
        { field: 'files', name: '../../../../tmp/owned\r\nX-Evil: 1.pdf', content },
      ])
      expect(answer.status).to.equal(303)
      expect(answer.headers.has('X-Evil')).to.equal(false)
      const stored = await site.office.parts.store.read.attachments.ofCase((await cases()).id)
      expect(stored.map(({ name }) => name)).to.have.length(1)
      for (const { name } of stored) expect(name).to.match(/^[^/\\\r\n]+\.pdf$/)
    })
  })

  it('A forged type: a page that calls itself a picture is not taken', async () => {
    const content = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    await officer.get(`/cases/${number}`)
    for (const name of ['a.png', 'a.jpg', 'a.pdf', 'a.svg', 'a.html'])
      await officer.upload(`/cases/${number}/files`, { kind: 'other', reason: '补充' }, [
        { field: 'files', name, content },
      ])
    const stored = await site.office.parts.store.read.attachments.ofCase((await cases()).id)
    expect(stored.filter(({ name }) => name.startsWith('a.'))).to.deep.equal([])
  })

  describe('Header injection and open redirects', () => {
    it('through where to go next stay within the site and within one header', async () => {
      for (const next of [
        '/ok\r\nSet-Cookie: bdc_session=evil',
        '//evil.example',
        '/\\evil.example',
        'https://evil.example',
        '/\t/evil.example',
        'javascript:alert(1)',
        '%2f%2fevil.example',
      ]) {
        const answer = await officer.get(`/sign-in?next=${encodeURIComponent(next)}`)
        expect(answer.location, next).to.equal('/tasks')
        expect(answer.headers.getSetCookie().join()).not.to.include('evil')
      }
    })

    it('through a forged Host lead only to paths', async () => {
      const { head } = await rawGet(site.url, '/tasks', undefined, 'Host: evil.example')
      expect(head).to.include('303').and.not.include('evil.example')
    })
  })

  describe('Prototype pollution', () => {
    const names = [
      '__proto__[polluted]',
      'constructor[prototype][polluted]',
      '__proto__.polluted',
      '__proto__',
    ]

    it('by a form makes no object anew', async () => {
      for (const name of names) {
        const browser = site.citizen()
        await browser.get('/')
        expect((await browser.post('/', { [name]: 'yes' })).status, name).to.equal(422)
        await officer.get('/account')
        expect((await officer.post('/account/password', { [name]: 'yes' })).status, name).to.equal(422)
      }
      expect(({} as Record<string, unknown>).polluted).to.equal(undefined)
    })

    it('by JSON makes no object anew', async () => {
      const token = /name="_csrf" value="([^"]+)"/.exec((await admin.get('/account')).body)![1]!
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': token }
      const objects = ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}']
      for (const body of [...objects, '[]', '{"xml":{"a":1}}', '{"xml":"<a/>","revision":"1"}']) {
        const saved = await admin.send(filled(paths.processDraft), body, headers)
        expect(saved.status, body).to.equal(422)
        expect(JSON.parse(saved.body), body).to.have.property('message').that.matches(/请/)
      }
      for (const body of ['null', '"x"', '{', '']) {
        const saved = await admin.send(filled(paths.processDraft), body, headers)
        expect(saved.status, body).to.equal(body === '' ? 422 : 400)
      }
      // these read forms alone: JSON is to them a form with nothing in it
      for (const body of [...objects, '[]', 'null', '{"fourEyes":"on"}']) {
        expect((await admin.send(paths.previewForm, body, headers)).status, body).to.equal(400)
        expect((await admin.send(paths.processRules, body, headers)).location, body).to.equal(
          '/admin/processes#rules',
        )
      }
      expect((await admin.get(paths.processes)).body, 'it was not switched on').to.include(
        'name="fourEyes" value="on"',
      )
      expect(({} as Record<string, unknown>).polluted).to.equal(undefined)
    })
  })

  describe('Too much', () => {
    it('of a form, of fields, of JSON, of a file for whoever is not signed in is turned away', async () => {
      const browser = site.citizen()
      await browser.get('/')
      expect((await browser.post('/', { description: 'x'.repeat(300_000) })).status).to.equal(413)
      expect((await browser.send('/', 'a=1&'.repeat(2000))).status).to.equal(413)
    })

    it('that never ends is cut off at the bound, without being kept', async () => {
      const before = process.memoryUsage().rss
      const { sent, head } = await endless(site.url)
      expect(head).to.match(/^HTTP\/1\.1 4\d\d|^$/)
      expect(sent).to.be.below(64 * 1024 * 1024)
      expect(process.memoryUsage().rss - before).to.be.below(256 * 1024 * 1024)
    })
  })

  describe('Brute force', () => {
    it('on the look-up of one case ends after ten tries, from however many places', async () => {
      const statuses: number[] = []
      for (let tail = 0; tail < 12; tail += 1) {
        const browser = site.citizen()
        await browser.get('/track')
        statuses.push((await browser.post('/track', { number, tail: String(1000 + tail) })).status)
      }
      expect(statuses.slice(-2)).to.deep.equal([429, 429])
    })

    it('from ever new addresses fills no memory: beyond a bound all share one count', async () => {
      const store = new BoundedStore()
      store.init({ windowMs: 60_000 } as Parameters<BoundedStore['init']>[0])
      for (let address = 0; address < mostCounted; address += 1) await store.increment(`a${address}`)
      expect((await store.increment('a1')).totalHits, 'who is known keeps their own count').to.equal(2)
      let hits = 0
      for (let more = 0; more < 100; more += 1) hits = (await store.increment(`b${more}`)).totalHits
      store.shutdown()
      expect(hits).to.equal(100)
    })
  })

  it('An error tells nothing of the inside', async () => {
    for (const path of ['/tasks/%E0%A4%A', '/cases/%00', '/nothing', '/admin/people/0']) {
      const { body } = await admin.get(path)
      expect(body, path).not.to.match(/at .*\.(ts|js):\d+|SQLITE|knex|node_modules/i)
    }
    expect((await visitor(site.url).get('/nothing')).body).to.include(text('error.notFound.title'))
  })
})

interface Raw {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** A request to the letter: `fetch` would tidy the path up. */
function rawGet(url: string, path: string, as?: Visitor, header?: string): Promise<Raw> {
  const said = header ?? `Host: ${new URL(url).host}`
  return raw(url, `GET ${path} HTTP/1.1\r\n${said}\r\n${cookieOf(as)}`)
}

/** A form that says of itself what a browser alone may say; `fetch` would say it anew. */
function rawPost(
  url: string,
  path: string,
  { as, headers, body }: { as: Visitor; headers: Readonly<Record<string, string | undefined>>; body: string },
): Promise<Raw> {
  const all = {
    Host: new URL(url).host,
    ...headers,
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': body.length,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return raw(url, `POST ${path} HTTP/1.1\r\n${lines.join('')}${cookieOf(as)}`, body)
}

function cookieOf(as: Visitor | undefined): string {
  if (!as) return ''
  return `Cookie: ${[...as.cookies].map(([name, value]) => `${name}=${value}`).join('; ')}\r\n`
}

function raw(url: string, head: string, body = ''): Promise<Raw> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${head}Accept: text/html\r\nConnection: close\r\n\r\n${body}`)
    })
    const heard: Buffer[] = []
    socket.on('data', (chunk: Buffer) => heard.push(chunk))
    socket.once('error', reject)
    socket.once('close', () => {
      const [head = '', body = ''] = Buffer.concat(heard)
        .toString()
        .split(/\r\n\r\n(.*)/s)
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body })
    })
  })
}

/** A form that goes on and on, until the other side has had enough. */
function endless(url: string): Promise<{ sent: number; head: string }> {
  const { hostname, port, host } = new URL(url)
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  return new Promise(resolve => {
    let sent = 0
    let head = ''
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`,
      )
      more()
    })
    const more = () => {
      while (!socket.destroyed && head === '' && sent < 64 * 1024 * 1024) {
        sent += chunk.length
        if (!socket.write(chunk)) {
          socket.once('drain', more)
          return
        }
      }
      socket.destroy()
    }
    socket.on('data', data => {
      head += data.toString('latin1')
      socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.once('close', () => {
      resolve({ sent, head })
    })
  })
}
