import { expect } from 'chai'
import fc from 'fast-check'
import { factsWithoutWords, withoutWords } from '../../src/casework/words.js'

describe('A record without words', () => {
  it('keeps what is counted and computed with, of a form too', () => {
    const answers = {
      ...{ verdict: 'department', cause: 'B2', satisfaction: 4, hiddenBarrier: true, departments: [3, 5] },
      ...{ effectiveOn: '2026-04-20', followedUpAt: '2026-04-20T01:00:00.000Z', visitsAfter: 1 },
    }
    expect(withoutWords({ taskId: 7, answers })).to.deep.equal({ taskId: 7, answers })
    const limit = { limits: '“10个工作日内反馈”', from: '2026-04-20', until: '2026-05-06', ground: 'hearing' }
    expect(withoutWords(limit)).to.deep.equal(limit)
  })

  it('keeps nothing that somebody typed, under whatever name a diagram gives it', () => {
    expect(
      withoutWords({ words: '覃小梅', reason: '电话10000000101', files: 'a.jpg', with: '某人' }),
    ).to.deep.equal({})
    expect(
      factsWithoutWords({ callSaid: '已解释', ownField: '覃小梅', nested: { words: '覃小梅' } }),
    ).to.deep.equal({})
  })

  it('keeps no words in the place of a code', () => {
    const wrong = {
      verdict: '覃小梅',
      cause: '覃小梅',
      effectiveOn: '2026年的某天',
      followedUpAt: '2026-04-20 覃小梅',
    }
    expect(factsWithoutWords(wrong)).to.deep.equal({})
  })

  it('is without them the second time as it was the first', () => {
    const record = fc.dictionary(
      fc.constantFrom('words', 'number', 'on', 'answers', 'verdict', 'taskId', 'x'),
      fc.oneof(
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.dictionary(fc.string(), fc.string()),
      ),
    )
    fc.assert(
      fc.property(record, given => {
        const once = withoutWords(given)
        expect(withoutWords(once)).to.deep.equal(once)
        expect(given).to.include(
          Object.fromEntries(Object.entries(once).filter(([name]) => name !== 'answers')),
        )
      }),
    )
  })
})
