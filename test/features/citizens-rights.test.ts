import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'chai'
import sharp from 'sharp'
import { strFromU8, unzipSync } from 'fflate'
import { CaseErasedProblem, RestrictedProblem } from '../../src/casework/problem.js'
import { text } from '../../src/catalogue/index.js'
import { learningAdvance } from '../../src/engine/index.js'
import {
  attachToCase,
  discloseContact,
  remindOfPrivacyRequests,
  reopenCase,
  similarCases,
  verifyTrail,
  withdrawCase,
} from '../../src/runtime/index.js'
import { temporaryFolder } from '../helpers/database.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'

describe('The citizen’s rights over what is kept of them', function () {
  this.timeout(30_000)
  let site: HttpOffice
  let number: string
  let citizen: Visitor
  before(async () => {
    // the way of a case on the engine alone is tried by the other stories
    site = await openHttpOffice({ advance: learningAdvance() })
  })
  after(() => site.close())
  // each story is a case of its own
  beforeEach(async () => {
    number = await site.office.register()
    citizen = await come('0101')
  })

  async function come(tail: string): Promise<Visitor> {
    const visitor = site.citizen()
    await visitor.get('/track')
    expect((await visitor.post('/track', { number, tail })).status).to.equal(303)
    return visitor
  }
  const page = (of: string) => citizen.get(`/track/${number}/${of}`)
  async function ask(kind: string, fields: Record<string, string> = {}) {
    await page('rights')
    return citizen.post(`/track/${number}/rights`, { kind, ...fields })
  }
  const asks = async (kind: string, fields: Record<string, string> = {}) => {
    expect((await ask(kind, { [`${kind}Words`]: '这件事已经办好了。', ...fields })).status).to.equal(303)
  }
  async function prove(contact: string) {
    await page('data')
    return citizen.post(`/track/${number}/data`, { contact })
  }
  async function decide(fields: Record<string, string>) {
    const officer = await site.as(site.office.people.officer)
    const request = (await requests()).find(({ decidedAt }) => decidedAt === null)
    const id = String(request?.id)
    expect((await officer.get('/privacy-requests')).body).to.include(`href="/privacy-requests/${id}"`)
    await officer.get(`/privacy-requests/${id}`)
    return officer.post(`/privacy-requests/${id}`, fields)
  }
  const stored = async () => (await site.office.parts.store.read.cases.byNumber(number))!
  const requests = async () => site.office.parts.store.read.privacyRequests.ofCase((await stored()).id)
  const close = () => withdrawCase(site.office.parts, { number, reason: '已经办成' })
  const trail = async () => {
    const { read, views } = site.office.parts.store
    const { id } = await stored()
    return [...(await read.accesses.ofCase(id)), ...(await views.timeline(id))].map(({ kind }) => kind)
  }

  describe('to see and to copy', () => {
    it('masked for the last four digits, whole for the whole number; each look is in the trail', async () => {
      const before = (await page('data')).body
      expect(before).to.include('覃**').and.include('100****0101').and.include('房东声明')
      expect(before).to.not.include('覃小梅').and.not.include('10000000101')
      const wrong = await prove('10000009999')
      expect(wrong.status).to.equal(422)
      expect(wrong.body).to.include(text('privacy.prove.wrong')).and.not.include('覃小梅')
      expect((await prove('100 0000 ０１０１')).status, 'however it is typed').to.equal(303)
      expect((await page('data')).body)
        .to.include('覃小梅')
        .and.include('10000000101')
        .and.include(text('privacy.data.looks.none'))
      expect(await trail()).to.include('privacy.seen')
      const second = await come('0101')
      expect((await second.get(`/track/${number}/data`)).body, 'another visitor proves anew').to.include(
        '覃**',
      )
    })

    it('takes a document and a file for another system away, with what the page says', async () => {
      await prove('10000000101')
      const paper = await page('data/copy.docx')
      expect(paper.headers.get('content-disposition')).to.include(`filename="${number}.docx"`)
      const words = strFromU8(unzipSync(paper.bytes)['word/document.xml'] ?? new Uint8Array())
      expect(words).to.include('覃小梅').and.include('10000000101').and.include('房东声明')
      const data = JSON.parse((await page('data/copy.json')).body) as Record<string, unknown>
      expect(data).to.deep.include({ number, whole: true })
      expect(data.report).to.include({ reporterName: '覃小梅', contact: '10000000101', visits: 3 })
      expect(Object.keys(data.report as object), 'nothing internal').to.not.include('facts')
      expect((await trail()).filter(kind => kind === 'privacy.copied')).to.have.length(2)
    })

    it('says when somebody looked at the number, and in which capacity; not who', async () => {
      const { parts, people } = site.office
      await discloseContact(parts, people.officer, { number, reason: '核实材料' })
      const { body } = await page('data')
      expect(body)
        .to.include('2026年4月14日')
        .and.include('政管办经办人')
        .and.not.include(people.officer.name)
    })

    it('to nobody who has not shown the key, and with few guesses at the number', async () => {
      const stranger = site.citizen()
      for (const of of ['data', 'data/copy.docx', 'data/copy.json', 'rights'])
        expect((await stranger.get(`/track/${number}/${of}`)).location).to.equal(`/track?number=${number}`)
      await page('data')
      for (let guess = 0; guess < 10; guess += 1)
        await citizen.post(`/track/${number}/data`, { contact: `1000000${1000 + guess}` })
      expect((await citizen.post(`/track/${number}/data`, { contact: '10000000101' })).status).to.equal(429)
    })
  })

  describe('to have it put right', () => {
    it('is asked on the page, due within fifteen working days, and granted once who they are was checked', async () => {
      await asks('correct', { reporterName: '覃晓梅', contact: '0772-2000106' })
      expect((await citizen.get(`/track/${number}`)).body, 'in the progress')
        .to.include(text('privacy.state.waiting'))
        // 15 working days after Tuesday, 14 April: 三月三 from the 17th to the 20th and five days in May are none, Saturday,
        // 9 May, is one
        .and.include('2026年5月11日')
      const officer = await site.as(site.office.people.officer)
      expect((await officer.get('/tasks')).body).to.match(/有\d+件个人信息申请待答复/)
      expect((await officer.get('/notices')).body).to.include('群众申请更正姓名或电话')

      const unproven = await decide({ decision: 'granted', answer: '已更正。' })
      expect(unproven.status).to.equal(422)
      expect(unproven.body).to.include(text('runtime.privacy.proof')).and.include('已更正。</textarea>')
      expect(await stored()).to.include({ contact: '10000000101' })
      expect((await decide({ decision: 'granted', answer: '已更正。', proof: 'oldNumber' })).status).to.equal(
        303,
      )

      expect(await stored()).to.include({
        ...{ reporterName: '覃晓梅', contact: '0772-2000106', contactTail: '0106' },
      })
      expect((await citizen.get(`/track/${number}`)).location, 'the old key').to.equal(
        `/track?number=${number}`,
      )
      const { body } = await (await come('0106')).get(`/track/${number}`)
      expect(body).to.include(text('privacy.state.granted')).and.include('已更正。')
      const [request] = await requests()
      expect(request, 'what was asked is in the case now').to.include({ contact: null, reporterName: null })
      expect((await officer.get(`/cases/${number}`)).body)
        .to.include('已更正姓名、联系电话')
        .and.include('原号码')
    })

    it('is done at the window at once, and answers what was asked on the page', async () => {
      await asks('correct', { contact: '10000000202' })
      const clerk = await site.as(site.office.people.clerk)
      expect((await clerk.get(`/cases/${number}`)).body).to.include(`/cases/${number}/person`)
      const { body } = await clerk.get(`/cases/${number}/person`)
      expect(body).to.include('100****0101').and.include('100****0202').and.not.include('10000000202')
      const nothing = await clerk.post(`/cases/${number}/person/correct`, { contact: '2000106' })
      expect(nothing.status).to.equal(422)
      expect(nothing.body)
        .to.include(text('casework.contact.areaCodeMissing'))
        .and.include(text('runtime.privacy.proof'))
        .and.include('value="2000106"')
      const proof = 'document'
      await clerk.post(`/cases/${number}/person/correct`, { contact: '10000000202', proof })
      expect(await stored()).to.include({
        contact: '10000000202',
        contactTail: '0202',
        reporterName: '覃小梅',
      })
      expect((await requests()).map(({ decision }) => decision)).to.deep.equal(['granted'])
      const officer = await site.as(site.office.people.officer)
      expect((await officer.get('/notices')).body, 'nobody takes a case over unseen').to.include(
        '窗口更正了群众的联系电话（当面核对身份证件',
      )
      expect((await (await come('0202')).get(`/track/${number}`)).body).to.include('已更正联系电话')
    })

    it('wants something that is different, and is asked once', async () => {
      await prove('10000000101')
      const same = await ask('correct', { contact: '10000000101', correctWords: '换号了' })
      expect(same.status).to.equal(422)
      expect(same.body).to.include(text('casework.correction.nothing')).and.include('换号了</textarea>')
      await asks('correct', { reporterName: '覃晓梅' })
      const again = await ask('correct', { reporterName: '覃晓梅' })
      expect(again.status).to.equal(422)
      expect(again.body).to.include(text('runtime.privacy.already'))
    })

    it('tells nobody who has not shown the whole number what is kept, whatever they propose', async () => {
      const tooLong = { correctWords: '长'.repeat(501) }
      const answers = []
      for (const guess of [
        ...[{ contact: '10000000101' }, { contact: '10000000102' }],
        ...[{ reporterName: '覃小梅' }, { reporterName: '覃小梦' }],
      ])
        answers.push(await ask('correct', { ...guess, ...tooLong }))
      for (const { status, body } of answers) {
        expect(status).to.equal(422)
        expect(body).to.not.include(text('casework.correction.nothing'))
      }
      expect((await ask('correct', { contact: '10000000101' })).status, 'taken like any other').to.equal(303)
      const clerk = await site.as(site.office.people.clerk)
      await clerk.get(`/cases/${number}/person`)
      const guessed = await clerk.post(`/cases/${number}/person/correct`, { contact: '10000000101' })
      expect(guessed.body, 'nor a clerk who was shown no proof').to.not.include(
        text('casework.correction.nothing'),
      )
    })
  })

  describe('to have it used no further', () => {
    it('waits for the end of the case, is refused by a reason of the law, and is told', async () => {
      await asks('restrict')
      const early = await decide({ decision: 'granted', answer: '同意。' })
      expect(early.status).to.equal(422)
      expect(early.body).to.include(text('runtime.privacy.open.restrict'))
      await asks('erase')
      const [, erasure] = await requests()
      const officer = await site.as(site.office.people.officer)
      await officer.get(`/privacy-requests/${erasure?.id}`)
      const early2 = await officer.post(`/privacy-requests/${erasure?.id}`, {
        ...{ decision: 'refused', ground: 'kept', answer: '依法须保存。' },
      })
      expect(early2.body, 'an open case is not kept for a term').to.include(text('runtime.privacy.open.kept'))
      const groundless = await decide({ decision: 'refused', answer: '还在办。', ground: 'accurate' })
      expect(groundless.status, 'a reason of another right').to.equal(422)
      await decide({ decision: 'refused', answer: '还在办理，办结后可以再申请。', ground: 'purpose' })
      expect((await citizen.get(`/track/${number}`)).body)
        .to.include(text('privacy.state.refused'))
        .and.include('第四十七条第一款第一项')
        .and.include('办结后可以再申请')
      expect(await trail())
        .to.include('privacy.asked')
        .and.include('privacy.refused')
    })

    it('once granted nobody looks at the number, and the case is not taken up again', async () => {
      const { parts, people } = site.office
      await close()
      await asks('restrict')
      await decide({ decision: 'granted', answer: '从今天起只保存。' })
      const refused = (doing: Promise<unknown>) => doing.catch((error: unknown) => error)
      expect(
        await refused(discloseContact(parts, people.officer, { number, reason: '回访' })),
      ).to.be.instanceOf(RestrictedProblem)
      expect(
        await refused(reopenCase(parts, people.officer, { number, reason: '没有办成' })),
      ).to.be.instanceOf(RestrictedProblem)
      const officer = await site.as(people.officer)
      const closed = (await officer.get(`/cases/${number}`)).body
      expect(closed)
        .to.include(text('privacy.restricted'))
        .and.not.include(`/cases/${number}/contact`)
        .and.not.include(text('beside.samePerson'))
      const similar = await similarCases(parts, people.clerk, {
        ...{ item: (await stored()).itemName, contact: '10000000101', departmentId: null, description: '' },
      })
      expect([...similar.samePerson, ...similar.others].map(one => one.number)).to.not.include(number)
      expect((await page('rights')).body).to.include('起已停止使用，只保存')
      await prove('10000000101')
      expect((await page('data')).body, 'they still see what is kept').to.include('覃小梅')

      await asks('erase')
      const { contact } = await discloseContact(parts, people.officer, { number, reason: '告知删除' })
      expect(contact, 'who asks is rung up about it').to.equal('10000000101')
      expect((await officer.get(`/cases/${number}`)).body).to.include(`/cases/${number}/contact`)
    })

    it('once granted nobody opens a file of theirs', async () => {
      const { parts, people } = site.office
      const upload = { path: await picture(), name: '证件.png', tooLarge: false }
      await attachToCase(parts, people.officer, { number, uploads: [upload] })
      const [file] = await parts.store.read.attachments.ofCase((await stored()).id)
      await close()
      const officer = await site.as(people.officer)
      const address = `/cases/${number}/files/${file?.id}`
      expect((await officer.get(`/cases/${number}`)).body).to.include(address)
      await asks('restrict')
      await decide({ decision: 'granted', answer: '从今天起只保存。' })
      expect((await officer.get(`/cases/${number}`)).body).to.not.include(address)
      for (const small of ['', '/small']) expect((await officer.get(address + small)).status).to.equal(409)
    })
  })

  describe('to have it erased', () => {
    it('waits for the end of the case; then nothing of the person is left, and the figures are', async () => {
      await asks('erase')
      const granted = { decision: 'granted', answer: '已删除。', told: 'phone' }
      expect((await decide(granted)).body).to.include(text('runtime.privacy.open.erase'))
      await close()
      const untold = await decide({ ...granted, told: '' })
      expect(untold.status).to.equal(422)
      expect(untold.body).to.include(text('runtime.privacy.told')).and.include('已删除。</textarea>')

      const before = await stored()
      expect((await decide(granted)).status).to.equal(303)
      const after = await stored()
      expect(after).to.include({ reporterName: '', contact: '', contactTail: '', description: '' })
      expect(after.erasedAt).to.equal(site.office.clock.now())
      for (const counted of ['itemKey', 'departmentId', 'registeredOn', 'closedAt', 'endEvent'] as const)
        expect(after[counted], counted).to.equal(before[counted])
      const [request] = await requests()
      expect(request, 'that it was asked and granted stays').to.include({
        decision: 'granted',
        told: 'phone',
      })
      expect(request, 'their words do not').to.include({ words: '', answer: null })
      expect((await verifyTrail(site.office.parts, [])).findings).to.deep.equal([])

      expect((await citizen.get(`/track/${number}`)).location, 'nothing to look up').to.equal(
        `/track?number=${number}`,
      )
      const officer = await site.as(site.office.people.officer)
      expect((await officer.get(`/privacy-requests/${request?.id}`)).body)
        .to.include('拨打登记的号码，已告知本人')
        .and.include(text('privacy.decide.next.erased'))
        .and.not.include(text('privacy.decide.next.done'))
      const clerk = await site.as(site.office.people.clerk)
      expect((await clerk.get(`/cases/${number}/person`)).body)
        .to.include(text('privacy.person.erased'))
        .and.not.include('name="reporterName"')
      const late = await clerk.post(`/cases/${number}/person/correct`, {
        ...{ reporterName: '覃晓梅', proof: 'document' },
      })
      expect(late.status, 'there is nothing to put right').to.equal(409)
      const { parts, people } = site.office
      const upload = { path: await picture(), name: '证件.png', tooLarge: false }
      expect(
        await attachToCase(parts, people.officer, { number, uploads: [upload] }).catch(
          (error: unknown) => error,
        ),
        'nothing would clear it again',
      ).to.be.instanceOf(CaseErasedProblem)
    })

    it('waits for what else was asked, and is refused while the law wants it kept', async () => {
      await close()
      await asks('correct', { reporterName: '覃晓梅' })
      await asks('erase')
      const officer = await site.as(site.office.people.officer)
      const [, erasure] = await requests()
      await officer.get(`/privacy-requests/${erasure?.id}`)
      const held = await officer.post(`/privacy-requests/${erasure?.id}`, {
        ...{ decision: 'granted', answer: '已删除。', told: 'phone' },
      })
      expect(held.status).to.equal(422)
      expect(held.body).to.include(text('retention.kept.asked'))
      expect((await stored()).reporterName, 'nothing is half done').to.equal('覃小梅')
      await decide({ decision: 'granted', answer: '已更正。', proof: 'document' })
      await decide({ decision: 'refused', ground: 'kept', answer: '依法须保存三年。' })
      expect((await page('rights')).body)
        .to.include('第四十七条第二款')
        .and.include('依法须保存三年。')
      expect((await stored()).restrictedAt, 'kept because a law says so is used for nothing else').to.equal(
        site.office.clock.now(),
      )
      await asks('erase')
      expect((await requests()).map(({ decision }) => decision)).to.deep.equal(['granted', 'refused', null])
    })
  })

  describe('are kept to by the office', () => {
    it('at the window are written down for who has no number and no browser', async () => {
      const clerk = await site.as(site.office.people.clerk)
      await clerk.get(`/cases/${number}/person`)
      const wrong = await clerk.post(`/cases/${number}/person/ask`, { kind: 'erase', channel: 'web' })
      expect(wrong.status).to.equal(422)
      expect(wrong.body).to.include(text('runtime.privacy.channel'))
      await clerk.post(`/cases/${number}/person/ask`, {
        kind: 'erase',
        channel: 'phone',
        words: '不想留记录',
      })
      expect((await clerk.get('/privacy-requests')).body)
        .to.include('电话')
        .and.include(number)
      expect((await page('rights')).body).to.include(text('privacy.state.waiting'))
    })

    it('are nothing that the person complained about learns of', async () => {
      const { parts, people } = site.office
      await asks('erase')
      const row = await stored()
      await parts.store.transaction(unit =>
        unit.cases.update([
          { id: row.id, expectedRevision: row.revision, set: { subjectAccountId: people.officer.accountId } },
        ]),
      )
      const officer = await site.as(people.officer)
      expect((await officer.get('/privacy-requests')).body).to.not.include(number)
      const [request] = await requests()
      expect((await officer.get(`/privacy-requests/${request?.id}`)).status).to.equal(403)
      expect((await officer.get(`/cases/${number}/person`)).status).to.equal(403)
    })

    it('are answered in time: the office is reminded, then the supervisor, each once', async () => {
      await asks('erase')
      const { parts, people, clock } = site.office
      const told = async (who: 'officer' | 'supervisor') => {
        const { body } = await (await site.as(people[who])).get('/notices')
        return body.match(new RegExp(`个人信息申请(快到期|应在)(?=[^<]*<[^]{0,200}${number})`, 'g')) ?? []
      }
      await remindOfPrivacyRequests(parts)
      expect(await told('officer')).to.have.length(0)
      clock.set('2026-05-09T08:00:00+08:00')
      await remindOfPrivacyRequests(parts)
      await remindOfPrivacyRequests(parts)
      expect(await told('officer')).to.deep.equal(['个人信息申请快到期'])
      clock.set('2026-05-12T08:00:00+08:00')
      await remindOfPrivacyRequests(parts)
      expect(await told('supervisor')).to.deep.equal(['个人信息申请应在'])
      const supervisor = await site.as(people.supervisor)
      expect((await supervisor.get('/privacy-requests')).body).to.include(text('privacy.state.late'))
    })

    it('stand on a page that everybody can read, with the days that the office has set', async () => {
      const supervisor = await site.as(site.office.people.supervisor)
      await supervisor.get('/office-settings')
      const days = { group: 'privacy', privacyReplyDays: '7', privacyReason: '便民' }
      await supervisor.post('/office-settings', days)
      const stranger = site.citizen()
      expect((await stranger.get('/')).body).to.include('href="/privacy"')
      expect((await stranger.get('/privacy')).body)
        .to.include('7个工作日内答复')
        .and.include('第四十七条')
      await asks('erase')
      expect((await page('rights')).body).to.include('2026年5月21日')
    })
  })
})

async function picture(): Promise<string> {
  const at = path.join(await temporaryFolder(), 'a.png')
  const create = { width: 40, height: 40, channels: 3 as const, background: { r: 9, g: 9, b: 9 } }
  await writeFile(at, await sharp({ create }).png().toBuffer())
  return at
}
