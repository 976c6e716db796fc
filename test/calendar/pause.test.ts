import { expect } from 'chai'
import { checkPauseStops, explain, explanationLines, project, standingOf } from '../../src/calendar/index.js'
import { officeCalendar } from './office-calendar.js'

const calendar = officeCalendar()
const tenDays = { startOn: '2026-04-15', budget: { workingDays: 10 } }
const review = {
  from: '2026-04-22',
  until: '2026-05-08',
  ground: 'expertReview',
  document: '专家评审通知〔2026〕4号',
} as const

describe('a deadline that is paused', () => {
  it('counts the day of the pause, leaves out the days after it up to the last, and goes on with what remained', () => {
    // 22 April is the third day; without the pause the tenth is 6 May. Seven days remain from Monday, 11 May, on,
    // and Saturday, 9 May, is a make-up day for 劳动节
    const { promisedOn, dueOn } = project(calendar, { ...tenDays, pauses: [review] })
    expect({ promisedOn, dueOn }).to.deep.equal({ promisedOn: '2026-05-18', dueOn: '2026-05-18' })
  })

  it('is explained day by day, the paused ones with their ground and document', () => {
    const { days } = explain(calendar, { ...tenDays, pauses: [review] })
    const paused = days.filter(({ reason }) => reason === 'paused')
    expect(paused.map(({ date }) => date)).to.have.length(16)
    expect([paused[0]?.date, paused.at(-1)?.date]).to.deep.equal(['2026-04-23', '2026-05-08'])
    expect(days.filter(({ counted }) => counted !== null).map(({ counted }) => counted)).to.deep.equal([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ])
    const lines = explanationLines(explain(calendar, { ...tenDays, pauses: [review] }))
    expect(lines).to.include(
      '2026年4月23日（周四）：暂停计时（专家评审；依据：专家评审通知〔2026〕4号），不计入',
    )
    expect(lines).to.include('2026年4月22日（周三）：第3个工作日')
    expect(lines).to.include(
      '2026年5月9日（周六）：第4个工作日，劳动节调休上班（国家；依据：国办发明电〔2025〕7号（文号待核对））',
    )
  })

  it('has as many days left while it stands still as when it was stopped', () => {
    const deadline = project(calendar, { ...tenDays, pauses: [review] })
    for (const day of ['2026-04-22', '2026-04-30', '2026-05-08']) {
      const standing = standingOf(calendar, deadline, `${day}T10:00:00+08:00`)
      expect(standing.remainingWorkingDays, day).to.equal(7)
      expect(standing.pause, day).to.deep.equal(review)
    }
    const after = standingOf(calendar, deadline, '2026-05-09T10:00:00+08:00')
    expect(after).to.deep.include({ remainingWorkingDays: 6, pause: null })
  })

  it('may be paused again where the first pause ended, and a pause over in no time moves nothing', () => {
    const plain = project(calendar, tenDays).dueOn
    const twice = [
      { from: '2026-04-16', until: '2026-04-21' },
      { from: '2026-04-21', until: '2026-04-22' },
    ]
    const once = [{ from: '2026-04-16', until: '2026-04-22' }]
    expect(project(calendar, { ...tenDays, pauses: twice }).dueOn).to.equal(
      project(calendar, { ...tenDays, pauses: once }).dueOn,
    )
    const empty = [{ from: '2026-04-21', until: '2026-04-21' }]
    expect(project(calendar, { ...tenDays, pauses: empty }).dueOn).to.equal(plain)
  })

  it('of calendar days pauses likewise', () => {
    const pauses = [{ from: '2026-03-06', until: '2026-03-16' }]
    const terms = { startOn: '2026-03-04', budget: { days: 5 }, pauses }
    expect(project(calendar, terms).dueOn).to.equal('2026-03-19')
    expect(explanationLines(explain(calendar, terms))).to.include('2026年3月17日（周二）：第3个自然日')
  })

  it('is not provisional for years that only the pause looked at', () => {
    const start = { startOn: '2026-12-28', budget: { workingDays: 3 } }
    expect(project(calendar, start)).to.include({ dueOn: '2026-12-31', provisional: false })
    const over = [{ from: '2026-12-29', until: '2027-01-08' }]
    expect(project(calendar, { ...start, pauses: over })).to.include({
      dueOn: '2027-01-12',
      provisional: true,
    })
  })

  it('is refused what could not be told in order, by name', () => {
    const refused = [
      ['pauseBackwards', [{ from: '2026-04-20', until: '2026-04-17' }]],
      ['pauseBeforeStart', [{ from: '2026-04-14', until: '2026-04-17' }]],
      [
        'pauseOverlaps',
        [
          { from: '2026-04-16', until: '2026-04-21' },
          { from: '2026-04-17', until: '2026-04-22' },
        ],
      ],
      [
        'pauseOverlaps',
        [
          { from: '2026-04-21', until: '2026-04-22' },
          { from: '2026-04-16', until: '2026-04-17' },
        ],
      ],
      ['pauseTooLong', [{ from: '2026-04-16', until: '2056-04-17' }]],
      ['dateInvalid', [{ from: '2026-04-16', until: '2026-02-30' }]],
    ] as const
    for (const [code, pauses] of refused)
      expect(() => project(calendar, { ...tenDays, pauses }), code)
        .to.throw()
        .with.property('code', code)
  })

  it('cannot be paused when it has run out, nor on its last day, whose end nothing moves any more', () => {
    for (const from of ['2026-05-06', '2026-05-07'])
      expect(() => {
        checkPauseStops({ from, until: '2026-05-20' }, '2026-05-06')
      })
        .to.throw()
        .with.property('code', 'pauseAfterDue')
    checkPauseStops({ from: '2026-04-30', until: '2026-05-20' }, '2026-05-06')
  })

  it('of hours cannot be', () => {
    const terms = { anchorAt: '2026-04-15T02:00:00.000Z', budget: { seconds: 7200 } }
    const changes = [{ pauses: [review] }, { extendedTo: '2026-04-20' }]
    for (const change of changes)
      expect(() => project(calendar, { ...terms, ...change }))
        .to.throw()
        .with.property('code', 'budgetCannotPause')
  })
})

describe('a deadline in whose place another day was given', () => {
  const extended = { ...tenDays, extendedTo: '2026-05-20', warnBefore: { workingDays: 1 } }

  it('is due on the new day, warns before it, and keeps the day that was promised', () => {
    expect(project(calendar, extended)).to.include({
      promisedOn: '2026-05-06',
      promisedAt: '2026-05-06T09:30:00.000Z',
      dueOn: '2026-05-20',
      dueAt: '2026-05-20T09:30:00.000Z',
      warnOn: '2026-05-19',
    })
  })

  it('is explained up to the promised day, then by what was given in its place', () => {
    const explanation = explain(calendar, extended)
    expect(explanation.days.at(-1)).to.include({ date: '2026-05-06', counted: 10 })
    expect(explanationLines(explanation).slice(-3)).to.deep.equal([
      '期限：10个工作日，至2026年5月6日（周三）17:30下班时届满',
      '已作阶段性答复：原承诺2026年5月6日（周三），改为2026年5月20日（周三）17:30前',
      '是否按期仍按原承诺2026年5月6日（周三）统计',
    ])
  })

  it('is due when the count ends, should that be later than the day given', () => {
    const pauses = [{ from: '2026-04-16', until: '2026-05-15' }]
    const { dueOn, promisedOn } = project(calendar, { ...extended, pauses })
    expect(promisedOn > '2026-05-20').to.equal(true)
    expect(dueOn).to.equal(promisedOn)
    expect(explain(calendar, { ...extended, pauses }).extendedTo).to.equal(null)
  })
})
