import { expect } from 'chai'
import { duePromises, type DuePromises } from '../../../src/casework/report/promises.js'
import { readReportInput } from '../../../src/casework/report/read-input.js'
import { archived, at, caseRow, feedback, reply, rowsOf, withdrawn } from './rows.js'

const due = '2026-05-11'

function standing(
  of: Parameters<typeof rowsOf>[0],
  kind: 'phoneReply' | 'feedback' = 'phoneReply',
  asOf = '2026-07-01',
) {
  const sorted = duePromises(readReportInput(rowsOf(of)).promises, kind, '2026Q2', asOf)
  return (Object.keys(sorted) as (keyof DuePromises)[]).flatMap(key =>
    sorted[key].map(promise => `${promise.id} ${key}`),
  )
}

describe('A promise that fell due', () => {
  for (const [name, answered, expected] of [
    ['answered before', '2026-05-08', 'onTime'],
    ['answered on the day', '2026-05-11', 'onTime'],
    ['answered a day later', '2026-05-12', 'late'],
    ['never answered', null, 'late'],
  ] as const) {
    it(`${name}: ${expected}`, () => {
      expect(standing({ cases: [caseRow(1)], promises: [reply(1, 1, due, answered)] })).to.deep.equal([
        `1 ${expected}`,
      ])
    })
  }

  it('answered at a quarter to midnight of the day in the office: on time', () => {
    const late = { ...reply(1, 1, due, null), closedAt: '2026-05-11T15:45:00.000Z' }
    expect(standing({ cases: [caseRow(1)], promises: [late] })).to.deep.equal(['1 onTime'])
  })

  it('answered a quarter after midnight: late, though it is the same day in UTC', () => {
    const late = { ...reply(1, 1, due, null), closedAt: '2026-05-11T16:15:00.000Z' }
    expect(standing({ cases: [caseRow(1)], promises: [late] })).to.deep.equal(['1 late'])
  })

  for (const [name, day, expected] of [
    ['before it was due', '2026-05-08', 'void'],
    ['on the day', '2026-05-11', 'void'],
    ['after nobody had answered in time', '2026-05-12', 'late'],
  ] as const) {
    it(`of a case withdrawn ${name}: ${expected}`, () => {
      expect(
        standing({ cases: [caseRow(1, withdrawn(day))], promises: [reply(1, 1, due, day)] }),
      ).to.deep.equal([`1 ${expected}`])
    })
  }

  it('answered before its case was withdrawn: on time', () => {
    expect(
      standing({ cases: [caseRow(1, withdrawn('2026-05-20'))], promises: [reply(1, 1, due, '2026-05-08')] }),
    ).to.deep.equal(['1 onTime'])
  })

  it('by letter in time: apart; by letter too late: late', () => {
    const cases = [caseRow(1, { contactFailed: true })]
    expect(standing({ cases, promises: [reply(1, 1, due, due)] })).to.deep.equal(['1 unreachable'])
    expect(standing({ cases, promises: [reply(1, 1, due, '2026-05-12')] })).to.deep.equal(['1 late'])
    expect(standing({ cases, promises: [reply(1, 1, due, null)] }), 'not even written').to.deep.equal([
      '1 late',
    ])
  })

  it('of ten days knows no letter: who could not be phoned was still told the result', () => {
    const cases = [caseRow(1, { contactFailed: true })]
    expect(standing({ cases, promises: [feedback(1, 1, due, due)] }, 'feedback')).to.deep.equal(['1 onTime'])
  })

  it('made anew by a review counts by itself, each with its own answer', () => {
    const cases = [caseRow(1, { contactFailed: true, ...archived('2026-06-20') })]
    const promises = [reply(1, 1, due, due), reply(2, 1, '2026-06-10', '2026-06-09')]
    expect(standing({ cases, promises }), 'only the second round was in vain').to.deep.equal([
      '1 onTime',
      '2 unreachable',
    ])
  })

  it('is pending to the end of its day', () => {
    const open = { cases: [caseRow(1)], promises: [reply(1, 1, due, null)] }
    expect(standing(open, 'phoneReply', due)).to.deep.equal(['1 pending'])
    expect(standing(open, 'phoneReply', '2026-05-12')).to.deep.equal(['1 late'])
  })

  it('is of the quarter of its due day, whenever it was answered', () => {
    const promises = [
      reply(1, 1, '2026-03-31', '2026-04-01'),
      reply(2, 1, '2026-06-30', '2026-07-01'),
      reply(3, 1, '2026-07-01', '2026-06-30'),
    ]
    expect(standing({ cases: [caseRow(1)], promises })).to.deep.equal(['2 late'])
  })

  it('of the other kind is not counted', () => {
    expect(standing({ cases: [caseRow(1)], promises: [feedback(1, 1, due, due)] })).to.deep.equal([])
  })

  it('whose case is merged at the same moment as another is archived is told by its own case', () => {
    const cases = [
      caseRow(1, archived('2026-05-08')),
      caseRow(2, { closedAt: at('2026-05-08'), endEvent: 'End_Merged' }),
    ]
    const promises = [reply(1, 1, due, '2026-05-08'), reply(2, 2, due, '2026-05-08')]
    expect(standing({ cases, promises })).to.deep.equal(['1 onTime', '2 void'])
  })
})
