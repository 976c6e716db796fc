import { expect } from 'chai'
import fc from 'fast-check'
import { excerptOf } from '../../src/casework/excerpt.js'

const shown = (written: string, terms: string[], size?: { around: number; length: number }) =>
  excerptOf(written, terms, size)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('')

describe('An excerpt', () => {
  it('marks what was looked for, as it was written', () => {
    expect(shown('办食品经营许可（新办）被退回', ['许可新办'])).to.equal('办食品经营[许可（新办]）被退回')
    expect(shown('ＡＢＣ公司的 A B C', ['abc'])).to.equal('[ＡＢＣ]公司的 [A B C]')
    expect(shown('㙍𬌗😀要证明', ['😀要'])).to.equal('㙍𬌗[😀要]证明')
  })

  it('marks what overlaps once', () => {
    expect(shown('房东声明书', ['房东声明', '声明书'])).to.equal('[房东声明书]')
  })

  it('begins a little before the first place and says where it leaves out', () => {
    expect(shown(`${'前'.repeat(50)}声明${'后'.repeat(50)}`, ['声明'], { around: 3, length: 8 })).to.equal(
      '…前前前[声明]后后后…',
    )
  })

  it('shows the beginning where nothing was found', () => {
    expect(shown('短文', ['没有'])).to.equal('短文')
  })

  it('is a part of the text, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (written, term) => {
          const text = excerptOf(written, [term])
            .filter(part => part.text !== '…')
            .map(part => part.text)
            .join('')
          expect(Array.from(written.replaceAll(/\s+/g, ' ')).join('')).to.include(text)
        },
      ),
    )
  })
})
