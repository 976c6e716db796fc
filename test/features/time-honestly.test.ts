import { expect } from 'chai'
import {
  casePage,
  fileInterimReply,
  pauseDeadlines,
  prolongPause,
  resumeDeadlines,
  track,
} from '../../src/runtime/index.js'
import type { CaseDeadlineNow } from '../../src/runtime/index.js'
import { quarterNow } from '../../src/runtime/report-figures.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { confirmedCase, rectifyAndArchive } from './stages.js'

describe('Time is changed honestly', () => {
  let office: TestOffice
  let number: string
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-15T09:00:00+08:00' })
  })
  afterEach(() => office.close())

  describe('A clock is stopped where the diagram lets it, on a ground of the law', () => {
    beforeEach(() => inRectification())

    it('an expert review stops the ten days, and they go on with what remained', async () => {
      await office.passTo('2026-04-22T10:00:00+08:00')
      expect(await promise()).to.include({ dueOn: '2026-05-06' })
      await pause({ workingDays: '10' })
      // the tenth working day after 22 April is 9 May, a make-up Saturday; seven of the ten days remained
      const paused = await promise()
      expect(paused.pauses).to.deep.equal([
        { from: '2026-04-22', until: '2026-05-09', ground: 'expertReview', document: notice },
      ])
      expect(paused).to.include({ dueOn: '2026-05-19', promisedOn: '2026-05-19' })
      expect(paused.standing).to.deep.include({ remainingWorkingDays: 7 })
      await office.passTo('2026-05-08T18:00:00+08:00')
      expect(await promise()).to.include({ card: 'none' })
      expect((await promise()).standing).to.deep.include({ remainingWorkingDays: 7 })
    })

    it('one click stops every limit that allows it, each with its entry in the ledger and one in the history', async () => {
      await office.passTo('2026-04-21T10:00:00+08:00')
      await pause({ until: '2026-05-08' })
      const { deadlines, timeline } = await casePage(office.parts, office.people.officer, number)
      const open = deadlines.filter(one => one.closedAt === null)
      expect(open.map(({ name }) => name)).to.have.members([
        '10个工作日内反馈工作结果',
        '5个工作日内整改（内部）',
      ])
      for (const { ledger, explanation } of open) {
        expect(ledger.map(({ kind, byName }) => [kind, byName])).to.deep.equal([
          ['armed', null],
          ['paused', 'supervisor甲'],
        ])
        expect(explanation!.days.filter(day => day.counted !== null).at(-1)).to.include({
          date: explanation!.dueOn,
        })
      }
      expect(timeline.filter(({ kind }) => kind === 'deadline.paused')).to.have.length(1)
    })

    it('it is forgotten, and the clock goes on by itself: yellow and red come by the new day', async () => {
      await office.passTo('2026-04-22T10:00:00+08:00')
      await pause({ until: '2026-05-08' })
      expect(await promise()).to.include({ dueOn: '2026-05-18' })
      await office.passTo('2026-05-06T17:31:00+08:00')
      expect(await promise(), 'the day it was').to.include({ card: 'none', firedAt: null })
      await office.passTo('2026-05-15T08:31:00+08:00')
      expect(await promise()).to.include({ card: 'yellow' })
      await office.passTo('2026-05-18T17:31:00+08:00')
      expect(await promise()).to.include({ card: 'red' })
      await office.task(number, 'Task_SuperviseFeedback')
    })

    it('it is resumed early, and prolonged before it ends; each is told and kept', async () => {
      await office.passTo('2026-04-22T10:00:00+08:00')
      await pause({ until: '2026-05-15' })
      await office.passTo('2026-04-24T10:00:00+08:00')
      await prolongPause(office.parts, office.people.supervisor, {
        ...{ number, until: '2026-05-20', workingDays: '' },
        ...{ document: '专家组补充意见', words: '专家需要补充论证。' },
      })
      expect(await promise()).to.include({ dueOn: '2026-05-29' })
      await office.passTo('2026-05-08T10:00:00+08:00')
      await resumeDeadlines(office.parts, office.people.supervisor, { number, words: '评审意见已出。' })
      // as if it had been said from the beginning that it ends on 8 May
      expect(await promise()).to.include({ dueOn: '2026-05-18' })
      const { ledger } = await promise()
      expect(ledger.map(({ kind, toDueAt }) => `${kind} ${toDueAt.slice(0, 10)}`)).to.deep.equal([
        'armed 2026-05-06',
        'paused 2026-05-26',
        'prolonged 2026-05-29',
        'resumed 2026-05-18',
      ])
      expect(await refusal(resume())).to.have.property('code', 'nothingToDo')
    })

    it('it is taken back on the same day: nothing has moved, and both stand in the ledger', async () => {
      await office.passTo('2026-04-22T10:00:00+08:00')
      await pause({ until: '2026-05-15' })
      await resume()
      expect(await promise()).to.include({ dueOn: '2026-05-06' })
      expect((await promise()).ledger.map(({ kind }) => kind)).to.deep.equal(['armed', 'paused', 'resumed'])
      await pause({ until: '2026-05-08' })
      expect(await promise()).to.include({ dueOn: '2026-05-18' })
    })

    it('is refused for a reason that is not in the law, in words, beside what is to be mended', async () => {
      await office.passTo('2026-04-22T10:00:00+08:00')
      const refused = await refusal(pause({ ground: '领导出差', document: '', words: ' ', until: '' }))
      expect(refused).to.have.property('code', 'invalidAnswers')
      expect(Object.keys((refused as { fields: object }).fields)).to.have.members([
        'ground',
        'document',
        'words',
        'workingDays',
      ])
      expect((refused as { fields: { ground: string } }).fields.ground).to.include('行政许可法第四十五条')
      expect(await promise()).to.include({ dueOn: '2026-05-06' })
    })

    it('is refused in the past, for half a year and more, twice at once, and on the last day', async () => {
      await office.passTo('2026-04-22T10:00:00+08:00')
      const until = async (day: string) =>
        ((await refusal(pause({ until: day }))) as { fields: Record<string, string> }).fields.until
      expect(await until('2026-04-22')).to.include('须晚于2026年4月22日')
      expect(await until('2026-11-30')).to.include('最迟到2026年10月19日')
      expect(await until('明天')).to.include('有效的日期')
      await pause({ until: '2026-04-23' })
      expect(await refusal(pause({ until: '2026-05-15' }))).to.have.property('code', 'cannotPause')
      await office.passTo('2026-05-07T09:00:00+08:00')
      expect(await promise()).to.include({ dueOn: '2026-05-07' })
      const late = await refusal(pause({ until: '2026-05-15' }))
      expect(late).to.have.property('code', 'cannotPause')
      expect((late as Error).message).to.include('已经来不及')
    })

    it('is the supervisor’s to decide: who is measured by a clock does not stop it', async () => {
      for (const who of ['officer', 'liaison', 'clerk', 'leader', 'admin'] as const) {
        const request = { ...asked, number, until: '2026-05-08' }
        expect(
          await refusal(pauseDeadlines(office.parts, office.people[who], request)),
          who,
        ).to.have.property('code', 'notAllowed')
      }
    })

    it('over 国庆 and into a year that nobody has announced, it leaves out what it said and no more', async () => {
      await office.passTo('2026-04-22T10:00:00+08:00')
      await pause({ until: '2026-10-09' })
      // 10 October is a make-up day for 国庆: the first of the seven that remained
      const long = await promise()
      expect(long).to.include({ dueOn: '2026-10-19', provisional: false })
      expect(long.explanation!.days.find(day => day.date === '2026-10-01')).to.include({ reason: 'paused' })
      await office.passTo('2026-10-08T10:00:00+08:00')
      await prolongPause(office.parts, office.people.supervisor, {
        ...{ number, until: '2026-10-19', workingDays: '', document: notice, words: '再等几天。' },
      })
      await office.passTo('2026-10-20T10:00:00+08:00')
      await pause({ until: '2027-01-08' })
      expect(await promise()).to.include({ provisional: true, dueOn: '2027-01-18' })
    })
  })

  it('the three days of the phone call cannot be stopped, and the refusal says what can be done', async () => {
    number = await confirmedCase(office, {
      answers: { guideMatch: 'same' },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    await office.complete(number, 'Task_Verdict', office.people.officer, say.citizensPart)
    const refused = await refusal(pause({ until: '2026-05-08' }))
    expect(refused).to.have.property('code', 'cannotPause')
    expect((refused as Error).message)
      .to.include('3个工作日内电话答复')
      .and.to.include('不允许暂停')
    expect(await refusal(reply())).to.have.property('code', 'cannotExtend')
  })

  describe('An interim reply gives another day, before the day that holds', () => {
    beforeEach(() => inRectification())

    it('the day before; the card and the supervisor come by the new day, the promise counts late in the figures', async () => {
      await office.passTo('2026-05-05T16:00:00+08:00')
      await reply()
      expect(await promise()).to.include({
        promisedOn: '2026-05-06',
        dueOn: '2026-05-20',
        extendedTo: '2026-05-20',
      })
      await office.passTo('2026-05-19T08:31:00+08:00')
      expect(await promise()).to.include({ card: 'yellow', firedAt: null })
      expect((await office.open(number)).map(task => task.activityId)).to.deep.equal(['Task_Rectify'])
      await rectifyAndArchive(office, number)

      const { figures } = await quarterNow(office.parts, '2026Q2')
      expect(figures.rates.feedbackOnTime).to.include({ numerator: 0, denominator: 1 })
      expect(figures.counts.feedbackLate).to.equal(1)
    })

    it('again before the new day; and red when that passes too', async () => {
      await office.passTo('2026-04-30T10:00:00+08:00')
      await reply()
      await office.passTo('2026-05-19T10:00:00+08:00')
      await reply({ newDateOn: '2026-06-01' })
      await office.passTo('2026-06-01T17:31:00+08:00')
      expect(await promise()).to.include({ card: 'red', promisedOn: '2026-05-06', dueOn: '2026-06-01' })
      await office.task(number, 'Task_SuperviseFeedback')
      expect(await refusal(reply({ newDateOn: '2026-06-30' }))).to.have.property('code', 'cannotExtend')
    })

    it('on the day itself it is too late, whatever the hour, and says so', async () => {
      await office.passTo('2026-05-06T08:00:00+08:00')
      const late = await refusal(reply())
      expect(late).to.have.property('code', 'cannotExtend')
      expect((late as Error).message).to.include('须在这一天之前')
      expect(await promise()).to.include({ dueOn: '2026-05-06' })
    })

    it('to a working day, later than the one that holds, within bounds, with all that must be said', async () => {
      await office.passTo('2026-04-30T10:00:00+08:00')
      const day = async (newDateOn: string) =>
        ((await refusal(reply({ newDateOn }))) as { fields: Record<string, string> }).fields.newDateOn
      expect(await day('2026-05-06')).to.include('须晚于现在的期限2026年5月6日')
      expect(await day('2026-05-16')).to.include('不上班')
      expect(await day('2026-12-31')).to.include('最迟到2026年8月4日')
      expect(await day('')).to.include('请填写')
      const empty = await refusal(
        reply({ interimReason: '', feedbackText: ' ', feedbackChannel: '托人带话' }),
      )
      expect(Object.keys((empty as { fields: object }).fields)).to.have.members([
        'interimReason',
        'feedbackText',
        'feedbackChannel',
      ])
    })

    it('at the task 反馈工作结果 it goes the same way, and too late it is refused there', async () => {
      const { officer, liaison } = office.people
      const rectify = async () => {
        await office.complete(number, 'Task_Rectify', liaison, say.rectified)
        await office.complete(number, 'Task_Verify', officer, say.passedCheck)
      }
      const interim = { ...replied, feedbackKind: 'interim' }
      await rectify()
      await office.complete(number, 'Task_Feedback', officer, interim)
      expect(await promise()).to.include({ promisedOn: '2026-05-06', dueOn: '2026-05-20' })
      expect((await promise()).ledger.at(-1)).to.deep.include({
        kind: 'extended',
        reason: replied.interimReason,
        data: { extendedTo: '2026-05-20', told: replied.feedbackText, channel: '电话' },
      })
      await rectify()
      await office.passTo('2026-05-20T09:00:00+08:00')
      const late = await refusal(
        office.complete(number, 'Task_Feedback', officer, { ...interim, newDateOn: '2026-06-01' }),
      )
      expect((late as { fields: Record<string, string> }).fields.feedbackKind).to.include('须在这一天之前')
      await office.complete(number, 'Task_Feedback', officer, say.feedback)
      expect(await promise()).to.include({ dueOn: '2026-05-20' })
    })

    it('is for the office to file, and not for whom the case is about', async () => {
      for (const who of ['liaison', 'clerk', 'leader', 'admin'] as const)
        expect(await refusal(reply({}, who)), who).to.have.property('code', 'notAllowed')
    })
  })

  it('the citizen sees the pause, the other day and the promise, and no names', async () => {
    await inRectification()
    await office.passTo('2026-04-22T10:00:00+08:00')
    await pause({ until: '2026-05-08' })
    await reply({ newDateOn: '2026-06-01' })
    const { promises, interim } = await track(office.parts, { number, tail: '0101' })
    expect(promises).to.have.length(1)
    expect(promises[0]).to.include({ promisedOn: '2026-05-18', dueOn: '2026-06-01' })
    expect(promises[0]!.pauses).to.have.length(1)
    expect(interim).to.include({ words: replied.feedbackText, newDateOn: '2026-06-01' })
  })

  const notice = '专家评审通知〔2026〕4号'
  const asked = {
    ground: 'expertReview',
    document: notice,
    words: '整改方案须经专家评审。',
    workingDays: '',
    until: '',
  }
  const replied = {
    interimReason: '自治区系统改造尚未完成。',
    feedbackText: '已查明原因，系统改造月底完成。',
    feedbackChannel: '电话',
    newDateOn: '2026-05-20',
  }

  async function inRectification() {
    number = await confirmedCase(office)
    await office.complete(number, 'Task_Verdict', office.people.officer, say.departmentAtFault)
  }

  function pause(given: Partial<typeof asked>) {
    return pauseDeadlines(office.parts, office.people.supervisor, { ...asked, number, ...given })
  }

  function resume() {
    return resumeDeadlines(office.parts, office.people.supervisor, { number, words: '评审提前结束。' })
  }

  function reply(given: Partial<typeof replied> = {}, who: keyof TestOffice['people'] = 'officer') {
    return fileInterimReply(office.parts, office.people[who], { ...replied, number, ...given })
  }

  async function promise(): Promise<CaseDeadlineNow> {
    const { deadlines } = await casePage(office.parts, office.people.officer, number)
    return deadlines.find(deadline => deadline.promise === 'feedback')!
  }

  function refusal(act: Promise<unknown>): Promise<unknown> {
    return act.then(
      () => expect.fail('was not refused'),
      (error: unknown) => error,
    )
  }
})
