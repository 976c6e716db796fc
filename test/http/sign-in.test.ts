import { expect } from 'chai'
import { text } from '../../src/catalogue/index.js'
import { sitePages } from '../../src/http/index.js'
import { demoPassword, sessionPort } from '../../src/runtime/index.js'
import { hashPassword } from '../../src/runtime/accounts.js'
import { startSite, testConfig, type Site } from '../helpers/app.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import { visitor } from '../helpers/visitor.js'

describe('Signing in', () => {
  let office: TestOffice
  const sites: Site[] = []
  before(async () => {
    office = await openTestOffice()
    const passwordHash = await hashPassword(demoPassword)
    const { officer } = office.people
    await office.parts.store.transaction(unit =>
      unit.accounts.update([{ id: officer.accountId, set: { passwordHash } }]),
    )
  })
  afterEach(() => Promise.all(sites.splice(0).map(site => site.stop())))
  after(() => office.close())

  const open = async (demo = true) => {
    const { parts, clock } = office
    const config = { ...testConfig, demo }
    const site = await startSite({
      config,
      clock,
      sessions: sessionPort(parts),
      pages: sitePages(parts, config),
    })
    sites.push(site)
    return visitor(site.url)
  }

  it('leads to the page one wanted, and signing out ends it', async () => {
    const browser = await open()
    const asked = await browser.get('/cases?status=open')
    expect(asked.location).to.equal(`/sign-in?next=${encodeURIComponent('/cases?status=open')}`)
    await browser.get(asked.location!)
    const next = '/cases?status=open'
    const inside = await browser.post('/sign-in', { username: 'officer', password: demoPassword, next })
    expect(inside.location).to.equal(next)
    expect((await browser.get(next)).body).to.include('officer甲')
    expect((await browser.post('/sign-out')).location).to.equal('/sign-in')
    expect((await browser.get('/tasks')).status).to.equal(303)
  })

  it('leads to no other site', async () => {
    const browser = await open()
    await browser.get('/sign-in')
    const credentials = { username: 'officer', password: demoPassword }
    const inside = await browser.post('/sign-in', { ...credentials, next: '//elsewhere.example' })
    expect(inside.location).to.equal('/tasks')
  })

  it('says the same of a wrong name and of a wrong password, and keeps the name', async () => {
    const browser = await open()
    await browser.get('/sign-in')
    const wrong = await browser.post('/sign-in', { username: 'officer', password: 'wrong' })
    const unknown = await browser.post('/sign-in', { username: 'nobody', password: demoPassword })
    for (const answer of [wrong, unknown]) {
      expect(answer.status).to.equal(401)
      expect(answer.body).to.include(text('problem.wrongCredentials'))
    }
    expect(wrong.body).to.include('value="officer"').and.not.include('value="wrong"')
  })

  it('says what is blank beside the field', async () => {
    const browser = await open()
    await browser.get('/sign-in')
    const answer = await browser.post('/sign-in', { username: '', password: '' })
    expect(answer.status).to.equal(422)
    expect(answer.body).to.include('请填写用户名').and.include('请填写密码')
  })

  it('offers the accounts of a demonstration, and fills them in', async () => {
    const browser = await open()
    expect((await browser.get('/sign-in')).body)
      .to.include('演示账号')
      .and.include('supervisor甲')
    const filled = await browser.get('/sign-in?as=supervisor')
    expect(filled.body).to.include('value="supervisor"').and.include(`value="${demoPassword}"`)
  })

  it('shows no account where it is not a demonstration', async () => {
    const browser = await open(false)
    const { body } = await browser.get('/sign-in?as=supervisor')
    expect(body).not.to.include('value="supervisor"')
    expect(body).not.to.include('演示账号').and.not.include(demoPassword)
  })

  it('turns away who guesses at one account', async () => {
    const browser = await open(false)
    await browser.get('/sign-in')
    const statuses: number[] = []
    for (let guess = 0; guess < 6; guess += 1)
      statuses.push((await browser.post('/sign-in', { username: 'leader', password: `${guess}` })).status)
    expect(statuses).to.deep.equal([401, 401, 401, 401, 401, 429])
  })
})
