import { expect } from 'chai'
import { type Call, type CallResult, deriveContact } from '../../src/casework/phone-call.js'

const call = (at: string, result: CallResult = 'noAnswer'): Call => ({
  at: new Date(`${at}+08:00`).toISOString(),
  result,
})

const wednesday = ['2026-04-15T09:00', '2026-04-15T11:00', '2026-04-15T15:00'].map(at => call(at))
const thursday = call('2026-04-16T09:00')

describe('Reaching the citizen', () => {
  for (const [name, calls, expected] of [
    ['nobody called yet', [], [0, false, false]],
    ['answered at once', [call('2026-04-15T09:00', 'answered')], [1, true, false]],
    ['three tries on one day are not enough', wednesday, [3, false, false]],
    ['two tries on two days are not enough', [wednesday[0]!, thursday], [2, false, false]],
    ['three tries on two days are', [wednesday[0]!, wednesday[1]!, thursday], [3, false, true]],
    [
      'refused and wrong numbers are tries too',
      [call('2026-04-15T09:00', 'refused'), call('2026-04-16T09:00', 'invalidNumber'), thursday],
      [3, false, true],
    ],
    [
      'the fourth try is answered',
      [...wednesday, thursday, call('2026-04-16T10:00', 'answered')],
      [5, true, false],
    ],
    // 23:50 and 00:10 in Shanghai are one day in UTC, and two in the office
    [
      'days are days of the office',
      [call('2026-04-15T23:40'), call('2026-04-15T23:50'), call('2026-04-16T00:10')],
      [3, false, true],
    ],
    [
      '07:30 and 08:30 are one day of the office and two in UTC',
      [call('2026-04-16T07:30'), call('2026-04-16T08:30'), call('2026-04-16T08:40')],
      [3, false, false],
    ],
  ] as const) {
    it(name, () => {
      const { tries, reached, contactFailed } = deriveContact(calls)
      expect([tries, reached, contactFailed]).to.deep.equal(expected)
    })
  }

  it('follows another rule of the office', () => {
    const failed = (calls: readonly Call[], tries: number, days: number) =>
      deriveContact(calls, null, { tries, days }).contactFailed
    expect(failed(wednesday, 3, 1)).to.equal(true)
    expect(failed([...wednesday, thursday], 5, 2)).to.equal(false)
    expect(failed([wednesday[0]!, thursday], 2, 2)).to.equal(true)
    expect(failed([...wednesday, thursday], 3, 3)).to.equal(false)
  })

  it('begins anew after a review: earlier calls do not count', () => {
    const reviewed = '2026-04-20T01:00:00.000Z'
    expect(deriveContact([call('2026-04-15T09:00', 'answered')], reviewed)).to.deep.equal({
      tries: 0,
      reached: false,
      contactFailed: false,
    })
    expect(deriveContact([...wednesday, thursday, call('2026-04-21T09:00')], reviewed).tries).to.equal(1)
  })
})
