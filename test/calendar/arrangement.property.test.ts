import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  asArrangement,
  buildCalendar,
  dayIn,
  differenceTo,
  firstDayOf,
  inverseOf,
  laidOver,
  project,
  scopes,
  type Arrangement,
  type CalendarContents,
  type DayArrangement,
} from '../../src/calendar/index.js'

const date = fc.integer({ min: 0, max: 40 }).map(days => addDays('2026-12-10', days))
const day: fc.Arbitrary<DayArrangement> = fc
  .record({
    scope: fc.constantFrom(...scopes),
    date,
    kind: fc.constantFrom('rest' as const, 'work' as const, 'plain' as const),
    name: fc.constantFrom('元旦', '台风'),
  })
  .map(one => ({ ...one, ...(one.kind === 'plain' ? { name: '', source: '' } : { source: '通知' }) }))
const arrangement: fc.Arbitrary<Arrangement> = fc.record({
  days: fc.array(day, { maxLength: 12 }),
  years: fc.array(
    fc.record({
      scope: fc.constantFrom(...scopes),
      year: fc.constantFrom(2026, 2027),
      announced: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
})
const nothing: CalendarContents = { days: [], announced: [] }
const contents = arrangement.map(one => laidOver(nothing, one))
const none: Arrangement = { days: [], years: [] }

describe('An arrangement laid over a calendar', () => {
  it('changes nothing more when it is laid over it again', () => {
    fc.assert(
      fc.property(contents, arrangement, (there, one) => {
        expect(differenceTo(laidOver(there, one), one)).to.deep.equal(none)
      }),
    )
  })

  it('comes to the same as what of it differs', () => {
    fc.assert(
      fc.property(contents, arrangement, (there, one) => {
        const whole = laidOver(there, one)
        expect(differenceTo(laidOver(there, differenceTo(there, one)), asArrangement(whole))).to.deep.equal(
          none,
        )
      }),
    )
  })

  it('is taken back by its inverse, day for day', () => {
    fc.assert(
      fc.property(contents, arrangement, (there, one) => {
        const back = laidOver(laidOver(there, one), inverseOf(there, one))
        expect(back.days).to.have.deep.members(there.days)
        expect(back.announced).to.have.deep.members(there.announced)
      }),
    )
  })

  it('leaves every deadline that was due before its first day as it was', () => {
    const start = fc.integer({ min: 0, max: 30 }).map(days => addDays('2026-12-05', days))
    const budget = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(contents, arrangement, start, budget, (there, one, startOn, workingDays) => {
        const difference = differenceTo(there, one)
        const first = firstDayOf(difference)
        const terms = { startOn, budget: { workingDays }, warnBefore: { workingDays: 1 } }
        const before = project(buildCalendar(there), terms)
        if (first !== null && before.dueOn >= first) return
        expect(project(buildCalendar(laidOver(there, one)), terms)).to.deep.equal(before)
      }),
      { numRuns: 300 },
    )
  })

  it('lets the weaker scope show again where it is as usual', () => {
    const there = laidOver(nothing, {
      days: [
        { scope: 'national', date: '2026-05-09', kind: 'work', name: '劳动节', source: '国办通知' },
        { scope: 'local', date: '2026-05-09', kind: 'rest', name: '停电', source: '通知' },
      ],
      years: [],
    })
    const plain = { scope: 'local', date: '2026-05-09', kind: 'plain', name: '', source: '' } as const
    const after = laidOver(there, { days: [plain], years: [] })
    expect(dayIn(buildCalendar(there), '2026-05-09').working).to.equal(false)
    expect(dayIn(buildCalendar(after), '2026-05-09')).to.include({ working: true, scope: 'national' })
  })
})
