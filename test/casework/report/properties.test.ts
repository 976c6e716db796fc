import { expect } from 'chai'
import fc from 'fast-check'
import type { BreakdownRow } from '../../../src/casework/report/breakdown.js'
import { figureEvidence, type FigureKey } from '../../../src/casework/report/evidence.js'
import { RATES } from '../../../src/casework/report/measures.js'
import { duePromises } from '../../../src/casework/report/promises.js'
import { countQuarter, quarterFigures } from '../../../src/casework/report/quarter-figures.js'
import { type Rate, rateOf } from '../../../src/casework/report/rate.js'
import { splitOf, type Dimension } from '../../../src/casework/report/split.js'
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

  it('each figure of each part counts exactly the cases that its link lists', () => {
    fc.assert(
      fc.property(randomRows, fc.constantFrom(...quarters), (rows, quarter) => {
        const input = readReportInput(rows)
        const { figures, evidence } = countQuarter(input, quarter)
        const cases = new Map(input.cases.map(each => [each.id, each]))
        for (const [dimension, parts] of Object.entries(figures.by) as [Dimension, BreakdownRow[]][]) {
          const listed = (figure: FigureKey, part: BreakdownRow) =>
            evidence[figure].filter(({ caseId }) => splitOf(dimension, cases.get(caseId)!).key === part.key)
          for (const part of parts) {
            expect(listed('received', part)).to.have.length(part.received)
            expect(listed('unreachable', part)).to.have.length(part.unreachable)
            for (const rate of ['phoneReplyOnTime', 'feedbackOnTime', 'solved', 'satisfaction'] as const) {
              expect(listed(RATES[rate][0], part)).to.have.length(part[rate].numerator)
              expect(listed(RATES[rate][1], part)).to.have.length(part[rate].denominator)
            }
          }
        }
      }),
    )
  })

  it('what a share divides is among what it divides by', () => {
    fc.assert(
      fc.property(randomRows, fc.constantFrom(...quarters), (rows, quarter) => {
        const evidence = figureEvidence(readReportInput(rows), quarter, '2026-12-31')
        for (const [rate, [numerator, denominator]] of Object.entries(RATES)) {
          if (rate === 'recurrence') continue // cases against rectifications
          const all = new Set(evidence[denominator].map(({ caseId }) => caseId))
          expect(
            evidence[numerator].every(({ caseId }) => all.has(caseId)),
            rate,
          ).to.equal(true)
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
