import { expect } from 'chai'
import { figureLabel } from '../../../src/casework/report/definitions.js'
import { quarterFigures } from '../../../src/casework/report/quarter-figures.js'
import { readReportInput } from '../../../src/casework/report/read-input.js'
import { archived, caseRow, feedback, rectified, reply, rowsOf, withdrawn, at } from './rows.js'

/*
 * The second quarter of 2026, 1 April to 30 June, by hand. Fourteen cases; those numbered below 10 came before.
 */
const street = { placeId: 2, placeName: '潭中街道政务服务中心' }
const cases = [
  // before the quarter
  caseRow(1, { registeredOn: '2026-03-20', ...archived('2026-03-31') }), // over before it began
  caseRow(2, {
    registeredOn: '2026-03-25',
    verdict: 'department',
    cause: 'B2',
    outcome: 'done',
    satisfaction: 5,
    ...archived('2026-04-20'),
  }),
  caseRow(3, { registeredOn: '2026-03-31', verdict: 'department', cause: 'B3' }), // open to this day
  // received in it
  caseRow(10, {
    registeredOn: '2026-04-01',
    verdict: 'citizen',
    cause: 'A1',
    guideRead: 'no',
    outcome: 'done',
    satisfaction: 4,
    ...archived('2026-04-28'),
  }),
  caseRow(11, {
    registeredOn: '2026-04-10',
    verdict: 'mixed',
    cause: 'C3',
    visits: 2,
    guideRead: 'window',
    outcome: 'notDone',
    satisfaction: 2,
    ...archived('2026-06-01'),
  }),
  caseRow(12, {
    registeredOn: '2026-04-15',
    verdict: 'citizen',
    cause: 'A1',
    contactFailed: true,
    outcome: 'givenUp',
    ...archived('2026-05-08'),
    ...street,
  }),
  caseRow(13, {
    registeredOn: '2026-05-06',
    verdict: 'department',
    cause: 'B1',
    visits: 3,
    guideRead: 'web',
    hiddenBarrier: true,
    outcome: 'done',
    satisfaction: 3,
    facts: {
      visitsAfter: 1,
      materialsBefore: 6,
      materialsAfter: 5,
      followedUpAt: at('2026-06-30'),
      visitedAt: '2026-06-30T16:00:00.000Z',
    },
    ...archived('2026-07-03'),
    ...street,
  }),
  caseRow(14, { registeredOn: '2026-05-07', ...withdrawn('2026-05-08') }),
  caseRow(15, { registeredOn: '2026-05-07', verdict: 'citizen', cause: 'A4', ...withdrawn('2026-05-12') }),
  caseRow(16, { registeredOn: '2026-05-08', closedAt: at('2026-05-09'), endEvent: 'End_OutOfScope' }),
  caseRow(17, { registeredOn: '2026-05-08', closedAt: at('2026-05-09'), endEvent: 'End_Consultation' }),
  caseRow(18, { registeredOn: '2026-05-11', closedAt: at('2026-05-12'), endEvent: 'End_Merged' }),
  caseRow(19, {
    registeredOn: '2026-06-01',
    verdict: 'department',
    cause: 'B2',
    guideRead: 'paper',
    recurrence: 'confirmed',
    visits: 2,
  }),
  caseRow(20, { registeredOn: '2026-06-30', recurrence: 'suspected', channel: 'qr' }),
  // after it
  caseRow(30, { registeredOn: '2026-07-01', verdict: 'citizen', cause: 'A1' }),
]

const promises = [
  feedback(1, 2, '2026-04-15', '2026-04-15'), // of an older case, on the day: on time
  reply(2, 10, '2026-04-08', '2026-04-08'), // on time
  reply(3, 11, '2026-04-20', '2026-04-21'), // mixed: a day late
  feedback(4, 11, '2026-04-29', '2026-04-28'), // mixed: on time
  reply(5, 12, '2026-04-30', '2026-04-29'), // letter in time: apart
  feedback(6, 13, '2026-05-25', '2026-05-26'), // interim reply in time, result late: late
  reply(7, 15, '2026-05-11', '2026-05-12'), // withdrawn a day after it was due: late
  feedback(8, 19, '2026-06-29', null), // open and over: late
  feedback(9, 3, '2026-07-02', null), // due in the next quarter: not here
  reply(10, 30, '2026-07-06', null),
]

const rectifications = [
  rectified(1, 90, '2025-06-30'), // a day too long ago
  rectified(2, 91, '2025-07-01'), // just within
  rectified(3, 2, '2026-04-10'),
  rectified(4, 13, '2026-06-30'),
  rectified(5, 19, null), // not accepted
  rectified(6, 92, '2026-07-01'), // after the quarter
]

const input = readReportInput(rowsOf({ cases, promises, rectifications, consultations: 9 }))
const figures = quarterFigures(input, '2026Q2')

describe('The figures of a quarter, by hand', () => {
  for (const [key, expected, why] of [
    ['received', 11, 'cases 10 to 20'],
    ['handled', 6, '10 11 12 13 19 20'],
    ['turnedConsultation', 1, '17'],
    ['outOfScope', 1, '16'],
    ['merged', 1, '18'],
    ['withdrawn', 2, '14 15'],
    ['consultations', 9, 'as counted'],
    ['manyVisits', 3, '11 13 19'],
    ['hiddenBarriers', 1, '13'],
    ['guideProblems', 1, '13; B2 is the window’s doing, not the guide’s'],
    ['carriedIn', 2, '2 3; 1 was over'],
    ['carriedOut', 4, '3 13 19 20; 30 is of the next'],
    ['closed', 9, '2 10 11 12 14 15 16 17 18; 13 in July'],
    ['archived', 4, '2 10 11 12'],
    ['phoneReplyLate', 2, 'of 11 and 15'],
    ['phoneReplyPending', 0, ''],
    ['unreachable', 1, '12'],
    ['feedbackLate', 2, 'of 13 and 19'],
    ['feedbackPending', 0, ''],
    ['provisional', 0, ''],
    ['done', 3, '2 10 13'],
    ['notDone', 1, '11'],
    ['givenUp', 1, '12'],
    ['impossible', 0, ''],
    ['asked', 4, '2 10 11 12; 13 was asked on the 1st of July'],
    ['rated', 3, '2 10 11'],
    ['rectificationsAccepted', 2, '3 and 4'],
    ['recurrencesSuspected', 1, '20'],
    ['repliedInTime', 1, '10'],
    ['repliesDue', 3, '10 11 15'],
    ['fedBackInTime', 2, '2 11'],
    ['feedbacksDue', 4, '2 11 13 19'],
    ['outcomesDecided', 4, '2 10 11 13'],
    ['satisfied', 2, '2 10'],
    ['guideAnswered', 4, '10 11 13 19'],
    ['guideReaders', 2, '13 19'],
    ['rectificationsWatched', 3, '2 3 4'],
    ['recurrencesConfirmed', 1, '19'],
  ] as const) {
    it(`${key} is ${expected}${why && `: ${why}`}`, () => {
      expect(figures.counts[key]).to.equal(expected)
    })
  }

  for (const [key, numerator, denominator, why] of [
    ['phoneReplyOnTime', 1, 3, '10 in time; 11 and 15 late; 12 apart'],
    ['feedbackOnTime', 2, 4, '2 and 11 in time; 13 and 19 late'],
    ['solved', 3, 4, '2 10 13 of these and 11'],
    ['recurrence', 1, 3, '19 of rectifications 2 3 4'],
    ['satisfaction', 2, 3, '2 10 of these and 11'],
    ['awareness', 2, 4, '13 19 of these, 10 and 11'],
  ] as const) {
    it(`${key} is ${numerator} of ${denominator}: ${why}`, () => {
      expect(figures.rates[key]).to.deep.equal({ numerator, denominator, rate: numerator / denominator })
    })
  }

  it('has no figure that was not computed by hand', () => {
    expect(Object.keys(figures.counts)).to.have.length(38)
    expect(Object.keys(figures.rates)).to.have.length(6)
  })

  it('counts visits and materials before and after where both are known', () => {
    expect(figures.visits).to.deep.equal({ cases: 1, before: 3, after: 1 })
    expect(figures.materials).to.deep.equal({ cases: 1, before: 6, after: 5 })
  })

  it('gives them by place, in the order of places and not by their number', () => {
    const rows = figures.by.place.map(row => [
      row.label,
      row.received,
      row.phoneReplyOnTime.denominator,
      row.feedbackOnTime.denominator,
      row.unreachable,
    ])
    expect(rows).to.deep.equal([
      ['城中区政务服务中心', 9, 3, 3, 0],
      ['潭中街道政务服务中心', 2, 0, 1, 1],
    ])
  })

  it('gives them by cause, the most frequent first, the unknown apart', () => {
    const rows = figures.by.cause.map(row => [row.key, row.received])
    expect(rows).to.deep.equal([
      [null, 5],
      ['A1', 2],
      ['A4', 1],
      ['B1', 1],
      ['B2', 1],
      ['C3', 1],
    ])
  })

  it('gives them by channel, leaving out what had none', () => {
    expect(figures.by.channel.map(row => [row.label, row.received])).to.deep.equal([
      ['扫码', 1],
      ['反映窗口', 10],
    ])
  })

  it('is plain data: frozen and read back it is the same', () => {
    expect(JSON.parse(JSON.stringify(figures))).to.deep.equal(figures)
  })

  it('says on the last page how each is computed', () => {
    for (const { label, definition } of figures.definitions) {
      expect(label).to.match(/\p{Script=Han}/u)
      expect(definition).to.match(/。$/)
    }
    expect(figures.definitions.map(each => each.key)).to.include.members(Object.keys(figures.rates))
  })

  it('has a Chinese name for each', () => {
    const keys = [...Object.keys(figures.counts), ...Object.keys(figures.rates)]
    expect(new Set(keys.map(figureLabel)).size).to.equal(keys.length)
  })

  it('looked at within the quarter, does not yet blame what is not yet due', () => {
    const early = quarterFigures(input, '2026Q2', '2026-06-29')
    expect(early.counts.feedbackLate).to.equal(1)
    expect(early.counts.feedbackPending).to.equal(1)
    expect(early.rates.feedbackOnTime).to.include({ numerator: 2, denominator: 3 })
  })

  it('of the next quarter begin where this one ended', () => {
    const next = quarterFigures(input, '2026Q3')
    expect(next.counts.carriedIn).to.equal(figures.counts.carriedOut)
    expect(next.counts.asked, '13, visited on the 1st of July in the office').to.equal(1)
    expect(next.counts.feedbackLate, 'of 3').to.equal(1)
  })

  it('of an empty quarter are noughts, and rates of nothing', () => {
    const none = quarterFigures(readReportInput(rowsOf({})), '2026Q2')
    expect(Object.values(none.counts).every(count => count === 0)).to.equal(true)
    expect(Object.values(none.rates).every(rate => rate.rate === null)).to.equal(true)
    expect(Object.values(none.by).every(rows => rows.length === 0)).to.equal(true)
  })
})

describe('The first quarter of the scheme', () => {
  it('counts from the 1st of May 2021', () => {
    const few = readReportInput(
      rowsOf({
        cases: [caseRow(1, { registeredOn: '2021-04-30' }), caseRow(2, { registeredOn: '2021-05-01' })],
      }),
    )
    expect(quarterFigures(few, '2021Q2').counts.received).to.equal(1)
  })
})
