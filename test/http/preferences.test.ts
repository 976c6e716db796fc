import { expect } from 'chai'
import { person, startSite, type Site } from '../helpers/app.js'
import { visitor } from '../helpers/visitor.js'
import { route } from '../../src/http/route-table.js'
import { safePath } from '../../src/http/safe-path.js'
import { gallery, galleryViews } from './gallery/pages.js'

describe('a page', () => {
  let site: Site
  let ready = true

  before(async () => {
    site = await startSite({
      views: [galleryViews],
      ready: () => (ready ? Promise.resolve() : Promise.reject(new Error('no database'))),
      pages: [
        gallery,
        (routes, sessions) => {
          route(routes, 'get', '/in', 'public', async (request, response) => {
            await sessions.start(request, response, person('officer'))
            response.send('in')
          })
          route(routes, 'get', '/done', 'public', (_request, response) => {
            response.flash('done', 'shell.work.assignee', { name: '<i>韦建国</i>' })
            response.redirect(303, '/gallery/public')
          })
        },
      ],
    })
  })
  before(() => site.sessions.people.set(1, person('officer')))
  after(() => site.stop())

  it('says once what was just done', async () => {
    const browser = visitor(site.url)
    await browser.get('/done')
    expect((await browser.get('/gallery/public')).body).to.include('经办：&lt;i&gt;韦建国&lt;/i&gt;')
    expect((await browser.get('/gallery/public')).body).not.to.include('经办：')
  })

  it('says nothing of its own accord for a cookie somebody made up', async () => {
    for (const value of [
      'x',
      Buffer.from('{"kind":"done","key":"no.such.key","values":{}}').toString('base64url'),
    ]) {
      const browser = visitor(site.url)
      browser.cookies.set('bdc_flash', value)
      const { status, body } = await browser.get('/gallery/public')
      expect(status).to.equal(200)
      expect(body).not.to.include('data-flash')
    }
  })

  it('is larger for who asked for large type, and leads back to where they were', async () => {
    const browser = visitor(site.url)
    expect((await browser.get('/gallery/public?step=2')).body).to.include('<html lang="zh-CN">')
    const answer = await browser.post('/type-size', { size: 'large', back: '/gallery/public?step=2' })
    expect(answer.location).to.equal('/gallery/public?step=2')
    expect((await browser.get('/gallery/public')).body).to.include('data-type="large"')
    await browser.post('/type-size', { size: 'normal', back: 'https://elsewhere.example/' })
    expect((await browser.get('/gallery/public')).body).not.to.include('data-type="large"')
  })

  it('of a visitor may be kept for the way back, one of somebody signed in may not', async () => {
    const { headers } = await visitor(site.url).get('/gallery/public')
    expect(headers.get('Cache-Control')).to.equal('private, no-cache')
    const browser = visitor(site.url)
    await browser.get('/in')
    expect((await browser.get('/gallery/work')).headers.get('Cache-Control')).to.equal('no-store')
  })

  it('has a banner in demonstration mode', async () => {
    expect((await visitor(site.url).get('/gallery/public')).body).to.include('演示环境')
  })

  it('of the watchdog says whether the parts behind answer', async () => {
    expect((await visitor(site.url).get('/health')).body).to.equal('{"status":"ok"}')
    ready = false
    expect((await visitor(site.url).get('/health')).status).to.equal(503)
    ready = true
  })

  it('brings files that are kept for ever, packed for who takes them', async () => {
    const { body } = await visitor(site.url).get('/gallery/public')
    const style = /href="(\/assets\/style-\w+\.css)"/.exec(body)?.[1] ?? ''
    const packed = await fetch(site.url + style, { headers: { 'Accept-Encoding': 'br' } })
    expect(packed.headers.get('Content-Encoding')).to.equal('br')
    expect(packed.headers.get('Content-Type')).to.include('text/css')
    expect(packed.headers.get('Cache-Control')).to.equal('public, max-age=31536000, immutable')
    expect(await packed.text()).to.include('--house-accent')
    const plain = await fetch(site.url + style, { headers: { 'Accept-Encoding': 'identity' } })
    expect(plain.headers.has('Content-Encoding')).to.equal(false)
    expect((await fetch(`${site.url}/assets/../../package.json`)).status).to.equal(404)
    expect((await fetch(`${site.url}/assets/..%2f..%2fpackage.json`)).status).to.be.within(400, 404)
  })
})

describe('where to go next', () => {
  const rows: readonly (readonly [unknown, boolean])[] = [
    ['/tasks/3', true],
    ['/tasks?state=late&page=2', true],
    ['//elsewhere.example', false],
    ['/\\elsewhere.example', false],
    ['/a\\b', false],
    ['/\t/elsewhere.example', false],
    ['/\n/elsewhere.example', false],
    ['https://elsewhere.example', false],
    ['javascript:alert(1)', false],
    ['', false],
    [undefined, false],
    [['/tasks'], false],
  ]
  for (const [value, kept] of rows)
    it(`${String(value)} is ${kept ? 'an address of ours' : 'not followed'}`, () => {
      expect(safePath(value, '/')).to.equal(kept ? value : '/')
    })
})
