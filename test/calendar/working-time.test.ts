import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  buildCalendar,
  dayIn,
  lengthOfDay,
  localDateOf,
  scopes,
  startOfDay,
  workingDaysBetween,
  workingTimes,
  type CalendarDay,
  type WorkCalendar,
} from '../../src/calendar/index.js'
import { officeCalendar } from './office-calendar.js'

const hour = 3_600_000
const calendar = officeCalendar()
const workingTime = (on: WorkCalendar, from: string, until: string) =>
  workingTimes(on, [{ from, until }])[0] ?? -1
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()
const hours = (from: string, until: string) => workingTime(calendar, from, until) / hour

describe('How long the office was open', () => {
  it('is what the clock says within a working day', () => {
    expect(hours(at('2026-04-15', '09:30'), at('2026-04-15', '11:45'))).to.equal(2.25)
  })

  it('is nothing at night, on a weekend and on a holiday', () => {
    expect(hours(at('2026-04-15', '17:30'), at('2026-04-16', '08:30'))).to.equal(0)
    expect(hours(at('2026-04-10', '17:30'), at('2026-04-13', '08:30'))).to.equal(0)
    expect(hours(at('2026-10-01', '09:00'), at('2026-10-07', '16:00'))).to.equal(0)
  })

  it('from Friday evening to Monday morning is the hour of Friday and the hour of Monday', () => {
    expect(hours(at('2026-04-10', '16:30'), at('2026-04-13', '09:30'))).to.equal(2)
  })

  it('counts a make-up Saturday like any working day', () => {
    expect(hours(at('2026-05-09', '08:00'), at('2026-05-09', '20:00'))).to.equal(9)
  })

  it('goes over a new year', () => {
    const days = workingDaysBetween(calendar, '2025-12-30', '2026-01-06')
    expect(hours(at('2025-12-30', '17:30'), at('2026-01-06', '17:30'))).to.equal(days * 9)
  })
})

const instant = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map(minutes => new Date(Date.parse('2026-01-15T00:00:00Z') + minutes * 60_000).toISOString())
const date = fc.integer({ min: 0, max: 60 }).map(days => addDays('2026-01-15', days))
const row: fc.Arbitrary<CalendarDay> = fc.record({
  scope: fc.constantFrom(...scopes),
  date,
  kind: fc.constantFrom('rest', 'work'),
  name: fc.constantFrom('春节', '劳动节', '壮族三月三'),
  source: fc.constant('a document'),
})
const rows = fc.uniqueArray(row, { selector: ({ scope, date: on }) => `${scope} ${on}`, maxLength: 40 })
// a calendar is laid out by the year: a few dozen of them find what there is to find
const runs = { numRuns: 30 }
const announced = [{ scope: 'national', year: 2026 }] as const

describe('How long the office was open, on any calendar', () => {
  it('from one instant to a third is the time to the second and the time from there', () => {
    fc.assert(
      fc.property(rows, instant, instant, instant, (days, ...instants) => {
        const any = buildCalendar({ days, announced })
        const [one, two, three] = instants.sort()
        expect(workingTime(any, one, three)).to.equal(
          workingTime(any, one, two) + workingTime(any, two, three),
        )
      }),
      runs,
    )
  })

  it('is for many spans at once what it is for each of them', () => {
    const spans = fc.array(fc.record({ from: instant, until: instant }), { maxLength: 20 })
    fc.assert(
      fc.property(rows, spans, (days, many) => {
        const any = buildCalendar({ days, announced })
        expect(workingTimes(any, many)).to.deep.equal(
          many.map(({ from, until }) => workingTime(any, from, until)),
        )
      }),
      runs,
    )
  })

  it('is never negative, and never more than passed on the clock', () => {
    fc.assert(
      fc.property(rows, instant, instant, (days, from, until) => {
        const spent = workingTime(buildCalendar({ days, announced }), from, until)
        expect(spent).to.be.within(0, Math.max(Date.parse(until) - Date.parse(from), 0))
      }),
      runs,
    )
  })

  it('over a whole day is a day’s length when it is worked, and nothing when it is not', () => {
    fc.assert(
      fc.property(rows, date, (days, day) => {
        const any = buildCalendar({ days, announced })
        const spent = workingTime(any, startOfDay(day), startOfDay(addDays(day, 1)))
        expect(spent).to.equal(dayIn(any, day).working ? lengthOfDay(any.hours) : 0)
      }),
      runs,
    )
  })

  it('is the same, whichever offset the instants are written with', () => {
    fc.assert(
      fc.property(instant, instant, (from, until) => {
        const here = from.replace('Z', '+00:00')
        expect(workingTime(calendar, here, until)).to.equal(workingTime(calendar, from, until))
        expect(localDateOf(here)).to.equal(localDateOf(from))
      }),
    )
  })
})
