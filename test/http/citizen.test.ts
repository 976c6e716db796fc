import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { text } from '../../src/catalogue/index.js'
import { paths } from '../../src/http/paths.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer, Visitor } from '../helpers/visitor.js'

describe('A citizen’s report', function () {
  this.timeout(30_000)
  let site: HttpOffice
  let citizen: Visitor
  before(async () => {
    site = await openHttpOffice()
  })
  after(() => site.close())
  beforeEach(() => {
    citizen = site.citizen()
  })

  const story = () => ({
    item: '食品经营许可（新办）',
    department: 'unknown',
    contact: '0772-2000106',
    place: String(site.office.places.centre),
    reporterName: '覃小梅',
    description: '窗口另要房东声明，指南里没有这一条。',
  })

  /** Opens the form and sends it with these answers. */
  async function send(answers: Record<string, string>): Promise<Answer> {
    const page = await citizen.get(paths.report)
    return citizen.post(paths.report, { submissionId: submissionIn(page), ...answers })
  }

  const stored = (number: string) => site.office.parts.store.read.cases.byNumber(number)

  it('asks all there is to ask in one form that needs no script', async () => {
    const { body } = await citizen.get(paths.report)
    const asked = [...body.matchAll(/<(?:input|select|textarea)[^>]* name="(\w+)"/g)].map(([, name]) => name)
    expect(asked).to.include.members([
      ...['item', 'department', 'contact', 'place', 'window', 'description', 'failedStage', 'visits'],
      ...[
        'guideRead',
        'guideMatch',
        'appliedChannel',
        'reporterKind',
        'reporterName',
        'agentName',
        'aboutOffice',
      ],
    ])
    expect(body.match(/<button[^>]*type="submit"[^>]*data-at-end/g)).to.have.length(1)
    expect(body).to.include(text('citizen.privacy.long.words'))
  })

  it('is answered with a number, a code to find it by and the promise in both parts', async () => {
    const sent = await send(story())
    expect(sent.status).to.equal(303)
    const number = numberIn(sent)
    const { status, body } = await citizen.get(sent.location!)
    expect(status).to.equal(200)
    expect(body).to.include(number)
    expect(body).to.include('src="data:image/svg+xml;base64,')
    expect(body).to.include(text('citizen.reported.promise.phone'))
    expect(body).to.include(text('citizen.reported.promise.feedback'))
    expect(body).not.to.include('2000106').and.not.to.include('覃小梅')
  })

  it('shows its number to nobody but who sent it', async () => {
    const { location } = await send(story())
    const answer = await site.citizen().get(location!)
    expect(answer.status).to.equal(303)
    expect(answer.location).to.match(/^\/track\?number=/)
  })

  it('leads on to the progress of the case without asking for its key again', async () => {
    const number = numberIn(await send(story()))
    const { status, body } = await citizen.get(`/track/${number}`)
    expect(status).to.equal(200)
    expect(body).to.include(story().item).and.to.include(number)
  })

  it('comes back with what is wrong beside each field, and loses nothing that was typed', async () => {
    const { status, body } = await send({
      ...story(),
      item: '',
      contact: '2000106',
      visits: '很多',
      failedStage: 'manyVisits',
      description: '带了全部材料。\n窗口说还差一样。',
    })
    expect(status).to.equal(422)
    for (const key of ['casework.intake.item', 'casework.contact.areaCodeMissing', 'casework.intake.visits'])
      expect(body.split(text(key)), key).to.have.length(3) // in the list at the top and beside the field
    expect(body).to.include('带了全部材料。\n窗口说还差一样。</textarea>')
    expect(body).to.include('value="2000106"').and.to.include('value="很多"')
    expect(body).to.match(/value="manyVisits" checked/)
    expect(body).to.match(/value="unknown" checked/)
    expect(body).to.match(new RegExp(`<option value="${site.office.places.centre}" selected>`))
  })

  it('is one case when it is sent twice, by a double click or by going back', async () => {
    const submissionId = randomUUID()
    await citizen.get(paths.report)
    const answers = { ...story(), submissionId }
    const [one, other] = await Promise.all([
      citizen.post(paths.report, answers),
      citizen.post(paths.report, answers),
    ])
    const again = await citizen.post(paths.report, answers)
    expect(numberIn(one)).to.equal(numberIn(other)).and.to.equal(numberIn(again))
    const twice = await site.office.parts.store.read.cases.bySubmission(submissionId)
    expect(twice?.number).to.equal(numberIn(one))
  })

  it('keeps its submission through a correction', async () => {
    const submissionId = randomUUID()
    const refused = await send({ ...story(), submissionId, item: '' })
    expect(submissionIn(refused)).to.equal(submissionId)
  })

  it('knows the window whose poster was scanned', async () => {
    const { window, centre } = site.office.places
    const { body } = await citizen.get(`${paths.report}?window=${window}`)
    expect(body).to.match(new RegExp(`<option value="${centre}" selected>`))
    expect(body).to.match(new RegExp(`<option value="${window}" selected>`))
    expect(body).to.include('06号窗口”的二维码')
    const sent = await citizen.post(paths.report, {
      ...story(),
      submissionId: submissionIn({ body }),
      via: 'qr',
      window: String(window),
    })
    expect(await stored(numberIn(sent))).to.include({ channel: 'qr', windowId: window, placeId: centre })
  })

  it('takes a poster of no window for none', async () => {
    for (const query of ['window=999', 'window=<b>', 'window=1&window=2', 'place='])
      expect((await citizen.get(`${paths.report}?${query}`)).body).to.include('name="via" value="web"')
  })

  it('shows words as words, whatever they look like', async () => {
    const script = '<script>alert(1)</script>'
    const refused = await send({
      ...story(),
      item: script,
      reporterName: '"><img src=x onerror=alert(1)>',
      contact: '',
    })
    const number = numberIn(await send({ ...story(), item: script }))
    for (const { body } of [refused, await citizen.get(`/track/${number}`)]) {
      expect(body).to.include('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(body).not.to.include(script).and.not.to.include('<img src=x')
    }
  })

  it('keeps rare characters and signs as they were typed', async () => {
    const number = numberIn(await send({ ...story(), reporterName: '李㙍𬌗䶮', description: '办不成😀' }))
    expect(await stored(number)).to.include({ reporterName: '李㙍𬌗䶮', description: '办不成😀' })
  })

  it('says how much is too much', async () => {
    const { status, body } = await send({ ...story(), description: '跑'.repeat(2003) })
    expect(status).to.equal(422)
    expect(body).to.include('写了2003个字，最多2000个字')
    expect(body).to.include('跑'.repeat(2003))
    const flood = await send({ ...story(), description: 'a'.repeat(1024 * 1024) })
    expect(flood.status).to.equal(413)
    expect(flood.body).to.include(text('error.tooLarge.title'))
  })

  it('takes a text with an identity number and says that it should not be there', async () => {
    const sent = await send({ ...story(), description: '我的身份证号是11010519491231002X' })
    expect((await citizen.get(sent.location!)).body).to.include(text('citizen.reported.privateNumber'))
  })

  it('is turned away without its form’s token', async () => {
    const body = new URLSearchParams(story()).toString()
    const { status } = await citizen.send(paths.report, body)
    expect(status).to.equal(403)
  })
})

function submissionIn({ body }: Pick<Answer, 'body'>): string {
  return /name="submissionId" value="([^"]+)"/.exec(body)?.[1] ?? ''
}

function numberIn({ location }: Answer): string {
  const number = /^\/reported\/([\d-]+)$/.exec(location ?? '')?.[1]
  if (number === undefined) throw new Error(`No number in ${location}`)
  return number
}
