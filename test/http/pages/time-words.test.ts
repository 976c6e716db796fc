import { expect } from 'chai'
import { timeWords } from '../../../src/http/pages/processes/time-words.js'

describe('The time of a timer, in words', () => {
  const said: readonly (readonly [Parameters<typeof timeWords>[0], string])[] = [
    [{ type: 'timeDuration', value: 'P3D', calendar: 'workdays' }, '3个工作日'],
    [{ type: 'timeDuration', value: 'PT4H', calendar: 'days' }, '4小时'],
    [{ type: 'timeDuration', value: '=days', calendar: 'days' }, '按“days”计算'],
    [{ type: 'timeDate', value: '2026-07-01T08:30:00+08:00', calendar: 'days' }, '到2026年7月1日'],
    [
      { type: 'timeCycle', value: 'R/2021-07-01T08:30:00+08:00/P3M', calendar: 'workdays' },
      '每3个月一次，第一次在2021年7月1日',
    ],
    [
      { type: 'timeCycle', value: 'R3/2021-07-01T00:30:00Z/P1W', calendar: 'days' },
      '每1周一次，共4次，第一次在2021年7月1日',
    ],
    [{ type: 'timeDate', value: '以后', calendar: 'days' }, '到以后'],
  ]
  for (const [timer, words] of said)
    it(`${timer.value} is “${words}”`, () => {
      expect(timeWords(timer)).to.include(words)
    })

  it('a start by working days says that it waits for one', () => {
    expect(
      timeWords({ type: 'timeCycle', value: 'R/2021-07-01T08:30:00+08:00/P3M', calendar: 'workdays' }),
    ).to.include('顺延')
  })
})
