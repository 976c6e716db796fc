import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  buildCalendar,
  checkPauseStops,
  explain,
  foldLedger,
  localDateOf,
  pauseGrounds,
  project,
  projectWritten,
  scopes,
  standingOf,
  workingDaysBetween,
  type CalendarDay,
  type LedgerEvent,
  type LocalDate,
  type Pause,
  type WorkCalendar,
} from '../../src/calendar/index.js'

const announced = [2025, 2026, 2027].map(year => ({ scope: 'national', year }) as const)

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
const calendars = rows.map(days => buildCalendar({ days, announced }))
const budget = fc.integer({ min: 1, max: 30 }).map(workingDays => ({ workingDays }))

/** Pauses as they lie after one another: days between them, and how long each is. */
const stretches = fc.array(fc.tuple(fc.nat(12), fc.nat(25)), { maxLength: 4 })
const terms = fc.record({ startOn: date, budget, stretches }).map(({ stretches: laid, ...one }) => {
  const pauses: Pause[] = []
  let at = one.startOn
  for (const [gap, length] of laid) {
    const from = addDays(at, gap)
    at = addDays(from, length)
    pauses.push({ from, until: at, ground: 'testing', document: '检测委托单' })
  }
  return { ...one, pauses }
})

describe('any deadline that is paused', () => {
  it('is explained by as many counted days as its budget has, none of them within a pause', () => {
    fc.assert(
      fc.property(calendars, terms, (calendar, deadline) => {
        const { days, promisedOn } = explain(calendar, deadline)
        const counted = days.flatMap(day => day.counted ?? [])
        expect(counted).to.deep.equal(
          Array.from({ length: deadline.budget.workingDays }, (_, index) => index + 1),
        )
        for (const day of days) {
          const within = deadline.pauses.some(({ from, until }) => from < day.date && day.date <= until)
          expect(day.reason === 'paused', day.date).to.equal(within)
        }
        expect(days.at(-1)?.date).to.equal(promisedOn)
      }),
    )
  })

  it('never comes earlier for one more pause, nor for a longer one', () => {
    fc.assert(
      fc.property(calendars, terms, fc.nat(20), fc.nat(20), (calendar, deadline, gap, longer) => {
        const from = addDays(deadline.pauses.at(-1)?.until ?? deadline.startOn, gap)
        const withPause = (length: number) =>
          project(calendar, {
            ...deadline,
            pauses: [...deadline.pauses, { from, until: addDays(from, length) }],
          }).dueOn
        const before = project(calendar, deadline).dueOn
        expect(withPause(0), 'a pause of no days').to.equal(before)
        expect(withPause(5) >= before).to.equal(true)
        expect(withPause(5 + longer) >= withPause(5)).to.equal(true)
      }),
    )
  })

  it('goes on with what remained when it was stopped, whatever the calendar', () => {
    fc.assert(
      fc.property(
        calendars,
        terms,
        fc.nat(40),
        fc.integer({ min: 1, max: 60 }),
        (calendar, deadline, after, length) => {
          const { pauses: _, ...plain } = deadline
          const { dueOn } = project(calendar, plain)
          const from = addDays(plain.startOn, after)
          fc.pre(from < dueOn)
          const pause = { from, until: addDays(from, length) }
          checkPauseStops(pause, dueOn)
          const paused = project(calendar, { ...plain, pauses: [pause] })
          const remained = workingDaysBetween(calendar, from, dueOn)
          expect(workingDaysBetween(calendar, pause.until, paused.dueOn)).to.equal(remained)
          const during = standingOf(calendar, paused, `${pause.until}T10:00:00+08:00`)
          expect(during.remainingWorkingDays).to.equal(remained)
        },
      ),
    )
  })

  it('never comes earlier for a day of rest more, nor later for a day of work more', () => {
    const kinds = fc.constantFrom('rest' as const, 'work' as const)
    fc.assert(
      fc.property(rows, terms, kinds, fc.integer({ min: -3, max: 90 }), (days, deadline, kind, distance) => {
        const on = addDays(deadline.startOn, distance)
        const added: CalendarDay = { scope: 'local', date: on, kind, name: '临时安排', source: 'a document' }
        const others = days.filter(day => sameDay(day) !== sameDay(added))
        const dueOn = (arranged: readonly CalendarDay[]) =>
          project(buildCalendar({ days: arranged, announced }), deadline).dueOn
        const [before, after] = [dueOn(others), dueOn([...others, added])]
        expect(kind === 'rest' ? after >= before : after <= before, `${before} became ${after}`).to.equal(
          true,
        )
      }),
      { numRuns: 150 },
    )
  })

  it('keeps its promise whatever day is given in its place, and is due on the later of the two', () => {
    fc.assert(
      fc.property(calendars, terms, date, (calendar, deadline, extendedTo) => {
        const plain = project(calendar, deadline)
        const extended = project(calendar, { ...deadline, extendedTo })
        expect(extended).to.include({ promisedOn: plain.dueOn, promisedAt: plain.dueAt })
        expect(extended.dueOn).to.equal([plain.dueOn, extendedTo].sort()[1])
        expect(localDateOf(extended.dueAt)).to.equal(extended.dueOn)
      }),
    )
  })
})

/** What people may do to a deadline, in days from the day it stands on. */
interface Act {
  readonly do: 'wait' | 'pause' | 'end' | 'extend' | 'calendar'
  readonly days: number
}
const acts = fc.array(
  fc.record({
    do: fc.constantFrom<Act['do'][]>('wait', 'pause', 'end', 'extend', 'calendar'),
    days: fc.nat(25),
  }),
  { maxLength: 20 },
)

interface Entry {
  readonly event: LedgerEvent
  readonly dueAt: string
  readonly calendarVersion: number
}

describe('the ledger of any deadline, with the calendar of each version', () => {
  it('gives its date again at every entry', () => {
    fc.assert(
      fc.property(
        fc.array(calendars, { minLength: 1, maxLength: 4 }),
        date,
        budget,
        acts,
        (made, startOn, { workingDays }, done) => {
          const versions = made.map((calendar, version): WorkCalendar => ({ ...calendar, version }))
          const entries = lived(versions, startOn, workingDays, done)
          for (const [index, { dueAt, calendarVersion }] of entries.entries()) {
            const terms = foldLedger(entries.slice(0, index + 1).map(({ event }) => event))
            expect(projectWritten(versions[calendarVersion]!, terms).dueAt).to.equal(dueAt)
          }
        },
      ),
    )
  })
})

/** Lives through the acts as the office would, writing down what each came to. */
function lived(
  versions: readonly WorkCalendar[],
  startOn: LocalDate,
  workingDays: number,
  done: readonly Act[],
): Entry[] {
  const written = {
    startOn,
    anchorAt: null,
    calendar: 'workdays',
    budget: `P${workingDays}D`,
    warnBefore: null,
  } as const
  let state = { pauses: [] as Pause[], extendedTo: null as LocalDate | null, version: 0, today: startOn }
  const dates = () => projectWritten(versions[state.version]!, { ...written, ...state })
  const entries: Entry[] = []
  const note = (event: LedgerEvent) =>
    entries.push({ event, dueAt: dates().dueAt, calendarVersion: state.version })
  note({ kind: 'armed', data: written })
  for (const act of done) {
    const last = state.pauses.at(-1)
    const stands = last !== undefined && state.today < last.until
    if (act.do === 'wait') state = { ...state, today: addDays(state.today, act.days) }
    else if (act.do === 'pause' && !stands && state.today < dates().promisedOn) {
      const ground = pauseGrounds[act.days % pauseGrounds.length]!
      const pause = { from: state.today, until: addDays(state.today, act.days), ground, document: '通知书' }
      state = { ...state, pauses: [...state.pauses, pause] }
      note({ kind: 'paused', data: pause })
    } else if (act.do === 'end' && stands) {
      const until = addDays(state.today, act.days)
      state = { ...state, pauses: [...state.pauses.slice(0, -1), { ...last, until }] }
      note({ kind: until < last.until ? 'resumed' : 'prolonged', data: { from: last.from, until } })
    } else if (act.do === 'extend' && state.today < dates().dueOn) {
      state = { ...state, extendedTo: addDays(dates().dueOn, act.days + 1) }
      note({ kind: 'extended', data: { extendedTo: state.extendedTo! } })
    } else if (act.do === 'calendar' && state.version + 1 < versions.length) {
      const before = dates().dueAt
      state = { ...state, version: state.version + 1 }
      // what does not move is not written down: the date of the version before still holds
      if (dates().dueAt !== before) note({ kind: 'reprojected', data: null })
    }
  }
  return entries
}
