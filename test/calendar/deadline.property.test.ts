import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  buildCalendar,
  dayIn,
  explain,
  localDateOf,
  project,
  scopes,
  standingOf,
  workingDaysBetween,
  type CalendarDay,
  type LocalDate,
} from '../../src/calendar/index.js'

const announced = [2025, 2026].map(year => ({ scope: 'national', year }) as const)

// within a year or so, so that most rows matter to most deadlines; 2027 is not announced
const date = fc.integer({ min: 0, max: 400 }).map(days => addDays('2026-01-15', days))
const row: fc.Arbitrary<CalendarDay> = fc.record({
  scope: fc.constantFrom(...scopes),
  date,
  kind: fc.constantFrom('rest', 'work'),
  name: fc.constantFrom('春节', '劳动节', '壮族三月三'),
  source: fc.constant('a document'),
})
const sameDay = ({ scope, date: on }: CalendarDay) => `${scope} ${on}`
const rows = fc.uniqueArray(row, { selector: sameDay, maxLength: 300 })
const budget = fc.integer({ min: 0, max: 40 }).map(workingDays => ({ workingDays }))

const terms = fc.record({ startOn: date, budget })

describe('any deadline on any calendar', () => {
  it('never comes earlier when somebody adds a day of rest', () => {
    holdsWhenAdded('rest', (before, after) => after >= before)
  })

  it('never comes later when somebody adds a day of work', () => {
    holdsWhenAdded('work', (before, after) => after <= before)
  })

  it('ends on a working day, as many working days after its start as its budget has', () => {
    fc.assert(
      fc.property(rows, terms, (days, { startOn, budget }) => {
        const calendar = buildCalendar({ days, announced })
        const { dueOn } = project(calendar, { startOn, budget })
        expect(dayIn(calendar, dueOn).working).to.equal(true)
        const startWorks = dayIn(calendar, startOn).working
        const moved = budget.workingDays === 0 && !startWorks ? 1 : 0
        expect(workingDaysBetween(calendar, startOn, dueOn)).to.equal(budget.workingDays + moved)
      }),
    )
  })

  it('is explained by as many counted days as its budget has, and by every day up to the last', () => {
    fc.assert(
      fc.property(rows, terms, (days, deadline) => {
        const calendar = buildCalendar({ days, announced })
        const { dueOn, provisional } = project(calendar, deadline)
        const explanation = explain(calendar, deadline)
        const counted = explanation.days.flatMap(day => day.counted ?? [])
        expect(counted).to.deep.equal(
          Array.from({ length: deadline.budget.workingDays }, (_, day) => day + 1),
        )
        expect(explanation.days.map(day => day.date)).to.deep.equal(datesFrom(deadline.startOn, dueOn))
        expect(explanation).to.deep.include({ dueOn, provisional })
      }),
    )
  })

  it('is provisional exactly when a day it looked at is', () => {
    fc.assert(
      fc.property(rows, terms, (days, { startOn, budget }) => {
        const calendar = buildCalendar({ days, announced })
        const { dueOn, provisional } = project(calendar, { startOn, budget })
        const lookedAt = datesFrom(startOn, dueOn).slice(budget.workingDays === 0 ? 0 : 1)
        expect(provisional).to.equal(lookedAt.some(day => day >= '2027-01-01'))
      }),
    )
  })

  it('warns on a working day, its working days before the last', () => {
    fc.assert(
      fc.property(rows, terms, fc.integer({ min: 1, max: 5 }), (days, deadline, workingDays) => {
        const calendar = buildCalendar({ days, announced })
        const { dueOn, warnOn } = project(calendar, { ...deadline, warnBefore: { workingDays } })
        expect(warnOn && dayIn(calendar, warnOn).working).to.equal(true)
        expect(warnOn && workingDaysBetween(calendar, warnOn, dueOn)).to.equal(workingDays)
      }),
    )
  })

  it('has the same last day from whatever instant of the start day, unless it has no days', () => {
    fc.assert(
      fc.property(
        rows,
        terms,
        fc.integer({ min: 0, max: 86_399_999 }),
        (days, { startOn, budget }, after) => {
          const calendar = buildCalendar({ days, announced })
          const anchorAt = new Date(Date.parse(`${startOn}T00:00:00+08:00`) + after).toISOString()
          expect(localDateOf(anchorAt)).to.equal(startOn)
          fc.pre(budget.workingDays > 0)
          expect(project(calendar, { anchorAt, budget }).dueAt).to.equal(
            project(calendar, { startOn, budget }).dueAt,
          )
        },
      ),
    )
  })

  it('never has days left and days over at once, and what is left never grows', () => {
    fc.assert(
      fc.property(rows, terms, date, fc.integer({ min: 0, max: 500 }), (days, deadline, today, hours) => {
        const calendar = buildCalendar({ days, announced })
        const projected = project(calendar, deadline)
        const now = `${today}T01:00:00.000Z`
        const later = new Date(Date.parse(now) + hours * 3_600_000).toISOString()
        const [first, second] = [now, later].map(at => standingOf(calendar, projected, at))
        for (const { overdue, remainingWorkingDays, overdueWorkingDays } of [first!, second!])
          expect(overdue ? remainingWorkingDays : overdueWorkingDays).to.equal(0)
        expect(second!.remainingWorkingDays).to.be.at.most(first!.remainingWorkingDays)
        expect(second!.overdueWorkingDays).to.be.at.least(first!.overdueWorkingDays)
      }),
    )
  })

  it('counts the working days between two days one by one, in either direction', () => {
    fc.assert(
      fc.property(rows, date, date, (days, one, other) => {
        const calendar = buildCalendar({ days, announced })
        const [from, to] = one < other ? [one, other] : [other, one]
        const worked = datesFrom(from, to)
          .slice(1)
          .filter(day => dayIn(calendar, day).working)
        expect(workingDaysBetween(calendar, from, to)).to.equal(worked.length)
        expect(workingDaysBetween(calendar, to, from)).to.equal(0 - worked.length)
      }),
    )
  })
})

/** Adds a day of this kind in the strongest scope, near the start, and compares the dates of before and after. */
function holdsWhenAdded(
  kind: CalendarDay['kind'],
  holds: (before: LocalDate, after: LocalDate) => boolean,
): void {
  fc.assert(
    fc.property(rows, terms, fc.integer({ min: -3, max: 70 }), (days, deadline, distance) => {
      const added: CalendarDay = {
        scope: 'local',
        date: addDays(deadline.startOn, distance),
        kind,
        name: '临时安排',
        source: 'a document',
      }
      const others = days.filter(day => sameDay(day) !== sameDay(added))
      const before = project(buildCalendar({ days, announced }), deadline)
      const after = project(buildCalendar({ days: [...others, added], announced }), deadline)
      expect(holds(before.dueOn, after.dueOn), `${before.dueOn} became ${after.dueOn}`).to.equal(true)
      expect(holds(before.dueAt, after.dueAt)).to.equal(true)
    }),
    { numRuns: 300 },
  )
}

function datesFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates = [from]
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    dates.push(day)
  }
  return dates
}
