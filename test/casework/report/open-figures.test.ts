import { expect } from 'chai'
import fc from 'fast-check'
import { openCountWords, openQuarter } from '../../../src/casework/report/open-figures.js'
import { quarterFigures } from '../../../src/casework/report/quarter-figures.js'

const empty = quarterFigures({ cases: [], promises: [], rectifications: [], consultations: 0 }, '2026Q2')

describe('The open figures of a quarter', () => {
  it('never say a count below five, nor anything but the four counts', () => {
    const count = fc.integer({ min: 0, max: 12 })
    const counts = fc.record({
      received: count,
      repliedInTime: count,
      fedBackInTime: count,
      done: count,
      rectificationsAccepted: count,
    })
    fc.assert(
      fc.property(counts, some => {
        const { figures } = openQuarter({ ...empty, counts: { ...empty.counts, ...some } })
        const { received, answeredOnTime, solved, rectified, ...more } = figures
        expect(more).to.deep.equal({})
        for (const [shown, truth] of [
          [received, some.received],
          [answeredOnTime, some.repliedInTime + some.fedBackInTime],
          [solved, some.done],
          [rectified, some.rectificationsAccepted],
        ] as const)
          expect(shown).to.deep.equal(truth < 5 ? { lessThan: 5 } : { count: truth })
      }),
    )
  })

  it('are said in words', () => {
    expect(openCountWords({ lessThan: 5 })).to.equal('少于5件')
    expect(openCountWords({ count: 1234 })).to.equal('1,234件')
  })
})
