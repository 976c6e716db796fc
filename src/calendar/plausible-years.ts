import { text } from '../catalogue/index.js'
import type { CalendarContents } from './arrangement.js'
import { fixedDays, guangxiHoliday, holidaysByLaw, nationalHolidays, type Holiday } from './holidays.js'
import { formatDate, weekdayOf } from './local-date.js'
import type { Doubt, Plausible } from './doubt.js'
import { buildCalendar, dayIn, yearOf, type CalendarDay, type Scope } from './work-calendar.js'

/** Working days of a year by the nation’s arrangement: 248 to 251 from 2021 to 2026. */
const usualWorkingDays = [245, 252] as const

/** What is doubtful about the announced years that the arrangement touches, each as a whole. */
export function doubtsOfYears({ after, arrangement }: Plausible): Doubt[] {
  const touched = (scope: Scope) => {
    const days = arrangement.days.filter(day => day.scope === scope).map(({ date }) => yearOf(date))
    const years = arrangement.years.filter(one => one.scope === scope).map(({ year }) => year)
    const known = after.announced.filter(one => one.scope === scope).map(({ year }) => year)
    return [...new Set([...days, ...years])].filter(year => known.includes(year)).sort()
  }
  return [
    ...touched('national').flatMap(year => national(after, year)),
    ...touched('guangxi').flatMap(year =>
      usualDays(guangxiHoliday, year, restDays(after, 'guangxi', year), [guangxiHoliday]),
    ),
  ]
}

function national(after: CalendarContents, year: number): Doubt[] {
  const rest = restDays(after, 'national', year)
  return [
    ...nationalHolidays.flatMap(holiday => [
      ...usualDays(holiday, year, rest, nationalHolidays),
      ...byLaw(holiday, year, rest),
    ]),
    ...sums(after, year),
  ]
}

/** The holiday is there, with about as many days as it always has. One name for two holidays has the days of both. */
function usualDays(
  { sign, name, usual: [least, most] }: Holiday,
  year: number,
  rest: readonly CalendarDay[],
  all: readonly Holiday[],
): Doubt[] {
  const own = rest.filter(day => day.name.includes(sign))
  if (own.length === 0) return [ofYear('missing', year, { name })]
  const joint = own.some(day => all.some(other => other.sign !== sign && day.name.includes(other.sign)))
  if (joint || (own.length >= least && own.length <= most)) return []
  return [ofYear('unusual', year, { name, days: own.length, least, most })]
}

/** Off by law, whatever is arranged around it. Not asked of a holiday that is missing as a whole: that was said. */
function byLaw(holiday: Holiday, year: number, rest: readonly CalendarDay[]): Doubt[] {
  const off = new Set(rest.map(({ date }) => date))
  return fixedDays(holiday, year)
    .filter(date => !off.has(date))
    .map(date => ({
      severity: 'error',
      date,
      sentence: text('calendar.doubt.byLaw', { date: formatDate(date), name: holiday.name }),
    }))
}

function sums(after: CalendarContents, year: number): Doubt[] {
  const days = after.days.filter(day => day.scope === 'national' && yearOf(day.date) === year)
  const offInTheWeek = days.filter(day => day.kind === 'rest' && weekdayOf(day.date) <= 5).length
  const madeUp = days.filter(day => day.kind === 'work' && weekdayOf(day.date) > 5).length
  const calendar = buildCalendar({ ...after, scopes: ['national'] })
  const working = calendar.year(year)?.days.filter(day => dayIn(calendar, day.date).working).length ?? 0
  const law = holidaysByLaw(year)
  const [least, most] = usualWorkingDays
  const doubts: Doubt[] = []
  // a New Year’s holiday that begins in December moves a day from one year to the other
  if (Math.abs(offInTheWeek - madeUp - law) > 1)
    doubts.push(
      ofYear('balance', year, { rest: offInTheWeek, work: madeUp, net: offInTheWeek - madeUp, law }),
    )
  if (working < least || working > most)
    doubts.push(ofYear('workingDays', year, { days: working, least, most }))
  return doubts
}

function restDays({ days }: CalendarContents, scope: Scope, year: number): readonly CalendarDay[] {
  return days.filter(day => day.scope === scope && day.kind === 'rest' && yearOf(day.date) === year)
}

function ofYear(rule: string, year: number, values: Readonly<Record<string, unknown>>): Doubt {
  return { severity: 'warning', date: null, sentence: text(`calendar.doubt.${rule}`, { year, ...values }) }
}
