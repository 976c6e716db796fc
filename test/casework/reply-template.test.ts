import { expect } from 'chai'
import fc from 'fast-check'
import {
  fillTemplate,
  REPLY_OCCASIONS,
  REPLY_PLACEHOLDERS,
  unknownPlaceholders,
  wordingFor,
} from '../../src/casework/reply-template.js'

describe('Reply templates', () => {
  it('are filled with what is known, word for word; what is not known is shown as a gap', () => {
    expect(
      fillTemplate('【事项】：【补正清单】', { item: '$& 许可', materials: undefined as never }),
    ).to.equal('$& 许可：……')
    fc.assert(fc.property(fc.string(), item => fillTemplate('“【事项】”', { item }) === `“${item.trim()}”`))
  })

  it('of the house name only placeholders that there are', () => {
    for (const { value } of REPLY_OCCASIONS)
      expect(unknownPlaceholders(wordingFor([], { occasion: value, cause: null })), value).to.deep.equal([])
    expect(unknownPlaceholders('【事项】【身份证】')).to.deep.equal(['身份证'])
  })

  it('are the office’s newest for the cause, else for all causes, else the house’s own', () => {
    const wordings = [
      { occasion: 'feedback', cause: 'B2', words: '新B2' },
      { occasion: 'feedback', cause: 'B2', words: '旧B2' },
      { occasion: 'feedback', cause: '', words: '通用' },
      { occasion: 'notice', cause: '', words: null },
    ] as const
    const of = (occasion: 'feedback' | 'notice', cause: string | null) =>
      wordingFor(wordings, { occasion, cause })
    expect(of('feedback', 'B2')).to.equal('新B2')
    expect(of('feedback', 'B1')).to.equal('通用')
    expect(of('notice', 'B1'), 'taken back').to.equal(wordingFor([], { occasion: 'notice', cause: null }))
    expect(REPLY_PLACEHOLDERS).to.have.length.above(5)
  })
})
