import { expect } from 'chai'
import { person, startSite, type Site } from '../../helpers/app.js'
import { visitor } from '../../helpers/visitor.js'
import { route } from '../../../src/http/route-table.js'
import { gallery, galleryViews } from '../gallery/pages.js'

describe('the token of a form', () => {
  let site: Site

  before(async () => {
    site = await startSite({
      views: [galleryViews],
      pages: [
        gallery,
        (routes, sessions) => {
          route(routes, 'get', '/in', 'public', async (request, response) => {
            await sessions.start(request, response, person('officer'))
            response.send('in')
          })
          route(routes, 'post', '/report', 'public', (_request, response) => {
            response.send('written')
          })
        },
      ],
    })
    site.sessions.people.set(1, person('officer'))
  })
  after(() => site.stop())

  it('lets a form of our own page through, the first time somebody comes too', async () => {
    const browser = visitor(site.url)
    await browser.get('/gallery/public')
    expect((await browser.post('/report', { a: '1' })).body).to.equal('written')
  })

  it('lets a script of our own page through by its header', async () => {
    const browser = visitor(site.url)
    const { body } = await browser.get('/gallery/public')
    const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
    expect((await browser.send('/report', '', { 'X-CSRF-Token': token })).body).to.equal('written')
  })

  it('is the same in all forms of a page', async () => {
    const { body } = await visitor(site.url).get('/gallery/public')
    const tokens = [...body.matchAll(/name="_csrf" value="([^"]+)"/g)].map(([, token]) => token)
    expect(tokens.length).to.be.greaterThan(1)
    expect(new Set(tokens).size).to.equal(1)
  })

  it('is missed when it is not there', async () => {
    const browser = visitor(site.url)
    await browser.get('/gallery/public')
    const answer = await browser.send('/report', 'a=1')
    expect(answer.status).to.equal(403)
    expect(answer.body).to.include('页面已经过期，内容没有提交')
  })

  it('is worth nothing to another visitor', async () => {
    const attacker = visitor(site.url)
    await attacker.get('/gallery/public')
    const victim = visitor(site.url)
    await victim.get('/gallery/public')
    // the attacker plants their own token and its cookie, and cannot plant the visitor's own
    victim.cookies.set('bdc_form', attacker.cookies.get('bdc_form') ?? '')
    const { body } = await attacker.get('/gallery/public')
    const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
    expect((await victim.send('/report', `_csrf=${token}`)).status).to.equal(403)
  })

  it('of before the sign-in is not one of after it', async () => {
    const browser = visitor(site.url)
    await browser.get('/gallery/public')
    await browser.get('/in')
    expect((await browser.post('/report')).status).to.equal(403)
    await browser.get('/gallery/work')
    expect((await browser.post('/report')).body).to.equal('written')
  })

  it('is one word: a list of tokens is none', async () => {
    const browser = visitor(site.url)
    const { body } = await browser.get('/gallery/public')
    const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
    expect((await browser.send('/report', `_csrf=${token}&_csrf=${token}`)).status).to.equal(403)
  })
})
