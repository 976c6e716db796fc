import { expect } from 'chai'
import fc from 'fast-check'
import type { BreakdownRow } from '../../../src/casework/report/breakdown.js'
import { onTimeRate, duePromises } from '../../../src/casework/report/promises.js'
import { quarterFigures } from '../../../src/casework/report/quarter-figures.js'
import { type Rate, rateOf } from '../../../src/casework/report/rate.js'
import { readReportInput } from '../../../src/casework/report/read-input.js'
import { randomRows } from './random-quarter.js'
import { rowsOf } from './rows.js'

const quarters = ['2026Q1', '2026Q2', '2026Q3'] as const
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

describe('Whatever happened in a quarter', () => {
  it('its figures by place, or by anything else, add up to the whole', () => {
    fc.assert(
      fc.property(randomRows, fc.constantFrom(...quarters), (rows, quarter) => {
        const { counts, rates, by } = quarterFigures(readReportInput(rows), quarter)
        for (const parts of Object.values(by)) {
          const added = (rate: (part: BreakdownRow) => Rate) =>
            rateOf(
              sum(parts.map(part => rate(part).numerator)),
              sum(parts.map(part => rate(part).denominator)),
            )
          expect(sum(parts.map(part => part.received))).to.equal(counts.received)
          expect(sum(parts.map(part => part.unreachable))).to.equal(counts.unreachable)
          expect(added(part => part.phoneReplyOnTime)).to.deep.equal(rates.phoneReplyOnTime)
          expect(added(part => part.feedbackOnTime)).to.deep.equal(rates.feedbackOnTime)
          expect(added(part => part.solved)).to.deep.equal(rates.solved)
          expect(added(part => part.satisfaction)).to.deep.equal(rates.satisfaction)
        }
      }),
    )
  })

  it('every case received is handled, turned away, merged or withdrawn', () => {
    fc.assert(
      fc.property(randomRows, fc.constantFrom(...quarters), (rows, quarter) => {
        const { counts } = quarterFigures(readReportInput(rows), quarter)
        const kinds = [
          counts.handled,
          counts.turnedConsultation,
          counts.outOfScope,
          counts.merged,
          counts.withdrawn,
        ]
        expect(sum(kinds)).to.equal(counts.received)
      }),
    )
  })

  it('what was open and what came is either closed or carried over', () => {
    fc.assert(
      fc.property(randomRows, fc.constantFrom(...quarters), (rows, quarter) => {
        const { counts } = quarterFigures(readReportInput(rows), quarter)
        expect(counts.carriedIn + counts.received).to.equal(counts.closed + counts.carriedOut)
      }),
    )
  })

  it('every promise due stands in exactly one list', () => {
    fc.assert(
      fc.property(randomRows, fc.constantFrom(...quarters), (rows, quarter) => {
        const { promises } = readReportInput(rows)
        for (const kind of ['phoneReply', 'feedback'] as const) {
          const lists = Object.values(duePromises(promises, kind, quarter, '2026-12-31')) as {
            id: number
          }[][]
          const ids = lists.flat().map(each => each.id)
          const due = promises.filter(each => each.promise === kind)
          expect(new Set(ids).size).to.equal(ids.length)
          expect(ids.length).to.be.at.most(due.length)
        }
      }),
    )
  })

  it('every rate lies between nothing and all, and says of how many', () => {
    fc.assert(
      fc.property(randomRows, fc.constantFrom(...quarters), (rows, quarter) => {
        for (const { rate, numerator, denominator } of Object.values(
          quarterFigures(readReportInput(rows), quarter).rates,
        )) {
          // recurrences may outnumber the rectifications of a small office: that one rate may pass 1
          expect(rate === null).to.equal(denominator === 0)
          if (rate !== null) expect(rate).to.equal(numerator / denominator)
        }
      }),
    )
  })

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(randomRows, rows => {
        const turned = { ...rows, cases: [...rows.cases].reverse(), promises: [...rows.promises].reverse() }
        expect(quarterFigures(readReportInput(turned), '2026Q2')).to.deep.equal(
          quarterFigures(readReportInput(rows), '2026Q2'),
        )
      }),
    )
  })

  it('ten thousand cases are counted while one waits', () => {
    const [some] = fc.sample(fc.array(randomRows, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 1 })
    const found = (some ?? []).flatMap(rows => rows.cases)
    const cases = Array.from({ length: 10_000 }, (_, index) => ({
      ...found[index % found.length]!,
      id: index + 1,
    }))
    const begun = process.hrtime.bigint()
    const { counts } = quarterFigures(readReportInput(rowsOf({ cases })), '2026Q2')
    expect(counts.received).to.be.above(1000)
    // some tenths of a second alone; far more only when a count per case asks all cases
    expect(Number(process.hrtime.bigint() - begun) / 1e6, 'ms').to.be.below(15_000)
  })
})

describe('A rate', () => {
  it('is kept apart from what it leaves out', () => {
    const empty = { onTime: [], late: [], unreachable: [], void: [], pending: [] }
    expect(onTimeRate(empty)).to.deep.equal({ numerator: 0, denominator: 0, rate: null })
  })
})
