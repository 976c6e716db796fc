import { expect } from 'chai'
import fc from 'fast-check'
import { charactersOf, cleanLine, cleanText, lengthOf, toHalfWidth } from '../../src/casework/plain-text.js'

describe('Text as people type it', () => {
  for (const kept of ['㙍𬌗䶮', '办成了👍🏽👨‍👩‍👧', 'ཀ་ب', '﨑', '第一段\n\n第二段']) {
    it(`keeps ${JSON.stringify(kept)}`, () => {
      expect(cleanText(kept)).to.equal(kept)
    })
  }

  for (const [typed, kept] of [
    ['一\r\n二\r三', '一\n二\n三'],
    ['  前后有空 \n', '前后有空'],
    ['空\u0000字', '空字'],
    ['断\ud842字', '断\ufffd字'],
  ] as const) {
    it(`makes ${JSON.stringify(typed)} fit to be kept`, () => {
      expect(cleanText(typed)).to.equal(kept)
    })
  }

  it('makes one line of several', () => {
    expect(cleanLine(' 食品\t经营\r\n许可 ')).to.equal('食品 经营 许可')
  })

  it('counts characters as a reader does', () => {
    expect(lengthOf('㙍𬌗䶮')).to.equal(3)
    expect(charactersOf('𬌗a')).to.deep.equal(['𬌗', 'a'])
  })

  it('makes full-width signs half-width without moving any', () => {
    expect(toHalfWidth('２０２６　（Ａ）')).to.equal('2026 (A)')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        expect(toHalfWidth(typed)).to.have.length(typed.length)
      }),
    )
  })

  it('is the same when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        expect(cleanText(cleanText(typed))).to.equal(cleanText(typed))
      }),
    )
  })
})
