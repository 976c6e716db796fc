import { expect } from 'chai'
import fc from 'fast-check'
import { RETENTION, retentionKinds } from '../../../src/casework/retention.js'
import { keptSince } from '../../../src/runtime/retention/terms.js'
import { nightOf } from '../../../src/runtime/retention/night.js'

describe('How long something is kept', () => {
  it('is counted on the office’s own calendar, over leap days and ends of months', () => {
    const since = (kind: 'cases' | 'accesses' | 'uploads', value: number, now: string) =>
      keptSince({ kind, value }, new Date(now).toISOString())
    expect(since('cases', 3, '2029-04-14T09:00:00+08:00')).to.equal('2026-04-14T01:00:00.000Z')
    expect(since('cases', 1, '2028-02-29T09:00:00+08:00')).to.equal('2027-02-28T01:00:00.000Z')
    expect(since('accesses', 6, '2026-08-31T00:30:00+08:00')).to.equal('2026-02-27T16:30:00.000Z')
    expect(since('uploads', 2, '2026-03-01T00:30:00+08:00')).to.equal('2026-02-26T16:30:00.000Z')
  })

  it('has a usual value within its bounds, and what the office may set has a place', () => {
    for (const kind of retentionKinds) {
      const rule: { least: number; most: number; usual: number; key?: string } = RETENTION[kind]
      expect(rule.usual, kind).to.be.within(rule.least, rule.most)
      expect(rule.key !== undefined, kind).to.equal(rule.least < rule.most)
    }
  })
})

describe('The night', () => {
  const at = (doneOn: string | null, now: string) => nightOf(doneOn, new Date(now).toISOString()).at

  it('is at two in the office, once a day, and late rather than never', () => {
    expect(at(null, '2026-04-14T01:00:00+08:00')).to.equal('2026-04-13T18:00:00.000Z')
    expect(at('2026-04-14', '2026-04-14T03:00:00+08:00')).to.equal('2026-04-14T18:00:00.000Z')
    expect(at('2026-04-01', '2026-04-14T15:00:00+08:00'), 'slept since').to.equal('2026-04-13T18:00:00.000Z')
    const ahead = at('2026-04-14', '2026-04-10T15:00:00+08:00')
    expect(ahead, 'a day to come, by a clock that ran ahead, stops no night').to.equal(
      '2026-04-09T18:00:00.000Z',
    )
  })

  it('never comes twice on one day', () => {
    const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, date => {
        const now = date.toISOString()
        const day = new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
        expect(nightOf(day, now).at > now).to.equal(true)
      }),
    )
  })
})
