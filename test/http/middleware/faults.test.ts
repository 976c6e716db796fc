import { expect } from 'chai'
import { pino } from 'pino'
import { person, startSite, type Site } from '../../helpers/app.js'
import { visitor } from '../../helpers/visitor.js'
import { DateInvalidError } from '../../../src/calendar/errors.js'
import * as problems from '../../../src/casework/problem.js'
import { textKeys } from '../../../src/catalogue/index.js'
import { problemStatus } from '../../../src/http/pages/fault.js'
import { route } from '../../../src/http/route-table.js'

describe('when something does not work', () => {
  let site: Site
  const lines: Record<string, unknown>[] = []
  const log = pino(
    { level: 'error' },
    { write: line => lines.push(JSON.parse(line) as Record<string, unknown>) },
  )

  before(async () => {
    const fail = (path: string, error: () => unknown) => ({ path, error })
    const failures = [
      fail('/stale', () => new problems.StalePageProblem('事项 CZ-2026-0007', '<b>黄敏</b>')),
      fail('/gone', () => new problems.NotFoundProblem('项事项')),
      fail('/day', () => new DateInvalidError('2026-02-30')),
      fail('/bug', () => new TypeError('secret of the database')),
      fail('/odd', () => 'not even an error'),
    ]
    site = await startSite({
      log,
      pages: [
        (routes, sessions) => {
          for (const { path, error } of failures)
            route(routes, 'get', path, 'public', () => {
              throw error()
            })
          route(routes, 'get', '/cases/:number', 'public', (_request, response) => {
            response.send('ok')
          })
          route(routes, 'get', '/in', 'public', async (request, response) => {
            await sessions.start(request, response, person('officer'))
            response.send('in')
          })
        },
      ],
    })
    site.sessions.people.set(1, person('officer'))
  })
  after(() => site.stop())
  beforeEach(() => lines.splice(0))

  it('a problem of the office is told in its own sentence, with what a person wrote escaped', async () => {
    const { status, body } = await visitor(site.url).get('/stale')
    expect(status).to.equal(409)
    expect(body).to.include('情况有变化，没有提交').and.to.include('&lt;b&gt;黄敏&lt;/b&gt;')
    expect(body).not.to.include('<b>')
    expect(lines).to.deep.equal([])
  })

  it('what is not yours and what is not there look alike', async () => {
    expect((await visitor(site.url).get('/gone')).status).to.equal(404)
  })

  it('a day that does not exist is told as a wrong input', async () => {
    const { status, body } = await visitor(site.url).get('/day')
    expect(status).to.equal(422)
    expect(body).to.include('2026-02-30')
  })

  for (const path of ['/bug', '/odd'])
    it(`a fault of ours (${path}) tells the request's id and no more, and is logged once`, async () => {
      const { status, body, headers } = await visitor(site.url).get(path)
      const id = headers.get('X-Request-Id') ?? 'none'
      expect(status).to.equal(500)
      expect(body).to.include('系统出了问题').and.to.include(id)
      expect(body).not.to.include('secret')
      expect(lines.map(line => line.id)).to.deep.equal([id])
    })

  it('a page that is not there says so, to people and to scripts', async () => {
    const browser = visitor(site.url)
    const page = await browser.get('/nowhere')
    expect(page.status).to.equal(404)
    expect(page.body).to.include('没有找到这个页面').and.to.include('返回首页')
    const data = await browser.get('/nowhere', { Accept: 'application/json' })
    expect(JSON.parse(data.body)).to.include({ title: '没有找到这个页面' })
    await browser.get('/in')
    expect((await browser.get('/nowhere')).body).to.include('返回我的待办')
  })

  it('an address that cannot be read is no fault of ours', async () => {
    expect((await visitor(site.url).get('/cases/%E0%A4%A')).status).to.equal(400)
    expect(lines).to.deep.equal([])
  })

  it('each problem of the office has a status', () => {
    const codes = textKeys().flatMap(key =>
      key.startsWith('problem.') ? [key.slice('problem.'.length)] : [],
    )
    for (const code of Object.keys(problemStatus)) expect(codes).to.include(code)
  })
})
