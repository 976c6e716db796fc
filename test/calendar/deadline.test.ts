import { expect } from 'chai'
import { closeOfBusiness, localDateOf, project, startOfBusiness } from '../../src/calendar/index.js'
import { dateOracles } from './date-oracles.js'
import { officeCalendar } from './office-calendar.js'

const guangxi = officeCalendar()
const national = officeCalendar(['national'])
const days = (workingDays: number) => ({ workingDays })

describe('a deadline in working days', () => {
  it('has oracles to be measured by', () => {
    expect(dateOracles.cases).to.have.length.of.at.least(14)
    expect(dateOracles.provisional).to.have.length.of.at.least(3)
  })

  for (const { start, workingDays, ...due } of dateOracles.cases) {
    it(`ends on ${due.national} in the nation, ${due.guangxi} in Guangxi: ${workingDays} days from ${start}`, () => {
      const terms = { startOn: start, budget: days(workingDays) }
      expect(project(national, terms)).to.include({ dueOn: due.national, provisional: false })
      expect(project(guangxi, terms)).to.include({
        dueOn: due.guangxi,
        dueAt: closeOfBusiness(due.guangxi),
        provisional: false,
      })
    })
  }

  for (const { start, workingDays, due, provisional } of dateOracles.provisional) {
    it(`is ${provisional ? '' : 'not '}provisional: ${workingDays} days from ${start}`, () => {
      for (const calendar of [guangxi, national]) {
        const deadline = project(calendar, { startOn: start, budget: days(workingDays) })
        expect(deadline.provisional).to.equal(provisional)
        if (due !== undefined) expect(deadline.dueOn).to.equal(due)
      }
    })
  }

  it('does not count the start day, whatever the hour of it, and ends at 17:30 in the office', () => {
    for (const anchorAt of [
      '2026-03-01T16:00:00.000Z',
      '2026-03-02T04:00:00.000Z',
      '2026-03-02T15:59:59.999Z',
    ]) {
      const deadline = project(guangxi, { anchorAt, budget: days(3) })
      expect(deadline).to.include({
        startOn: '2026-03-02',
        dueOn: '2026-03-05',
        dueAt: '2026-03-05T09:30:00.000Z',
      })
    }
  })

  it('begins with the next working day when it starts on a day off', () => {
    expect(project(guangxi, { startOn: '2026-10-03', budget: days(1) }).dueOn).to.equal('2026-10-08')
  })

  it('counts the day of an instant given as the office has it, in whatever offset it is written', () => {
    const deadline = project(guangxi, { anchorAt: '2026-03-02T20:00:00-05:00', budget: days(1) })
    expect(deadline.startOn).to.equal('2026-03-03')
  })

  it('takes the start day that is given over the day of the instant', () => {
    const terms = { startOn: '2026-03-02', anchorAt: '2026-03-04T01:00:00.000Z', budget: days(1) }
    expect(project(guangxi, terms).dueOn).to.equal('2026-03-03')
  })

  it('can be projected again from what it came to', () => {
    const first = project(national, {
      anchorAt: '2026-04-15T02:00:00.000Z',
      budget: days(10),
      warnBefore: days(1),
    })
    const again = project(guangxi, first)
    expect(first.dueOn).to.equal('2026-04-29')
    expect(again.dueOn).to.equal('2026-05-06')
    expect(project(national, again)).to.deep.equal(first)
  })

  it('refuses a number of days that is none', () => {
    for (const workingDays of [-1, 2.5, NaN, Infinity])
      expect(() => project(guangxi, { startOn: '2026-03-02', budget: { workingDays } }))
        .to.throw()
        .with.property('code', 'budgetUnreadable')
    expect(() => project(guangxi, { startOn: '2026-03-02', budget: { workingDays: 100_000 } }))
      .to.throw()
      .with.property('code', 'budgetTooLong')
  })
})

describe('a deadline of no days', () => {
  const dueOf = (anchorAt: string) => project(guangxi, { anchorAt, budget: days(0) }).dueAt

  it('ends at the close of the same day', () => {
    expect(dueOf('2026-03-02T09:29:59.999Z')).to.equal('2026-03-02T09:30:00.000Z')
    expect(project(guangxi, { startOn: '2026-03-02', budget: days(0) }).dueOn).to.equal('2026-03-02')
  })

  it('ends at the close of the next working day when the office has closed', () => {
    expect(dueOf('2026-03-02T09:30:00.000Z')).to.equal('2026-03-03T09:30:00.000Z')
    expect(dueOf('2026-02-13T12:00:00.000Z'), 'Friday before a make-up Saturday').to.equal(
      '2026-02-14T09:30:00.000Z',
    )
  })

  it('ends at the close of the next working day when nobody works', () => {
    expect(dueOf('2026-03-07T02:00:00.000Z'), 'a Saturday').to.equal('2026-03-09T09:30:00.000Z')
    expect(dueOf('2026-10-01T02:00:00.000Z'), 'a holiday').to.equal('2026-10-08T09:30:00.000Z')
  })

  it('is provisional in a year that is not announced', () => {
    expect(project(guangxi, { startOn: '2027-03-02', budget: days(0) }).provisional).to.equal(true)
    expect(project(guangxi, { startOn: '2026-12-31', budget: days(0) }).provisional).to.equal(false)
  })
})

describe('the warning of a deadline', () => {
  it('comes when the office opens, so many working days before the last day', () => {
    const deadline = project(guangxi, { startOn: '2026-04-15', budget: days(10), warnBefore: days(1) })
    expect(deadline).to.include({
      dueOn: '2026-05-06',
      warnOn: '2026-04-30',
      warnAt: '2026-04-30T00:30:00.000Z',
    })
  })

  it('may be due at once where the budget is as short as the warning', () => {
    const deadline = project(guangxi, { startOn: '2026-03-09', budget: days(1), warnBefore: days(1) })
    expect(deadline).to.include({ warnOn: '2026-03-09', dueOn: '2026-03-10' })
  })

  it('comes on the morning of the last day when it is no day before', () => {
    const deadline = project(guangxi, { startOn: '2026-03-09', budget: days(1), warnBefore: days(0) })
    expect(deadline.warnAt).to.equal(startOfBusiness('2026-03-10'))
  })

  it('can be calendar days or hours before', () => {
    const terms = { startOn: '2026-03-09', budget: days(1) }
    expect(project(guangxi, { ...terms, warnBefore: { days: 2 } }).warnAt).to.equal(
      startOfBusiness('2026-03-08'),
    )
    expect(project(guangxi, { ...terms, warnBefore: { seconds: 7200 } }).warnAt).to.equal(
      '2026-03-10T07:30:00.000Z',
    )
  })

  it('does not come when nobody asked for it', () => {
    expect(project(guangxi, { startOn: '2026-03-09', budget: days(1) })).to.include({
      warnOn: null,
      warnAt: null,
    })
  })
})

describe('a plain timer', () => {
  it('of days counts every day and ends at the close of business, whoever works', () => {
    const deadline = project(guangxi, { startOn: '2026-12-30', budget: { days: 4 } })
    expect(deadline).to.include({
      dueOn: '2027-01-03',
      dueAt: closeOfBusiness('2027-01-03'),
      provisional: false,
    })
  })

  it('of no days ends at the close of the day, or of the next when that has passed', () => {
    const dueOf = (anchorAt: string) => project(guangxi, { anchorAt, budget: { days: 0 } }).dueOn
    expect(dueOf('2026-03-06T09:29:00.000Z')).to.equal('2026-03-06')
    expect(dueOf('2026-03-06T09:31:00.000Z')).to.equal('2026-03-07')
  })

  it('of hours runs on the clock', () => {
    const deadline = project(guangxi, { anchorAt: '2026-03-06T15:00:00.000Z', budget: { seconds: 7200 } })
    expect(deadline).to.include({
      dueAt: '2026-03-06T17:00:00.000Z',
      dueOn: '2026-03-07',
      provisional: false,
    })
  })

  it('of hours cannot start from a day', () => {
    expect(() => project(guangxi, { startOn: '2026-03-06', budget: { seconds: 7200 } }))
      .to.throw()
      .with.property('code', 'budgetNeedsAnInstant')
  })
})

describe('an office with other hours', () => {
  it('closes its deadlines and gives its warnings by them', () => {
    const early = officeCalendar()
    const calendar = { ...early, hours: { opensAt: '09:00', closesAt: '17:00' } }
    const deadline = project(calendar, { startOn: '2026-03-09', budget: days(2), warnBefore: days(1) })
    expect(localDateOf(deadline.dueAt)).to.equal('2026-03-11')
    expect(deadline).to.include({ dueAt: '2026-03-11T09:00:00.000Z', warnAt: '2026-03-10T01:00:00.000Z' })
  })
})
