import { expect } from 'chai'
import fc from 'fast-check'
import { addDays } from '../../src/calendar/local-date.js'
import {
  isInQuarter,
  lastEndedQuarter,
  nextQuarter,
  parseQuarter,
  previousQuarter,
  quarterLabel,
  quarterOf,
  quarterRange,
  yearBefore,
} from '../../src/casework/quarter.js'

const days = fc.integer({ min: 0, max: 20_000 }).map(count => addDays('2021-05-01', count))

describe('A quarter', () => {
  for (const [typed, quarter] of [
    ['2026Q2', '2026Q2'],
    ['2026q2', '2026Q2'],
    ['2026-Q2', '2026Q2'],
    [' ２０２６Ｑ２ ', '2026Q2'],
    ['2026年第二季度', '2026Q2'],
    ['2026年2季度', '2026Q2'],
    ['2021Q2', '2021Q2'],
    ['2021Q1', null],
    ['2026Q5', null],
    ['2026', null],
    ['', null],
    ['2026Q2; drop', null],
  ] as const) {
    it(`${typed || 'nothing'} is read as ${quarter ?? 'none'}`, () => {
      expect(parseQuarter(typed)).to.equal(quarter)
    })
  }

  for (const [quarter, from, to] of [
    ['2021Q2', '2021-05-01', '2021-06-30'],
    ['2021Q3', '2021-07-01', '2021-09-30'],
    ['2024Q1', '2024-01-01', '2024-03-31'],
    ['2026Q4', '2026-10-01', '2026-12-31'],
  ] as const) {
    it(`${quarter} is from ${from} to ${to}`, () => {
      expect(quarterRange(quarter)).to.deep.equal({ from, to })
    })
  }

  it('has one before, but for the first', () => {
    expect(previousQuarter('2026Q1')).to.equal('2025Q4')
    expect(previousQuarter('2021Q3')).to.equal('2021Q2')
    expect(previousQuarter('2021Q2')).to.equal(null)
  })

  it('has one a year before, when the scheme was in force then', () => {
    expect(yearBefore('2026Q2')).to.equal('2025Q2')
    expect(yearBefore('2022Q1')).to.equal(null)
  })

  it('is due for a report when it has ended', () => {
    expect(lastEndedQuarter('2026-07-01')).to.equal('2026Q2')
    expect(lastEndedQuarter('2026-06-30')).to.equal('2026Q1')
    expect(lastEndedQuarter('2021-06-30')).to.equal(null)
  })

  it('is called by the office', () => {
    expect(quarterLabel('2026Q2')).to.equal('2026年第二季度')
    expect(quarterLabel('2021Q2')).to.equal('2021年第二季度（5月1日起）')
  })

  it('has every day since the scheme in exactly one quarter', () => {
    fc.assert(
      fc.property(days, day => {
        const quarter = quarterOf(day)
        expect(isInQuarter(day, quarter)).to.equal(true)
        expect(isInQuarter(day, nextQuarter(quarter))).to.equal(false)
        expect(addDays(quarterRange(quarter).to, 1)).to.equal(quarterRange(nextQuarter(quarter)).from)
        expect(previousQuarter(nextQuarter(quarter))).to.equal(quarter)
      }),
    )
  })

  it('has no day that is not known', () => {
    expect(isInQuarter(null, '2026Q2')).to.equal(false)
  })

  it('is not guessed from nonsense', () => {
    expect(() => quarterRange('2026')).to.throw(RangeError)
  })
})
