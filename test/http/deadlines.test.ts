import { expect } from 'chai'
import { paths, pathTo } from '../../src/http/paths.js'
import * as say from '../features/answers.js'
import { confirmedCase } from '../features/stages.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'

const pause = {
  ground: 'expertReview',
  document: '专家评审通知〔2026〕4号',
  words: '整改方案须经专家评审。',
  until: '2026-05-08',
}
const reply = {
  interimReason: '自治区系统改造尚未完成。',
  feedbackText: '已查明原因，系统改造月底完成。',
  feedbackChannel: '电话',
  newDateOn: '2026-06-01',
}

describe('The pages that change time, and show why a day is that day', function () {
  this.timeout(60_000)
  let site: HttpOffice
  let number: string
  let supervisor: Visitor
  let officer: Visitor
  beforeEach(async () => {
    site = await openHttpOffice({ start: '2026-04-15T09:00:00+08:00' })
    const { office } = site
    number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', office.people.officer, say.departmentAtFault)
    await office.passTo('2026-04-22T10:00:00+08:00')
    supervisor = await site.as(office.people.supervisor)
    officer = await site.as(office.people.officer)
  })
  afterEach(() => site.close())

  const at = (path: 'casePause' | 'caseProlong' | 'caseResume' | 'caseInterimReply' | 'case') =>
    pathTo(paths[path], { number })
  const promised = async () => {
    const row = await site.office.parts.store.read.cases.byNumber(number)
    const rows = await site.office.parts.store.read.deadlines.ofCase(row!.id)
    return rows.find(({ promise }) => promise === 'feedback')!
  }

  it('the supervisor stops the clock from the case, and it stands on the case’s page', async () => {
    expect((await supervisor.get(at('case'))).body).to.include(at('casePause'))
    const form = await supervisor.get(at('casePause'))
    expect(form.body)
      .to.include('10个工作日内反馈工作结果')
      .and.include('5个工作日内整改（内部）')
      .and.include('听证')
      .and.include('行政许可法第四十五条')
    const done = await supervisor.post(at('casePause'), pause)
    expect(done.status).to.equal(303)
    const { body } = await supervisor.get(at('case'))
    expect(body)
      .to.include('暂停计时')
      .and.include('因专家评审，自2026年4月22日（周三）起暂停计时')
      .and.include('恢复后还剩7个工作日')
      .and.include('2026年5月18日（周一）17:30前')
      .and.include('停16天')
      .and.include(at('caseResume'))
    expect(body).not.to.include(`${at('casePause')}"`)
  })

  it('what was typed comes back with what is wrong beside it, nothing lost and nothing stopped', async () => {
    await supervisor.get(at('casePause'))
    const words = '这段话不能丢<b>'
    const wrong = await supervisor.post(at('casePause'), { ...pause, ground: 'holiday', until: '', words })
    expect(wrong.status).to.equal(422)
    expect(wrong.body)
      .to.include('请从法律所列的事由中选一项')
      .and.include('请填写需要几个工作日')
      .and.include('这段话不能丢&lt;b&gt;')
      .and.include('专家评审通知〔2026〕4号')
    expect(await promised()).to.deep.include({ pauses: [], dueOn: '2026-05-06' })
  })

  it('a second click finds it stopped and says what to do instead', async () => {
    await supervisor.get(at('casePause'))
    await supervisor.post(at('casePause'), pause)
    const again = await supervisor.post(at('casePause'), pause)
    expect(again.status).to.equal(422)
    expect(again.body).to.include('计时已经暂停到2026年5月8日').and.include('现在没有可以这样办的期限')
    expect((await promised()).pauses).to.have.length(1)
  })

  it('the pause is prolonged and ended from pages of their own', async () => {
    await supervisor.get(at('casePause'))
    await supervisor.post(at('casePause'), pause)
    const { document, words } = pause
    const prolonged = await supervisor.post(at('caseProlong'), { document, words, workingDays: '5' })
    expect(prolonged.status).to.equal(303)
    expect((await promised()).pauses).to.deep.include.members([
      { from: '2026-04-22', until: '2026-05-14', ground: 'expertReview', document },
    ])
    await site.office.passTo('2026-04-24T10:00:00+08:00')
    supervisor = await site.as(site.office.people.supervisor) // two days later the session is over
    await supervisor.get(at('caseResume'))
    const silent = await supervisor.post(at('caseResume'), { words: '' })
    expect(silent.status).to.equal(422)
    expect((await supervisor.post(at('caseResume'), { words: '评审结束。' })).status).to.equal(303)
    expect(await promised()).to.include({ dueOn: '2026-05-08' })
  })

  it('only the supervisor may stop a clock; a department sees no such page and cannot post to it', async () => {
    const liaison = await site.as(site.office.people.liaison)
    for (const person of [officer, liaison]) {
      const { body } = await person.get(at('case'))
      expect(body).not.to.include(at('casePause'))
      expect((await person.get(at('casePause'))).status).to.equal(403)
      expect((await person.post(at('casePause'), pause)).status).to.equal(403)
    }
    expect((await promised()).pauses).to.deep.equal([])
  })

  it('the officer files an interim reply; the case, the ledger of cases and the citizen see both days', async () => {
    const form = await officer.get(at('caseInterimReply'))
    expect(form.body).to.include('是否按期，仍按原来承诺的日期统计')
    const wrong = await officer.post(at('caseInterimReply'), { ...reply, newDateOn: '2026-05-30' })
    expect(wrong.status).to.equal(422)
    expect(wrong.body).to.include('2026年5月30日（周六）不上班').and.include(reply.interimReason)
    expect((await officer.post(at('caseInterimReply'), reply)).status).to.equal(303)
    const { body } = await officer.get(at('case'))
    expect(body)
      .to.include('2026年6月1日（周一）17:30前')
      .and.include('原承诺2026年5月6日（周三）')
      .and.include(reply.interimReason)
    expect((await officer.get(paths.cases)).body.replaceAll('\u2060', '')).to.include(
      '6月1日前反馈结果（原承诺5月6日）',
    )
    const seen = await citizenSees()
    expect(seen)
      .to.include('2026年6月1日（周一）17:30前（原承诺2026年5月6日（周三））')
      .and.include(reply.feedbackText)
      .and.include('预计2026年6月1日（周一）前再答复您')
  })

  it('the citizen sees pause and ledger in plain words, in the office’s name', async () => {
    await supervisor.get(at('casePause'))
    await supervisor.post(at('casePause'), pause)
    const seen = await citizenSees()
    expect(seen)
      .to.include('因专家评审，自2026年4月22日（周三）起暂停计时')
      .and.include('恢复后还剩7个工作日')
      .and.include('区政管办')
      .and.include(pause.words)
    expect(seen).not.to.include('supervisor甲').and.not.include('（内部）')
  })

  it('the proof is one page for staff of the case: each day, the pause, the ledger, the calendar', async () => {
    await supervisor.get(at('casePause'))
    await supervisor.post(at('casePause'), pause)
    await officer.get(at('caseInterimReply'))
    await officer.post(at('caseInterimReply'), reply)
    const { id } = await promised()
    const proof = pathTo(paths.deadlineProof, { number, id })
    const { body, status } = await officer.get(proof)
    expect(status).to.equal(200)
    expect(body)
      .to.include('期限计算说明')
      .and.include('起算日')
      .and.include('第10个工作日')
      .and.include('4月23日（周四）—5月8日（周五）')
      .and.include('暂停计时（专家评审）')
      .and.include('专家评审通知〔2026〕4号')
      .and.include('劳动节调休上班')
      .and.include('原承诺：2026年5月18日（周一）17:30')
      .and.include('supervisor甲')
      .and.include('可据此重算')
    const other = await site.as(site.office.people.otherLiaison)
    expect((await other.get(proof)).status).to.equal(404)
    expect((await officer.get(pathTo(paths.deadlineProof, { number, id: 99 }))).status).to.equal(404)
  })

  it('the citizen’s proof is of the promises only, behind the number and four digits, and names nobody', async () => {
    await supervisor.get(at('casePause'))
    await supervisor.post(at('casePause'), pause)
    const { id } = await promised()
    const proof = pathTo(paths.trackProof, { number, id })
    const stranger = site.citizen()
    expect(await stranger.get(proof)).to.include({ status: 303, location: `/track?number=${number}` })
    const citizen = await tracking()
    const { body, status } = await citizen.get(proof)
    expect(status).to.equal(200)
    expect(body).to.include('期限计算说明').and.include('区政管办').and.not.include('supervisor甲')
    const row = await site.office.parts.store.read.cases.byNumber(number)
    const limits = await site.office.parts.store.read.deadlines.ofCase(row!.id)
    const internal = limits.find(({ promise, closedAt }) => promise === null && closedAt === null)!
    expect((await citizen.get(pathTo(paths.trackProof, { number, id: internal.id }))).status).to.equal(404)
  })

  it('a limit that may not be stopped has no page to stop it, and the way out is named', async () => {
    const { office } = site
    const analysed = await office.register()
    const page = await supervisor.get(pathTo(paths.casePause, { number: analysed }))
    expect(page.body).to.include('现在没有可以这样办的期限').and.not.include('name="ground"')
    const refused = await supervisor.post(pathTo(paths.casePause, { number: analysed }), pause)
    expect(refused.status).to.equal(422)
    expect(refused.body).to.include('流程图都不允许暂停').and.include('阶段性答复')
  })

  async function tracking(): Promise<Visitor> {
    const citizen = site.citizen()
    await citizen.get(paths.track)
    await citizen.post(paths.track, { number, tail: '0101' })
    return citizen
  }

  async function citizenSees(): Promise<string> {
    return (await (await tracking()).get(pathTo(paths.trackCase, { number }))).body
  }
})
