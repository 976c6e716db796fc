import { expect } from 'chai'
import { text } from '../../src/catalogue/index.js'
import { paths } from '../../src/http/paths.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer, Visitor } from '../helpers/visitor.js'

describe('Registering at the window', function () {
  this.timeout(30_000)
  let site: HttpOffice
  let clerk: Visitor
  beforeEach(async () => {
    site = await openHttpOffice()
    clerk = await site.as(site.office.people.clerk)
  })
  afterEach(() => site.close())

  const story = () => ({
    item: '食品经营许可（新办）',
    department: String(site.office.departments.market),
    window: String(site.office.places.window),
    contact: '10000000101',
    reporterName: '覃小梅',
    agentName: '韦国强（丈夫）',
    description: '窗口另要房东声明，指南里没有这一条。',
    failedStage: 'notAccepted',
    visits: '3',
  })
  async function register(
    answers: Record<string, string> = {},
    address: string = paths.register,
  ): Promise<Answer> {
    const { body } = await clerk.get(address)
    const hidden = [...body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
    const given = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
    return clerk.post(paths.register, { ...given, ...story(), ...answers })
  }
  const stored = (number: string) => site.office.parts.store.read.cases.byNumber(number)

  it('enters the case at the clerk’s own place and leads to it with its number', async () => {
    const { street } = site.office.places
    const sent = await register({ place: String(street), via: 'qr' })
    const number = numberIn(sent)
    expect(sent.location).to.equal(`/cases/${number}#registered`)
    const { clerk: registrar } = site.office.people
    expect(await stored(number)).to.include({
      channel: 'window',
      placeId: site.office.places.centre,
      windowId: site.office.places.window,
      registrarId: registrar.accountId,
    })
    expect((await clerk.get(sent.location!)).body).to.include(text('register.done', { number }))
    expect(await site.office.task(number, 'Task_HandOver')).to.include({ name: '报送政管办' })
  })

  it('remembers the window for the next person', async () => {
    await register()
    const { body } = await clerk.get(paths.register)
    expect(body).to.include(`<option value="${site.office.places.window}" selected>`)
  })

  it('comes back with what is wrong and with all that was typed', async () => {
    const { status, body } = await register({ department: '', contact: '不知道', description: '<b>经过</b>' })
    expect(status).to.equal(422)
    expect(body).to.include(text('casework.intake.department'))
    expect(body).to.include(text('casework.contact.notATelephone')).and.to.include('value="不知道"')
    expect(body).to.include('&lt;b&gt;经过&lt;/b&gt;</textarea>').and.to.include('value="韦国强（丈夫）"')
  })

  it('is one case when the button is pressed twice', async () => {
    const submissionId = '0f8fad5b-d9cb-469f-a165-70867728950e'
    const one = await register({ submissionId })
    const other = await register({ submissionId })
    expect(numberIn(one)).to.equal(numberIn(other))
  })

  it('cannot be done by who has no window', async () => {
    const nowhere = await site.as(await clerkOf(null))
    const { status, body } = await nowhere.get(paths.register)
    expect(status).to.equal(403)
    expect(body).to.include(text('error.noPlace.advice'))
  })

  describe('the sheet to be signed', () => {
    it('can be printed blank, with the way to the form on it', async () => {
      const { status, body } = await clerk.get(paths.blankForm)
      expect(status).to.equal(200)
      expect(body).to.include(text('register.sheet.title')).and.to.include('城中区政务服务中心')
      expect(body).to.include('☐').and.not.to.include('☑')
      expect(body).to.include('data:image/svg+xml')
    })

    it('is filled in and masked; whole it is shown for a note in the history', async () => {
      const sent = await register({ then: 'print' })
      const number = numberIn(sent)
      expect(sent.location).to.equal(`/cases/${number}/form#registered`)
      const { body } = await clerk.get(sent.location!)
      expect(body).to.include(number).and.to.include('覃**').and.to.include('100****0101').and.to.include('☑')
      expect(body).to.include(text('register.done', { number }))
      expect(body).not.to.include('覃小梅').and.not.to.include('韦国强')

      const whole = await clerk.post(sent.location!)
      expect(whole.body).to.include('覃小梅').and.to.include('10000000101').and.to.include('韦国强（丈夫）')
      const { id = 0 } = (await stored(number)) ?? {}
      const history = await site.office.parts.store.views.timeline(id)
      const disclosed = history.filter(entry => entry.kind === 'case.disclosed')
      expect(disclosed.map(entry => entry.actorName)).to.deep.equal([site.office.people.clerk.name])
    })

    it('is nobody’s of another place', async () => {
      const number = numberIn(await register())
      const other = await site.as(await clerkOf(site.office.places.street))
      for (const answer of [
        await other.get(`/cases/${number}/form`),
        await other.post(`/cases/${number}/form`),
      ])
        expect(answer.body).not.to.include('覃')
      expect((await other.get(`/cases/${number}/form`)).status).to.equal(404)
    })
  })

  describe('from a question', () => {
    it('is filled in with it, and the question is noted as a case once', async () => {
      await clerk.get(paths.consultations)
      await clerk.post(paths.consultations, {
        question: '网上显示办结，窗口查不到？',
        itemName: '居住证签注',
      })
      const [asked] = await site.office.parts.store.read.consultations.list(null, 1)
      const address = `${paths.register}?consultation=${asked!.id}`
      const { body } = await clerk.get(address)
      expect(body).to.include('value="居住证签注"').and.to.include('网上显示办结，窗口查不到？</textarea>')

      const number = numberIn(await register({}, address))
      const [noted] = await site.office.parts.store.read.consultations.list(null, 1)
      expect(noted!.caseId).to.equal((await stored(number))?.id)
      expect((await clerk.get(address)).body).not.to.include('居住证签注')
      expect((await clerk.get(paths.consultations)).body).to.include(
        `${text('consultations.isCase')}<a href="/cases/${number}">${number}</a>`,
      )
    })

    it('is not told what was asked at another place', async () => {
      await clerk.get(paths.consultations)
      await clerk.post(paths.consultations, { question: '只在这里问的' })
      const [asked] = await site.office.parts.store.read.consultations.list(null, 1)
      const other = await site.as(await clerkOf(site.office.places.street))
      const { body } = await other.get(`${paths.register}?consultation=${asked!.id}`)
      expect(body).not.to.include('只在这里问的')
    })
  })

  /** Another clerk, of this place or of none. */
  async function clerkOf(placeId: number | null) {
    const { accountId: _, ...person } = site.office.people.clerk
    const [accountId = 0] = await site.office.parts.store.transaction(unit =>
      unit.accounts.insert([
        {
          username: 'another',
          displayName: '另一窗口',
          role: 'clerk',
          placeId,
          departmentId: null,
          passwordHash: '',
          active: true,
          createdAt: site.office.clock.now(),
        },
      ]),
    )
    return { ...person, accountId, placeId }
  }
})

function numberIn({ location, status }: Answer): string {
  const number = /^\/cases\/([\d-]+)/.exec(location ?? '')?.[1]
  if (number === undefined) throw new Error(`Not registered: ${status} ${location}`)
  return number
}
