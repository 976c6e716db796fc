import { expect } from 'chai'
import {
  buildCalendar,
  dayIn,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDaysBetween,
  type CalendarDay,
  type Scope,
} from '../../src/calendar/index.js'
import { officeCalendar, shipped } from './office-calendar.js'

const calendar = officeCalendar()

function row(scope: Scope, kind: CalendarDay['kind'], date = '2026-03-04'): CalendarDay {
  return { scope, kind, date, name: `${scope} ${kind}`, source: `a document of ${scope}` }
}

describe('the work calendar', () => {
  it('says of each day whether it is worked, why, and by which document', () => {
    expect(dayIn(calendar, '2026-04-15')).to.deep.equal({
      date: '2026-04-15',
      working: true,
      kind: 'workday',
      name: null,
      scope: null,
      source: null,
      provisional: false,
    })
    expect(dayIn(calendar, '2026-04-18')).to.include({ working: false, kind: 'weekend', source: null })
    expect(dayIn(calendar, '2026-05-09')).to.include({ working: true, kind: 'makeUpWorkday', name: '劳动节' })
    expect(dayIn(calendar, '2026-10-04')).to.include({ working: false, kind: 'holiday', scope: 'national' })
    expect(dayIn(calendar, '2026-10-04').source).to.match(/国办发明电/)
  })

  it('lets the local arrangement override Guangxi’s, and Guangxi’s the nation’s, in whatever order they come', () => {
    const days = [row('national', 'rest'), row('guangxi', 'work'), row('local', 'rest')]
    for (const order of [days, days.toReversed()]) {
      const kindBy = (scopes: readonly Scope[]) =>
        dayIn(buildCalendar({ days: order, announced: [], scopes }), '2026-03-04').name
      expect(kindBy(['national', 'guangxi', 'local'])).to.equal('local rest')
      expect(kindBy(['national', 'guangxi'])).to.equal('guangxi work')
      expect(kindBy(['national'])).to.equal('national rest')
      expect(kindBy([])).to.equal(null)
    }
  })

  it('knows a day of Guangxi only where Guangxi’s arrangement holds', () => {
    expect(dayIn(calendar, '2026-04-17')).to.include({ working: false, scope: 'guangxi' })
    expect(dayIn(officeCalendar(['national']), '2026-04-17')).to.include({ working: true, kind: 'workday' })
  })

  it('calls a year provisional that the nation has not announced, whatever others arranged', () => {
    expect(dayIn(calendar, '2026-12-31').provisional).to.equal(false)
    expect(dayIn(calendar, '2027-01-01').provisional).to.equal(true)
    const announced = [{ scope: 'guangxi', year: 2027 } as const]
    expect(dayIn(buildCalendar({ days: [], announced }), '2027-03-01').provisional).to.equal(true)
    const national = [{ scope: 'national', year: 2027 } as const]
    expect(dayIn(buildCalendar({ days: [], announced: national }), '2027-03-01').provisional).to.equal(false)
  })

  it('ships six announced years, each with its spring festival', () => {
    expect(shipped.announced.filter(({ scope }) => scope === 'national')).to.have.lengthOf(6)
    for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
      const festival = shipped.days.filter(
        ({ date, name }) => date.startsWith(String(year)) && name === '春节',
      )
      expect(festival, String(year)).to.have.length.of.at.least(7)
    }
  })

  it('refuses what is not a day', () => {
    for (const date of ['2026-02-30', '2026-4-5', '', '2026-13-01', '20260405', '10000-01-01', '9999-06-01'])
      expect(() => dayIn(calendar, date), date)
        .to.throw()
        .with.property('code', 'dateInvalid')
  })
})

describe('working days around a day', () => {
  it('are found on either side of a long holiday', () => {
    expect(nextWorkingDay(calendar, '2026-09-30')).to.equal('2026-10-08')
    expect(previousWorkingDay(calendar, '2026-10-08')).to.equal('2026-09-30')
    expect(workingDayOnOrAfter(calendar, '2026-10-01')).to.equal('2026-10-08')
    expect(workingDayOnOrAfter(calendar, '2026-10-10'), 'a make-up Saturday').to.equal('2026-10-10')
  })

  it('are counted without the first day and with the last', () => {
    expect(workingDaysBetween(calendar, '2026-09-30', '2026-10-10')).to.equal(3)
    expect(workingDaysBetween(calendar, '2026-03-02', '2026-03-02')).to.equal(0)
    expect(workingDaysBetween(calendar, '2026-10-10', '2026-09-30')).to.equal(-3)
  })

  it('are counted across years as the years were worked', () => {
    const inYears = [2021, 2022, 2023].map(year =>
      workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`),
    )
    const across = workingDaysBetween(calendar, '2020-12-31', '2023-12-31')
    expect(across).to.equal(inYears.reduce((sum, days) => sum + days))
  })
})
