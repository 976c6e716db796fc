import { expect } from 'chai'
import fc from 'fast-check'
import {
  type ClosedRectification,
  findRecurrence,
  itemKey,
  type RecurrenceCandidate,
  watchedUntil,
} from '../../src/casework/recurrence.js'

const item = itemKey('食品经营许可（新办）')
const rectification: ClosedRectification = {
  id: 1,
  caseId: 1,
  itemKey: item,
  departmentId: 7,
  cause: 'B2',
  acceptedAt: '2026-04-28T03:00:00.000Z',
}
const candidate: RecurrenceCandidate = {
  caseId: 17,
  itemKey: item,
  departmentId: 7,
  cause: 'B2',
  registeredAt: '2026-08-28T03:00:00.000Z',
}
const found = (change: Partial<RecurrenceCandidate>, among = [rectification]) =>
  findRecurrence({ ...candidate, ...change }, among)?.id ?? null

describe('The name of an item', () => {
  const same = [
    '食品经营许可（新办）',
    '食品经营许可(新办)',
    ' 食品经营许可 【新办】',
    '食品经营许可　新办',
    '“食品经营许可”新办',
  ]
  for (const name of same) {
    it(`${name} is the same item as ${same[0]!}`, () => {
      expect(itemKey(name)).to.equal(item)
    })
  }

  it('does not care for width and case', () => {
    expect(itemKey('ＥＴＣ 办理')).to.equal(itemKey('etc办理'))
  })

  it('tells different items apart', () => {
    expect(itemKey('食品经营许可（延续）')).to.not.equal(item)
  })

  it('is never lost altogether', () => {
    expect(itemKey('？？')).to.equal('??')
  })

  it('is the same when it is made again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        expect(itemKey(itemKey(name))).to.equal(itemKey(name))
      }),
    )
  })
})

describe('A recurrence', () => {
  for (const [name, change, expected] of [
    ['same item, department and cause four months later', {}, 1],
    ['at intake the cause is not known: suspected', { cause: null }, 1],
    ['不清楚 as department: suspected', { departmentId: null, cause: null }, 1],
    ['another cause', { cause: 'B1' }, null],
    ['another department', { departmentId: 8 }, null],
    ['another item', { itemKey: itemKey('居住证签注') }, null],
    ['before the rectification was accepted', { registeredAt: '2026-04-28T02:59:59.999Z' }, null],
    ['the very case that was rectified', { caseId: 1 }, null],
    ['on the last day of the 12 months', { registeredAt: '2027-04-28T15:59:59.999Z' }, 1],
    ['a day later', { registeredAt: '2027-04-28T16:00:00.000Z' }, null],
  ] as const) {
    it(`${name}: ${expected === null ? 'none' : 'found'}`, () => {
      expect(found(change)).to.equal(expected)
    })
  }

  it('is of the latest rectification, when several failed', () => {
    const later = { ...rectification, id: 2, caseId: 9, acceptedAt: '2026-06-01T03:00:00.000Z' }
    expect(found({}, [later, rectification])).to.equal(2)
    expect(found({}, [rectification, later])).to.equal(2)
  })

  it('is watched for a year, from a 29th of February to the 28th', () => {
    expect(watchedUntil('2024-02-29T02:00:00.000Z')).to.equal('2025-02-28')
    expect(watchedUntil('2026-04-28T20:00:00.000Z'), 'the 29th in the office').to.equal('2027-04-29')
  })
})
