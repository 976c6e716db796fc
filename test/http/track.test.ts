import { expect } from 'chai'
import { text } from '../../src/catalogue/index.js'
import { paths } from '../../src/http/paths.js'
import { accept, analysis, answered, bothAtFault, confirmed, handOver } from '../features/answers.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer, Visitor } from '../helpers/visitor.js'

describe('The look-up of a case', function () {
  this.timeout(30_000)
  let site: HttpOffice
  let citizen: Visitor
  let number: string
  beforeEach(async () => {
    site = await openHttpOffice()
    number = await site.office.register({ contact: '0772-2000106' })
    citizen = site.citizen()
  })
  afterEach(() => site.close())

  async function lookUp(given: { number: string; tail: string }, by = citizen): Promise<Answer> {
    await by.get(paths.track)
    return by.post(paths.track, given)
  }
  const open = () => lookUp({ number, tail: '0106' })
  const page = () => citizen.get(`/track/${number}`)
  const closedAt = async () => (await site.office.parts.store.read.cases.byNumber(number))?.closedAt

  /** The case with its cause confirmed and both at fault: both promises run. */
  async function promised() {
    const { office } = site
    const { people, departments } = office
    await office.complete(number, 'Task_HandOver', people.clerk, handOver)
    await office.complete(number, 'Task_ScopeCheck', people.officer, accept)
    await office.complete(number, 'Task_Analyse', people.officer, analysis([departments.market], 'B2', 'A1'))
    await office.complete(number, 'Task_ConfirmCause', people.liaison, confirmed)
    await office.complete(number, 'Task_Verdict', people.officer, bothAtFault)
  }

  it('opens with the number and the last four digits, however they are typed', async () => {
    for (const given of [
      { number, tail: '0106' },
      { number: number.replaceAll('-', ''), tail: '０１０６' },
      { number: ` ${number} `, tail: ' 0106 ' },
    ]) {
      const answer = await lookUp(given, site.citizen())
      expect(answer.location, JSON.stringify(given)).to.equal(`/track/${number}`)
    }
  })

  it('says the same of a wrong tail and of a number that does not exist', async () => {
    const wrongTail = await lookUp({ number, tail: '9999' })
    const noSuchCase = await lookUp({ number: '2026-00002-3', tail: '9999' })
    const noNumber = await lookUp({ number: 'CZ/7', tail: '9999' })
    for (const answer of [wrongTail, noSuchCase, noNumber]) {
      expect(answer.status).to.equal(422)
      expect(answer.body).to.include(text('problem.wrongLookup'))
      expect(sameFor(answer)).to.equal(sameFor(wrongTail))
    }
  })

  it('says what is missing beside its field', async () => {
    const { status, body } = await lookUp({ number, tail: '12' })
    expect(status).to.equal(422)
    expect(body).to.include(text('track.lookup.tail.missing')).and.to.include(`value="${number}"`)
  })

  it('stops who guesses at one case, and lets others go on', async () => {
    for (let tail = 1000; tail < 1010; tail += 1) await lookUp({ number, tail: String(tail) })
    expect((await open()).status).to.equal(429)
    expect((await lookUp({ number: '2026-00002-3', tail: '9999' })).status).to.equal(422)
  })

  it('stays open for half an hour, to this visitor alone', async () => {
    await open()
    expect((await page()).status).to.equal(200)
    const other = site.citizen()
    await other.get(paths.track)
    const cookie = [...citizen.cookies].find(([name]) => name.startsWith('bdc_case'))!
    other.cookies.set(...cookie)
    expect((await other.get(`/track/${number}`)).location).to.equal(`/track?number=${number}`)
    site.office.clock.set('2026-04-14T09:29:59+08:00')
    expect((await page()).status).to.equal(200)
    site.office.clock.set('2026-04-14T09:30:00+08:00')
    expect((await page()).location).to.equal(`/track?number=${number}`)
  })

  it('tells where it is and who has it, and nothing that is internal', async () => {
    const { people } = site.office
    await open()
    expect((await page()).body)
      .to.include('报送政管办')
      .and.to.include(text('track.promise.none'))
    await site.office.complete(number, 'Task_HandOver', people.clerk, handOver)
    await site.office.complete(number, 'Task_ScopeCheck', people.officer, accept)
    const { body } = await page()
    expect(body).to.include('原因分析').and.to.include(text('track.who.officer'))
    for (const inside of ['内部', ...Object.values(people).map(({ name }) => name), '2000106', '覃小梅'])
      expect(body).not.to.include(inside)
  })

  it('shows the promised days, why they are these days, and what was answered', async () => {
    await promised()
    await open()
    const { body } = await page()
    expect(body).to.include('2026年4月21日（周二）17:30前').and.to.include('2026年4月30日（周四）17:30前')
    expect(body).to.include(text('shell.deadline.why')).and.to.include('壮族三月三放假')
    await site.office.complete(number, 'Task_PhoneReply', site.office.people.officer, answered)
    const after = (await page()).body
    expect(after).to.include(answered.callSaid).and.to.include(text('track.promise.state.met'))
  })

  it('names no card when a promise is broken, but says so', async () => {
    await promised()
    await site.office.passTo('2026-04-22T09:00:00+08:00')
    await open()
    const { body } = await page()
    expect(body).to.include(text('track.promise.state.red')).and.to.include('登记以来4个工作日')
    expect(body)
      .not.to.match(/[红黄]牌/)
      .and.not.to.include('督办电话答复')
  })

  it('takes more words for the case, and shows them', async () => {
    await open()
    await page()
    const blank = await citizen.post(`/track/${number}/notes`, { words: ' ' })
    expect(blank.status).to.equal(422)
    expect(blank.body).to.include(text('track.note.missing'))
    const long = await citizen.post(`/track/${number}/notes`, { words: '多'.repeat(1001) })
    expect(long.body).to.include('多'.repeat(1001)).and.to.include('最多1000个字')
    const sent = await citizen.post(`/track/${number}/notes`, { words: '房东说<b>可以写</b>。' })
    expect(sent.location).to.equal(`/track/${number}`)
    const { body } = await page()
    expect(body).to.include('房东说&lt;b&gt;可以写&lt;/b&gt;。').and.to.include(text('track.note.done'))
  })

  it('ends with a withdrawal, which wants a reason and comes once', async () => {
    await open()
    await citizen.get(`/track/${number}/withdraw`)
    const refused = await citizen.post(`/track/${number}/withdraw`, { words: '找到办法了' })
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include(text('track.withdraw.reason.missing')).and.to.include('找到办法了')
    expect(await closedAt()).to.be.null

    const given = { reason: 'solved', words: '找到办法了' }
    const sent = await citizen.post(`/track/${number}/withdraw`, given)
    expect(sent.location).to.equal(`/track/${number}`)
    expect(await closedAt()).to.equal(site.office.clock.now())
    const { body } = await page()
    expect(body).to.include('已撤回').and.not.to.include(text('track.note.submit'))

    await citizen.post(`/track/${number}/withdraw`, given)
    expect((await page()).body).to.include(text('track.withdraw.tooLate'))
    await citizen.post(`/track/${number}/notes`, { words: '还有一句' })
    expect((await page()).body)
      .to.include(text('track.withdraw.tooLate'))
      .and.not.to.include('还有一句')
  })

  it('lets nobody write who has not shown the key', async () => {
    await citizen.get(paths.track)
    for (const what of ['notes', 'withdraw']) {
      const answer = await citizen.post(`/track/${number}/${what}`, { words: '改', reason: 'solved' })
      expect(answer.location).to.equal(`/track?number=${number}`)
      expect((await citizen.send(`/track/${number}/${what}`, 'words=1')).status).to.equal(403)
    }
    expect(await closedAt()).to.be.null
  })
})

/** The page without what differs between any two: the number that was typed, and the form's token. */
function sameFor({ body }: Answer): string {
  return body.replace(/ value="[^"]*"/g, '')
}
