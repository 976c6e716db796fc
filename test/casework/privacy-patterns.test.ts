import { expect } from 'chai'
import fc from 'fast-check'
import {
  findPrivateNumbers,
  withoutPrivateNumbers,
  isIdNumber,
  isLuhn,
} from '../../src/casework/privacy-patterns.js'

// from the annex of GB 11643-1999, and the test numbers of card schemes: nobody's
const id = '11010519491231002X'

/** Appends the digit that makes it pass, worked out by trying. */
const withCheck = (digits: string, passes: (candidate: string) => boolean): string =>
  Array.from('0123456789X')
    .map(last => digits + last)
    .find(passes) ?? ''

const card = withCheck('622202000000000000', isLuhn)

const ids = fc
  .tuple(
    fc.constantFrom('110105', '450202', '450203'),
    fc.date({
      min: new Date('1920-01-01T00:00:00Z'),
      max: new Date('2020-12-31T00:00:00Z'),
      noInvalidDate: true,
    }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, born, order]) => {
    const birthday = born.toISOString().slice(0, 10).replaceAll('-', '')
    return withCheck(`${region}${birthday}${String(order).padStart(3, '0')}`, isIdNumber)
  })

describe('Numbers that nobody asked for', () => {
  for (const [name, text, kinds] of [
    ['an ID number', `我的身份证是${id}，`, ['idNumber']],
    ['with a small x', `身份证${id.toLowerCase()}`, ['idNumber']],
    ['in full-width digits', '身份证１１０１０５１９４９１２３１００２Ｘ', ['idNumber']],
    ['with spaces', '身份证110105 1949 1231 002X', ['idNumber']],
    ['an old one of 15 digits', '证号110105491231002', ['idNumber']],
    ['a bank card', `卡号${card}`, ['bankCard']],
    ['a bank card in fours', '卡号4111 1111 1111 1111', ['bankCard']],
    ['both', `${id} 和 4111111111111111`, ['idNumber', 'bankCard']],
    ['a wrong check digit is no ID number', '110105194912310021', []],
    ['the 31st of February is no birthday', '110105194902310025', []],
    ['a wrong check digit is no card', '4111111111111112', []],
    ['a telephone', '打10000000101或0772-2000106', []],
    ['case numbers', '见2026-00017-5、2026-00018-1', []],
    ['a longer run', `1${card}1`, []],
    ['noughts', '0000000000000000', []],
    ['no numbers', '窗口要求另交声明', []],
  ] as const) {
    it(`${name}: ${kinds.join(' and ') || 'nothing'}`, () => {
      expect(findPrivateNumbers(text).map(found => found.kind)).to.deep.equal(kinds)
    })
  }

  it('are found where they stand in the text as it was typed', () => {
    const [found] = findPrivateNumbers(`我的号码${id}。`)
    expect(found).to.deep.equal({ kind: 'idNumber', start: 4, end: 22 })
  })

  it('are found for every ID number', () => {
    fc.assert(
      fc.property(ids, number => {
        expect(findPrivateNumbers(`号${number}号`)).to.have.length(1)
      }),
    )
  })

  it('are not found when one digit of an ID number is wrong', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const wrong = (Number(number[at]) + by) % 10
        expect(isIdNumber(number.slice(0, at) + String(wrong) + number.slice(at + 1))).to.equal(false)
      }),
    )
  })

  it('know a card by its check digit', () => {
    const cards = fc.stringMatching(/^[1-9]\d{14,17}$/).map(digits => withCheck(digits, isLuhn))
    fc.assert(
      fc.property(cards, number => {
        expect(isLuhn(number)).to.equal(true)
      }),
    )
    expect(isLuhn('')).to.equal(false)
  })

  it('take no longer for a megabyte of digits than for a page', () => {
    const begun = process.hrtime.bigint()
    findPrivateNumbers('1'.repeat(1_000_000))
    findPrivateNumbers('1234 '.repeat(200_000))
    expect(Number(process.hrtime.bigint() - begun) / 1e6, 'ms').to.be.below(2000)
  })
})

describe('A text without the numbers nobody needs', () => {
  it('says the same with each made unreadable, and has none left', () => {
    const written = '𬌗🙂我的身份证11010519491231002X，卡号6222 0212 3456 7894 ，编号2026-00017-7。'
    const left = withoutPrivateNumbers(written)
    expect(left).to.include('𬌗🙂我的身份证110****2X').and.include('编号2026-00017-7。')
    expect(findPrivateNumbers(left)).to.deep.equal([])
    expect(withoutPrivateNumbers('没有号码。')).to.equal('没有号码。')
  })
})
