import { expect } from 'chai'
import { startSite, type Site } from '../../helpers/app.js'
import { visitor } from '../../helpers/visitor.js'
import { limitTries } from '../../../src/http/middleware/rate-limit.js'
import { route } from '../../../src/http/route-table.js'

describe('trying again and again', () => {
  let site: Site

  beforeEach(async () => {
    site = await startSite({
      pages: [
        routes => {
          const byAddress = limitTries({ minutes: 15, tries: 3 })
          const byNumber = limitTries({
            minutes: 15,
            tries: 2,
            of: ({ query }) => `number:${typeof query.number === 'string' ? query.number : ''}`,
          })
          route(routes, 'get', '/by-address', 'public', byAddress, (_request, response) => {
            response.send('ok')
          })
          route(routes, 'get', '/by-number', 'public', byNumber, (_request, response) => {
            response.send('ok')
          })
        },
      ],
    })
  })
  afterEach(() => site.stop())

  it('is stopped after so many tries from one address, with a page that says when to come back', async () => {
    const browser = visitor(site.url)
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect((await browser.get('/by-address')).status).to.equal(200)
    const answer = await browser.get('/by-address')
    expect(answer.status).to.equal(429)
    expect(answer.headers.get('Retry-After')).to.equal('900')
    expect(answer.body).to.include('操作太频繁')
  })

  it('is counted for each thing that is tried', async () => {
    const browser = visitor(site.url)
    await browser.get('/by-number?number=1')
    await browser.get('/by-number?number=1')
    expect((await browser.get('/by-number?number=1')).status).to.equal(429)
    expect((await browser.get('/by-number?number=2')).status).to.equal(200)
  })
})
