import { request as rawRequest } from 'node:http'
import { expect } from 'chai'
import { startSite, testConfig, type Site } from '../../helpers/app.js'
import { visitor } from '../../helpers/visitor.js'
import { route, type Routes } from '../../../src/http/route-table.js'
import { gallery, galleryViews } from '../gallery/pages.js'

const echo = (routes: Routes) => {
  route(routes, 'post', '/echo', 'public', (request, response) => {
    response.json(request.body)
  })
}

describe('what a browser is told not to do', () => {
  let site: Site
  before(async () => {
    site = await startSite({ views: [galleryViews], pages: [gallery] })
  })
  after(() => site.stop())

  it('runs and draws nothing but our own files, in no frame, and sends forms nowhere else', async () => {
    const { headers } = await visitor(site.url).get('/gallery/public')
    expect(headers.get('Content-Security-Policy')?.split(';')).to.have.members([
      "default-src 'self'",
      "img-src 'self' data:",
      "style-src 'self'",
      "font-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
    ])
  })

  it('guesses no types, tells no other site where it was, and does not learn what serves it', async () => {
    const { headers } = await visitor(site.url).get('/gallery/public')
    expect(headers.get('X-Content-Type-Options')).to.equal('nosniff')
    expect(headers.get('Referrer-Policy')).to.equal('same-origin')
    expect(headers.get('X-Frame-Options')).to.equal('DENY')
    expect(headers.get('Permissions-Policy')).to.include('geolocation=()')
    expect(headers.has('X-Powered-By')).to.equal(false)
  })

  it('is held to https, cookies too, where the site is served over it', async () => {
    const secure = await startSite({
      views: [galleryViews],
      pages: [gallery],
      config: { ...testConfig, https: true },
    })
    const browser = visitor(secure.url)
    const { headers } = await browser.get('/gallery/public')
    await secure.stop()
    expect(headers.get('Strict-Transport-Security')).to.equal('max-age=31536000')
    for (const cookie of headers.getSetCookie())
      expect(cookie, 'of this very host').to.match(/^__Host-bdc_\w+=.*; Path=\/.*; Secure/)
    const plain = await visitor(site.url).get('/gallery/public')
    expect(plain.headers.has('Strict-Transport-Security')).to.equal(false)
  })

  it('does not come here on behalf of another site', async () => {
    const ask = (headers: Record<string, string>) => statusOf(`${site.url}/gallery/public`, headers)
    expect(await ask({ 'Sec-Fetch-Site': 'same-origin' })).to.equal(200)
    expect(await ask({ 'Sec-Fetch-Site': 'none' })).to.equal(200)
    // a link on another site may be followed
    expect(await ask({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' })).to.equal(200)
    expect(await ask({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).to.equal(403)
    expect(
      await ask({
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'object',
      }),
    ).to.equal(403)
    const post = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
    expect(await statusOf(`${site.url}/type-size`, post, 'POST')).to.equal(403)
    expect(
      await statusOf(`${site.url}/type-size`, { ...post, 'Sec-Fetch-Site': 'same-site' }, 'POST'),
    ).to.equal(403)
  })
})

describe('what a form may send', () => {
  let site: Site
  before(async () => {
    site = await startSite({ views: [galleryViews], pages: [gallery, echo] })
  })
  after(() => site.stop())

  it('is flat: a list where a name comes twice, and never an object', async () => {
    const browser = visitor(site.url)
    await browser.get('/gallery/public')
    const answer = await browser.post('/echo', {
      a: ['1', '2'],
      'b[c]': '3',
      '__proto__[polluted]': 'yes',
      __proto__: 'x',
    })
    const fields = JSON.parse(answer.body) as Record<string, unknown>
    expect(fields).to.include({ 'b[c]': '3', '__proto__[polluted]': 'yes' })
    expect(fields.a).to.deep.equal(['1', '2'])
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined)
  })

  it('is at most 256 kB; more is told in words that say what to do', async () => {
    const browser = visitor(site.url)
    await browser.get('/gallery/public')
    const answer = await browser.post('/echo', { description: '办'.repeat(350_000) })
    expect(answer.status).to.equal(413)
    expect(answer.body).to.include('提交的内容太长').and.to.include('约2.8万个汉字')
    expect((await browser.post('/echo', { description: '办'.repeat(28_000) })).status).to.equal(200)
  })

  it('has at most 500 fields', async () => {
    const browser = visitor(site.url)
    await browser.get('/gallery/public')
    const answer = await browser.send('/echo', 'a=1&'.repeat(600))
    expect(answer.status).to.equal(413)
  })

  it('is a form: other kinds are read by nobody', async () => {
    const browser = visitor(site.url)
    await browser.get('/gallery/public')
    const answer = await browser.send('/echo', '{"a":1}', { 'Content-Type': 'application/json' })
    expect(answer.status).to.equal(403)
  })

  it('in a character set nobody knows is a request that cannot be handled', async () => {
    const answer = await visitor(site.url).send('/echo', 'a=1', {
      'Content-Type': 'application/x-www-form-urlencoded; charset=x-none',
    })
    expect(answer.status).to.equal(415)
    expect(answer.body).to.include('这个请求无法处理')
  })
})

/** fetch sets the Sec-Fetch headers itself; this does not. */
function statusOf(url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(url, { method, headers: { Accept: 'text/html', ...headers } }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    request.once('error', reject)
    request.end()
  })
}
