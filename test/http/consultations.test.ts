import { expect } from 'chai'
import { text } from '../../src/catalogue/index.js'
import { paths } from '../../src/http/paths.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'

describe('A question at the window', function () {
  this.timeout(30_000)
  let site: HttpOffice
  let clerk: Visitor
  beforeEach(async () => {
    site = await openHttpOffice()
    clerk = await site.as(site.office.people.clerk)
    await clerk.get(paths.consultations)
  })
  afterEach(() => site.close())

  it('takes one line and one key, and begins no case', async () => {
    const sent = await clerk.post(paths.consultations, {
      question: '办优待证要带什么材料？',
      itemName: '',
      answer: '',
    })
    expect(sent.location).to.equal(paths.consultations)
    const { body } = await clerk.get(paths.consultations)
    expect(body).to.include('办优待证要带什么材料？').and.to.include(text('consultations.done'))
    expect(body).to.include(text('consultations.toCase'))
    expect(await site.office.parts.store.read.cases.byIds([1])).to.be.empty
  })

  it('stands in the list with the newest first, as words', async () => {
    for (const question of ['第一问', '<i>第二问</i>']) await clerk.post(paths.consultations, { question })
    const { body } = await clerk.get(paths.consultations)
    expect(body.indexOf('第一问')).to.be.above(body.indexOf('&lt;i&gt;第二问&lt;/i&gt;'))
    expect(body).not.to.include('<i>第二问')
  })

  it('must be a question, and not a novel; nothing typed is lost', async () => {
    const blank = await clerk.post(paths.consultations, {
      question: ' ',
      itemName: '老年人优待证',
      answer: '带身份证',
    })
    expect(blank.status).to.equal(422)
    expect(blank.body).to.include(text('consultations.question.missing'))
    expect(blank.body).to.include('value="老年人优待证"').and.to.include('value="带身份证"')
    const long = await clerk.post(paths.consultations, { question: '问'.repeat(501) })
    expect(long.body).to.include('最多500个字').and.to.include('问'.repeat(501))
  })

  it('comes fifty to a page', async () => {
    for (let one = 1; one <= 51; one += 1) await clerk.post(paths.consultations, { question: `问题${one}。` })
    const { body } = await clerk.get(paths.consultations)
    const next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&#x3D;', '=')
    expect(body).to.include('问题51。').and.not.to.include('问题1。')
    expect((await clerk.get(next!)).body)
      .to.include('问题1。')
      .and.not.to.include('问题2。')
  })

  it('is read by the office, which writes none', async () => {
    await clerk.post(paths.consultations, { question: '办优待证要带什么材料？' })
    const officer = await site.as(site.office.people.officer)
    const { body } = await officer.get(paths.consultations)
    expect(body).to.include('办优待证要带什么材料？')
    expect(body).not.to.include(text('consultations.submit')).and.not.to.include(text('consultations.toCase'))
    expect((await officer.post(paths.consultations, { question: '代登' })).status).to.equal(403)
  })
})
