import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { expect } from 'chai'
import { openOffice } from '../../src/main.js'
import { silentLog } from '../../src/log.js'
import { testConfig } from '../helpers/app.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import { openTestOffice } from '../helpers/office.js'
import type { Visitor } from '../helpers/visitor.js'
import { sessionPort } from '../../src/runtime/index.js'

describe('What tells the browser that the board has changed', () => {
  let site: HttpOffice
  let supervisor: Visitor
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
    supervisor = await site.as(site.office.people.supervisor)
  })
  afterEach(() => site.close())

  it('says which state it is at once, and another when something happens', async () => {
    const stream = await listen(`${site.url}/watch/events`, supervisor)
    expect(stream.response.statusCode).to.equal(200)
    expect(stream.response.headers).to.include({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    })
    const first = await stream.next('board')
    expect(first)
      .to.match(/^id: .+$/m)
      .and.include('"time":"09:00:00"')
    const page = await supervisor.get('/watch')
    expect(page.body, 'the page says which state it shows').to.include(
      `data-revision="${/^id: (.+)$/m.exec(first)?.[1]}"`,
    )
    await site.office.register()
    expect(await stream.next('board')).to.not.equal(first)
    stream.response.destroy()
  })

  it('is for the supervisor alone; who is not signed in is told so and not kept', async () => {
    const officer = await listen(`${site.url}/watch/events`, await site.as(site.office.people.officer))
    expect(officer.response.statusCode).to.equal(403)
    const nobody = await listen(`${site.url}/watch/events`, site.citizen())
    expect(nobody.response.statusCode).to.equal(401)
    for (const { response } of [officer, nobody]) response.resume()
  })

  it('leads a person who types its address to the board', async () => {
    expect((await supervisor.get('/watch/events')).location).to.equal('/watch')
  })

  it('leaves what was said about the last thing done to the page: a part of it takes nothing away', async () => {
    const number = await site.office.register()
    await supervisor.get('/watch')
    await supervisor.post('/watch/press', { kind: 'urge', target: `${number}~~~` })
    expect((await supervisor.get('/watch/board')).body).to.not.include('已催办1件')
    expect((await supervisor.get('/watch')).body).to.include('已催办1件，记入办理记录。')
  })
})

describe('An office that closes while somebody looks at the board', () => {
  it('ends what has no end of its own, and is closed', async () => {
    const office = await openTestOffice()
    const running = await openOffice({ ...testConfig, port: 0 }, office.parts, silentLog)
    const token = randomBytes(32).toString('base64url')
    await sessionPort(office.parts).create({
      tokenHash: createHash('sha256').update(token).digest('hex'),
      accountId: office.people.supervisor.accountId,
      expiresAt: '2026-04-14T10:00:00.000Z',
    })
    const cookies = new Map([['bdc_session', token]])
    const stream = await listen(`${running.url}watch/events`, { cookies })
    await stream.next('board')
    const ended = once(stream.response, 'end')
    await running.stop()
    await ended
  })
})

/** Opens the stream as a browser does. */
async function listen(url: string, { cookies }: Pick<Visitor, 'cookies'>) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const asked = get(url, { headers: { Accept: 'text/event-stream', Cookie: cookie }, agent: false })
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  let heard = ''
  response.setEncoding('utf8')
  response.on('data', (words: string) => (heard += words))
  return {
    response,
    /** the next event of this name */
    async next(name: string): Promise<string> {
      for (;;) {
        const found = new RegExp(`^event: ${name}\\n(?:.+\\n)+\\n`, 'm').exec(heard)
        if (found) {
          heard = heard.slice(found.index + found[0].length)
          return found[0]
        }
        await once(response, 'data')
      }
    },
  }
}
