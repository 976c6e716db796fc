import { expect } from 'chai'
import { figureLabel } from '../../../src/casework/report/definitions.js'
import { countQuarter, quarterFigures } from '../../../src/casework/report/quarter-figures.js'
import { readReportInput } from '../../../src/casework/report/read-input.js'
import { handQuarter } from './hand-quarter.js'

const { figures, evidence } = countQuarter(readReportInput(handQuarter), '2026Q2')

/*
 * Every number was counted by hand from hand-quarter.ts; the program agrees with the hand. The numbers in the reasons are
 * those of the cases.
 */
describe('A quarter of sixty cases, by hand', () => {
  for (const [key, expected, why] of [
    ['received', 51, '11–61; 62 came in July'],
    ['handled', 41, '51 without 3 withdrawn, 2 merged, 3 turned into questions, 2 out of scope'],
    ['turnedConsultation', 3, '53–55'],
    ['outOfScope', 2, '56–57'],
    ['merged', 2, '51–52'],
    ['withdrawn', 3, '48–50'],
    ['consultations', 17, 'as logged'],
    ['manyVisits', 9, '31–38 three times, 59 twice; all others came once'],
    ['hiddenBarriers', 8, '31–38'],
    ['guideProblems', 1, '47 alone is B1'],
    ['carriedIn', 5, '4–8; 1–3 were over'],
    ['carriedOut', 13, '7 8 24 25 42 43 44 45 46 47 59 60 61; 42 and 43 were archived in July'],
    ['closed', 43, '5 + 51 in hand, 13 go on'],
    ['archived', 33, '4–6, 11–23 (13), 26–30 (5), 31–38 (8), 39–41 (3), 58'],
    ['repliesDue', 23, '14 in time and 9 late'],
    ['repliedInTime', 14, '11–20, 29, 30, and 58 twice'],
    ['phoneReplyLate', 9, '21–23, 24 25, 28 whose letter was late, 42 43, 50 withdrawn too late'],
    ['phoneReplyPending', 0, 'the quarter is over'],
    ['unreachable', 2, '26 27'],
    ['feedbacksDue', 21, '15 in time and 6 late; 46 47 are due in July, 51 52 were merged'],
    ['fedBackInTime', 15, '4–6, 31–38, 42 43, 44, 59'],
    ['feedbackLate', 6, '7 8, 39–41, 45'],
    ['feedbackPending', 0, 'the quarter is over'],
    ['provisional', 0, '46 47 are provisional, and due in the next quarter'],
    ['done', 27, '4–6, 11–20, 31–38, 39–41, 42 43, 58'],
    ['notDone', 3, '21–23'],
    ['outcomesDecided', 30, '27 + 3'],
    ['givenUp', 3, '26–28'],
    ['impossible', 2, '29 30'],
    ['asked', 33, 'as many as were archived; 42 and 43 were asked in July'],
    ['rated', 25, '33 without 26–30 and 39–41, who were asked and did not rate'],
    ['satisfied', 22, '25 without 21–23'],
    ['guideAnswered', 24, '11–20, 21–23, 31–38, 44 45, 47'],
    ['guideReaders', 11, '31–38 and 47 on the web, 44 45 on paper; a window’s word is not reading'],
    ['rectificationsAccepted', 4, '3, 4 and 5 of one case, 6'],
    ['rectificationsWatched', 5, 'the same and 2'],
    ['recurrencesSuspected', 1, '60'],
    ['recurrencesConfirmed', 1, '59'],
  ] as const) {
    it(`${figureLabel(key)} is ${expected}: ${why}`, () => {
      expect(figures.counts[key]).to.equal(expected)
    })
  }

  for (const [key, numerator, denominator] of [
    ['phoneReplyOnTime', 14, 23],
    ['feedbackOnTime', 15, 21],
    ['solved', 27, 30],
    ['recurrence', 1, 5],
    ['satisfaction', 22, 25],
    ['awareness', 11, 24],
  ] as const) {
    it(`${figureLabel(key)} is ${numerator} of ${denominator}`, () => {
      expect(figures.rates[key]).to.deep.equal({ numerator, denominator, rate: numerator / denominator })
    })
  }

  it('names every figure, and no other', () => {
    expect(Object.keys(figures.counts)).to.have.length(38)
    expect(Object.keys(figures.rates)).to.have.length(6)
  })

  it('by place: the centre, the street, the branch, in this order', () => {
    expect(
      figures.by.place.map(row => [
        row.label,
        row.received,
        `${row.phoneReplyOnTime.numerator}/${row.phoneReplyOnTime.denominator}`,
        `${row.feedbackOnTime.numerator}/${row.feedbackOnTime.denominator}`,
      ]),
    ).to.deep.equal([
      // 51 received without the street’s 5 and the branch’s 4
      ['城中区政务服务中心', 42, '14/16', '12/15'],
      // 21–25 received; 21–25 late; 7 8 never fed back
      ['潭中街道政务服务中心', 5, '0/5', '0/2'],
      // 42–45
      ['中南街道分中心', 4, '0/2', '3/4'],
    ])
  })

  it('by channel, reporter, department', () => {
    expect(figures.by.channel.map(row => [row.key, row.received])).to.deep.equal([
      ['qr', 1],
      ['window', 50],
    ])
    expect(figures.by.reporterKind.map(row => [row.key, row.received])).to.deep.equal([
      ['firm', 1],
      ['person', 50],
    ])
    expect(figures.by.department.map(row => [row.key, row.received])).to.deep.equal([
      [7, 46],
      [8, 3],
      [null, 2],
    ])
  })

  it('by cause, the most frequent first', () => {
    expect(figures.by.cause.map(row => [row.key, row.received])).to.deep.equal([
      // 11–28 (18), 49 50, 58
      ['A1', 21],
      // 31–41 (11), 46, 51 52, 59
      ['B2', 15],
      // 48, 53–57, 60 61
      [null, 8],
      ['A3', 2],
      ['B4', 2],
      ['C2', 2],
      ['B1', 1],
    ])
  })

  it('lists a case twice where it counts twice', () => {
    const ids = evidence.rectificationsAccepted.map(({ caseId }) => caseId)
    expect(ids).to.deep.equal([4, 31, 31, 44])
    expect(evidence.repliedInTime.filter(({ caseId }) => caseId === 58)).to.have.length(2)
  })

  it('is followed by a quarter that begins where it ended', () => {
    const next = quarterFigures(readReportInput(handQuarter), '2026Q3')
    expect(next.counts.carriedIn).to.equal(13)
    expect(next.counts.asked, '42 43').to.equal(2)
    expect(next.counts.feedbackLate, '46 47').to.equal(2)
  })
})
