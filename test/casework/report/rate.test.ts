import { expect } from 'chai'
import { percent, rateOf } from '../../../src/casework/report/rate.js'

describe('A rate in words', () => {
  for (const [numerator, denominator, words] of [
    [7, 8, '87.5%'],
    [2, 3, '66.7%'],
    [0, 5, '0.0%'],
    [5, 5, '100.0%'],
    [9999, 10_000, '99.9%'],
    [1, 10_000, '0.1%'],
    [3, 2, '150.0%'],
    [0, 0, '—'],
  ] as const) {
    it(`${numerator} of ${denominator} is ${words}`, () => {
      expect(percent(rateOf(numerator, denominator))).to.equal(words)
    })
  }
})
