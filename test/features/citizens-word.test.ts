import { expect } from 'chai'
import { DifferentPersonRequiredProblem } from '../../src/casework/problem.js'
import { text } from '../../src/catalogue/index.js'
import { learningAdvance } from '../../src/engine/index.js'
import { heic, pdf, photo } from '../files/samples.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer, SentFile, Visitor } from '../helpers/visitor.js'
import * as say from './answers.js'
import { confirmedCase, analysedCase } from './stages.js'

describe('The citizen’s own word on the page of their case', function () {
  this.timeout(30_000)
  let site: HttpOffice
  let number: string
  let citizen: Visitor
  before(async () => {
    // the way of a case on the engine alone is tried by the other stories
    site = await openHttpOffice({ advance: learningAdvance() })
  })
  after(() => site.close())

  const { done, feedback, passedCheck, rectified } = say
  const own = () => citizen.get(`/track/${number}`)
  async function come(): Promise<void> {
    citizen = site.citizen()
    await citizen.get('/track')
    expect((await citizen.post('/track', { number, tail: '0101' })).status).to.equal(303)
    await own()
  }
  /** Up to the feedback; `visited` further on, to where the return visit waits. */
  async function fedBack({ visit = true } = {}): Promise<void> {
    const { office } = site
    const { officer, liaison } = office.people
    number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', officer, say.departmentAtFault)
    await office.complete(number, 'Task_Rectify', liaison, rectified)
    await office.complete(number, 'Task_Verify', officer, passedCheck)
    await office.complete(number, 'Task_Feedback', officer, feedback)
    if (visit) await office.complete(number, 'Task_FollowUp', officer, done)
    await come()
  }
  const rate = (fields: Record<string, string>) => citizen.post(`/track/${number}/rating`, fields)
  const stored = async () => (await site.office.parts.store.read.cases.byNumber(number))!
  const open = async () => (await site.office.open(number)).map(({ activityId }) => activityId)
  const timeline = async () =>
    (await (await site.as(site.office.people.officer)).get(`/cases/${number}`)).body

  describe('a rating', () => {
    it('of who is satisfied is the answer to the return visit: the case goes to the archive', async () => {
      await fedBack()
      expect((await own()).body).to.include(text('track.rating.what'))
      expect((await rate({ satisfaction: '4' })).status).to.equal(303)
      expect((await own()).body)
        .to.include(text('track.rating.completed'))
        .and.include('您的评价：满意')
      expect(await stored()).to.include({ satisfaction: 4, endEvent: 'End_Archived' })
      expect(await timeline()).to.match(/回访与评价[\s\S]{0,400}反映人/)
    })

    it('that asks for a review leads to another officer, once, as the diagram has it', async () => {
      await fedBack()
      await rate({ satisfaction: '1', dissatisfaction: '说我少交材料，我交了。', review: 'true' })
      expect(await open()).to.deep.equal(['Task_Review'])
      const { officer, otherOfficer } = site.office.people
      const same = await site.office
        .complete(number, 'Task_Review', officer, { reviewResult: 'uphold', reviewNote: 'x' })
        .catch((error: unknown) => error)
      expect(same, 'who found the cause does not review it').to.be.instanceOf(DifferentPersonRequiredProblem)
      await site.office.complete(number, 'Task_Review', otherOfficer, {
        reviewResult: 'uphold',
        reviewNote: '向窗口了解过。',
      })
      const { body } = await own()
      expect(body).to.include(text('track.answer.review.uphold')).and.not.include('向窗口了解过')
    })

    it('of who is not satisfied waits for the officer to ring, and is proposed to them', async () => {
      await fedBack()
      await rate({ satisfaction: '2', dissatisfaction: '等了十天。' })
      expect(await open()).to.deep.equal(['Task_ReturnVisit'])
      const task = await site.office.task(number, 'Task_ReturnVisit')
      const { body } = await (await site.as(site.office.people.officer)).get(`/tasks/${task.id}`)
      expect(body)
        .to.match(/name="satisfaction" value="2" checked/)
        .and.include('等了十天。</textarea>')
      expect((await own()).body).to.include('您的评价：不满意；等了十天。')
      await rate({ satisfaction: '3' })
      expect((await stored()).endEvent, 'a changed mind').to.equal('End_Archived')
    })

    it('before the return visit is on record for it', async () => {
      await fedBack({ visit: false })
      await rate({ satisfaction: '5', review: 'true' })
      expect(await open()).to.deep.equal(['Task_FollowUp'])
      const { officer } = site.office.people
      await site.office.complete(number, 'Task_FollowUp', officer, done)
      const task = await site.office.task(number, 'Task_ReturnVisit')
      const { body } = await (await site.as(officer)).get(`/tasks/${task.id}`)
      expect(body).to.match(/name="satisfaction" value="5" checked/)
      expect(body).to.match(/name="reviewRequested" value="true" checked/)
    })

    it('comes after the archive too, if nobody had one; and then no more', async () => {
      await fedBack()
      await site.office.complete(number, 'Task_ReturnVisit', site.office.people.officer, {})
      expect((await own()).body)
        .to.include(text('track.rating.what'))
        .and.not.include(text('track.rating.review'))
      await rate({ satisfaction: '3' })
      expect(await stored()).to.include({ satisfaction: 3, endEvent: 'End_Archived' })
      await rate({ satisfaction: '1', dissatisfaction: '反悔' })
      expect((await own()).body).to.include(text('track.rating.tooLate'))
      expect(await stored()).to.include({ satisfaction: 3 })
    })

    it('wants a grade, and of a low one the reason; nothing typed is lost', async () => {
      await fedBack()
      const nothing = await rate({ dissatisfaction: '忘了选😀㙍𬌗䶮' })
      expect(nothing.status).to.equal(422)
      expect(nothing.body).to.include(text('track.rating.missing')).and.include('忘了选😀㙍𬌗䶮</textarea>')
      expect((await rate({ satisfaction: '1' })).body).to.include(text('runtime.rating.why'))
      expect((await rate({ satisfaction: '1', dissatisfaction: '长'.repeat(501) })).status).to.equal(422)
      expect((await rate({ satisfaction: '6' })).status).to.equal(422)
      expect(await open()).to.deep.equal(['Task_ReturnVisit'])
    })

    it('is not asked for before there was an answer', async () => {
      number = await analysedCase(site.office)
      await come()
      expect((await own()).body).not.to.include(text('track.rating.title'))
    })

    it('sent twice counts once', async () => {
      await fedBack()
      const both = await Promise.all([rate({ satisfaction: '5' }), rate({ satisfaction: '5' })])
      expect(both.map(({ status }) => status)).to.deep.equal([303, 303])
      const { read } = site.office.parts.store
      const history = await read.history.ofCase((await stored()).id)
      expect(
        history.filter(
          ({ kind, activityId }) => kind === 'task.completed' && activityId === 'Task_ReturnVisit',
        ),
      ).to.have.lengthOf(1)
    })
  })

  describe('a supplement', () => {
    const file = (name: string, content: Uint8Array): SentFile => ({ field: 'files', name, content })
    const add = (
      words: string,
      files: readonly SentFile[],
      more: Record<string, string> = {},
    ): Promise<Answer> => citizen.upload(`/track/${number}/notes`, { words, ...more }, files)
    const rows = async () => site.office.parts.store.read.attachments.ofCase((await stored()).id)
    beforeEach(async () => {
      number = await site.report()
      await come()
    })

    it('of words and files is seen by both sides, and its pictures by who gave them', async () => {
      await add('窗口给了通知。', [file('通知.jpg', await photo()), file('清单.pdf', pdf())])
      const { body } = await own()
      expect(body).to.include('窗口给了通知。').and.include('附件：通知.jpg、清单.pdf')
      expect(await timeline())
        .to.include('通知.jpg')
        .and.include('群众补充材料')
      const [picture] = await rows()
      const seen = await citizen.get(`/track/${number}/files/${picture!.id}`)
      expect(seen.headers.get('content-type')).to.equal('image/jpeg')
      expect((await citizen.get(`/track/${number}/files/${picture!.id}/small`)).status).to.equal(200)
    })

    it('may be files alone; one that is not taken is named and takes nothing else with it', async () => {
      await add('', [file('好.jpg', await photo()), file('苹果.heic', heic())])
      expect((await own()).body).to.include(text('attachment.refused.heic', { name: '苹果.heic' }))
      expect((await rows()).map(({ name }) => name)).to.deep.equal(['好.jpg'])
      expect((await add('', [])).body).to.include(text('track.note.missing'))
      const long = await add('长'.repeat(1001), [file('再.jpg', await photo())])
      expect(long.status).to.equal(422)
    })

    it('sent twice is one', async () => {
      const submissionId = /name="submissionId" value="([^"]+)"/.exec((await own()).body)?.[1] ?? ''
      const content = await photo({ width: 80 })
      await Promise.all([1, 2].map(() => add('同一句话', [file('同.jpg', content)], { submissionId })))
      expect(await rows()).to.have.lengthOf(1)
      expect((await own()).body.match(/同一句话/g)).to.have.lengthOf(1)
    })

    it('shows nobody else’s files, neither the office’s nor those of another case', async () => {
      const { officer } = site.office.people
      const person = await site.as(officer)
      await person.get(`/cases/${number}`)
      await person.upload(`/cases/${number}/files`, {}, [file('内部.pdf', pdf())])
      const [internal] = await rows()
      expect((await own()).body).not.to.include('内部.pdf')
      expect((await citizen.get(`/track/${number}/files/${internal!.id}`)).status).to.equal(404)
      await add('', [file('我的.jpg', await photo())])
      const mine = (await rows()).at(-1)!
      const stranger = site.citizen()
      expect((await stranger.get(`/track/${number}/files/${mine.id}`)).location).to.match(/^\/track\?/)
      const mineIs = number
      number = await site.report()
      await come()
      expect((await citizen.get(`/track/${number}/files/${mine.id}`)).status).to.equal(404)
      number = mineIs
    })
  })
})
