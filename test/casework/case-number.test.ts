import { expect } from 'chai'
import fc from 'fast-check'
import { formatCaseNumber, normaliseCaseNumber, parseCaseNumber } from '../../src/casework/case-number.js'

const numbers = fc.record({
  year: fc.integer({ min: 2021, max: 2099 }),
  sequence: fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 100_000, max: 9_999_999 })),
})

describe('The case number', () => {
  it('is year, sequence and check digit', () => {
    // Damm over 2 0 2 6 0 0 0 1 7 by hand, row and digit: 1 7 4 5 3 1 7 9 7
    expect(formatCaseNumber({ year: 2026, sequence: 17 })).to.equal('2026-00017-7')
  })

  it('grows beyond 99,999 cases a year', () => {
    expect(formatCaseNumber({ year: 2026, sequence: 1_234_567 })).to.match(/^2026-1234567-\d$/)
  })

  for (const typed of [
    '2026-00017-7',
    '2026000177',
    ' 2026 00017 7 ',
    '２０２６－０００１７－７',
    '2026—00017—7',
    '2026–00017‐7',
    '2026-00017-7\n',
  ]) {
    it(`is read from ${JSON.stringify(typed)}`, () => {
      expect(normaliseCaseNumber(typed)).to.equal('2026-00017-7')
    })
  }

  for (const typed of [
    '',
    '2026',
    '2026-00000-0',
    '2026-17-7',
    'abcd-00017-5',
    '2026-00017',
    '2026-00017-75',
    '☎',
  ]) {
    it(`is not read from ${JSON.stringify(typed)}`, () => {
      expect(parseCaseNumber(typed)).to.equal(null)
    })
  }

  it('is not made from a year or a sequence that there cannot be', () => {
    expect(() => formatCaseNumber({ year: 26, sequence: 1 })).to.throw(RangeError)
    expect(() => formatCaseNumber({ year: 2026, sequence: 0 })).to.throw(RangeError)
    expect(() => formatCaseNumber({ year: 2026, sequence: 1.5 })).to.throw(RangeError)
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(numbers, number => {
        expect(parseCaseNumber(formatCaseNumber(number))).to.deep.equal(number)
      }),
    )
  })

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const digits = formatCaseNumber(number).replaceAll('-', '')
        const at = place % digits.length
        const wrong = (Number(digits[at]) + by) % 10
        expect(parseCaseNumber(digits.slice(0, at) + String(wrong) + digits.slice(at + 1))).to.equal(null)
      }),
    )
  })

  it('finds every swap of two neighbours', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (number, place) => {
        const digits = formatCaseNumber(number).replaceAll('-', '')
        const at = place % (digits.length - 1)
        fc.pre(digits[at] !== digits[at + 1])
        const swapped = `${digits.slice(0, at)}${digits[at + 1]!}${digits[at]!}${digits.slice(at + 2)}`
        expect(parseCaseNumber(swapped)).to.equal(null)
      }),
    )
  })
})
