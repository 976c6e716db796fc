import { expect } from 'chai'
import { person, startSite, testConfig, type Site } from '../../helpers/app.js'
import { visitor } from '../../helpers/visitor.js'
import { route } from '../../../src/http/route-table.js'

const officer = person('officer', 7)
const hours = 3_600_000

/** A site where one is in, out, and told who one is. */
async function start(session = testConfig.session, https = false): Promise<Site> {
  const site = await startSite({
    config: { ...testConfig, session, https },
    pages: [
      (routes, sessions) => {
        route(routes, 'get', '/in', 'public', async (request, response) => {
          await sessions.start(request, response, officer)
          response.send('in')
        })
        route(routes, 'get', '/out', 'public', async (request, response) => {
          await sessions.end(request, response)
          response.send('out')
        })
        route(routes, 'get', '/who', 'public', (request, response) => {
          response.send(request.actor?.name ?? 'nobody')
        })
      },
    ],
  })
  site.sessions.people.set(7, officer)
  return site
}

describe('a session', () => {
  let site: Site

  beforeEach(async () => {
    site = await start()
  })
  afterEach(() => site.stop())

  const later = (by: number) => {
    site.clock.set(new Date(Date.parse(site.clock.now()) + by).toISOString())
  }

  it('tells who is signed in, in a cookie that scripts cannot read', async () => {
    const browser = visitor(site.url)
    const answer = await browser.get('/in')
    const cookie = answer.headers.getSetCookie().find(line => line.startsWith('bdc_session='))
    expect(cookie).to.match(/^bdc_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await browser.get('/who')).body).to.equal('韦建国')
  })

  it('is of this very host over https: one that another site of the domain has planted is none', async () => {
    const secure = await start(testConfig.session, true)
    const browser = visitor(secure.url)
    await browser.get('/in')
    expect([...browser.cookies.keys()]).to.include('__Host-bdc_session')
    expect((await browser.get('/who')).body, 'and is known again').to.equal('韦建国')
    const planted = visitor(secure.url)
    planted.cookies.set('bdc_session', browser.cookies.get('__Host-bdc_session') ?? '')
    expect((await planted.get('/who')).body).to.equal('nobody')
    await browser.get('/out')
    expect((await browser.get('/who')).body).to.equal('nobody')
    await secure.stop()
  })

  it('is stored as a hash, so that the table signs nobody in', async () => {
    const browser = visitor(site.url)
    await browser.get('/in')
    const [stored] = site.sessions.stored.keys()
    expect(stored).to.match(/^[0-9a-f]{64}$/)
    const thief = visitor(site.url)
    thief.cookies.set('bdc_session', stored ?? '')
    expect((await thief.get('/who')).body).to.equal('nobody')
  })

  it('is a new one at each sign-in, and the one before is gone', async () => {
    const browser = visitor(site.url)
    await browser.get('/in')
    const before = browser.cookies.get('bdc_session') ?? ''
    await browser.get('/in')
    expect(browser.cookies.get('bdc_session')).not.to.equal(before)
    const thief = visitor(site.url)
    thief.cookies.set('bdc_session', before)
    expect((await thief.get('/who')).body).to.equal('nobody')
    expect(site.sessions.stored.size).to.equal(1)
  })

  it('takes no token that somebody else chose', async () => {
    const browser = visitor(site.url)
    const planted = 'a'.repeat(43)
    browser.cookies.set('bdc_session', planted)
    await browser.get('/in')
    expect(browser.cookies.get('bdc_session')).not.to.equal(planted)
  })

  it('ends at the sign-out, for the cookie that was kept too', async () => {
    const browser = visitor(site.url)
    await browser.get('/in')
    const kept = browser.cookies.get('bdc_session') ?? ''
    await browser.get('/out')
    expect(browser.cookies.has('bdc_session')).to.equal(false)
    browser.cookies.set('bdc_session', kept)
    expect((await browser.get('/who')).body).to.equal('nobody')
  })

  it('ends after two hours without a word', async () => {
    const browser = visitor(site.url)
    await browser.get('/in')
    later(2 * hours - 1)
    expect((await browser.get('/who')).body).to.equal('韦建国')
    later(2 * hours)
    expect((await browser.get('/who')).body).to.equal('nobody')
    expect(site.sessions.stored.size).to.equal(0)
  })

  it('ends after twelve hours, however busy', async () => {
    const browser = visitor(site.url)
    await browser.get('/in')
    for (let hour = 1; hour < 12; hour += 1) {
      later(hours)
      expect((await browser.get('/who')).body).to.equal('韦建国')
    }
    later(hours)
    expect((await browser.get('/who')).body).to.equal('nobody')
  })

  it('is not kept up by a page that fetches itself anew while nobody is there', async () => {
    const browser = visitor(site.url)
    await browser.get('/in')
    for (const headers of [{ 'X-Refresh': 'board' }, { Accept: 'text/event-stream' }]) {
      later(hours - 1)
      expect((await browser.get('/who', headers)).body).to.equal('韦建国')
    }
    later(2)
    expect((await browser.get('/who')).body).to.equal('nobody')
  })

  it('does not write each time it is seen', async () => {
    const browser = visitor(site.url)
    await browser.get('/in')
    const seen = () => [...site.sessions.stored.values()][0]?.seenAt
    const first = seen()
    later(59_000)
    await browser.get('/who')
    expect(seen()).to.equal(first)
    later(1000)
    await browser.get('/who')
    expect(seen()).to.equal(site.clock.now())
  })
})

describe('a session, where the office wants shorter ones', () => {
  it('ends after the quarter of an hour and the three hours that were set', async () => {
    const minutes = 60_000
    const site = await start({ idle: 15 * minutes, age: 3 * hours })
    try {
      const after = (...pauses: readonly number[]) =>
        pauses.reduce(async (_, pause) => {
          await _
          site.clock.set(new Date(Date.parse(site.clock.now()) + pause).toISOString())
          return (await browser.get('/who')).body
        }, Promise.resolve(''))
      const browser = visitor(site.url)
      await browser.get('/in')
      expect(await after(15 * minutes - 1)).to.equal('韦建国')
      expect(await after(15 * minutes)).to.equal('nobody')
      await browser.get('/in')
      expect(await after(...Array<number>(17).fill(10 * minutes)), 'busy').to.equal('韦建国')
      expect(await after(10 * minutes), 'three hours later').to.equal('nobody')
    } finally {
      await site.stop()
    }
  })
})
