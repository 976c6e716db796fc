import { text } from '../catalogue/index.js'
import type { DayArrangement } from './arrangement.js'
import { addDays, formatDate, type LocalDate } from './local-date.js'
import type { Doubt, Plausible } from './doubt.js'
import { buildCalendar, dayIn, scopes, yearOf, type CalendarDay, type WorkCalendar } from './work-calendar.js'

/** A make-up day lies near its holiday: from 2021 to 2026 never more than eleven days away. */
const farthest = 14

/** The longest rest from 2021 to 2026 had nine days. */
const longestRest = 10

/** What is doubtful about single days of the arrangement. */
export function doubtsOfDays({ after, arrangement, today }: Plausible): Doubt[] {
  const { days } = arrangement
  const calendar = buildCalendar(after)
  return [
    ...strays(days),
    ...days.flatMap(day => [
      ...unnamed(day),
      ...needless(day, after.days),
      ...withoutEffect(day, calendar),
      ...farFromHoliday(day, after.days),
      ...passed(day, today),
    ]),
    ...longRests(days, calendar),
  ]
}

function unnamed(day: DayArrangement): Doubt[] {
  if (day.kind === 'plain' || (day.name.trim() !== '' && day.source.trim() !== '')) return []
  return [doubt('unnamed', day.date)]
}

/** A make-up day that would be worked anyway: most likely another day was meant. */
function needless(day: DayArrangement, days: readonly CalendarDay[]): Doubt[] {
  if (day.kind !== 'work') return []
  const weaker = scopes.slice(scopes.indexOf(day.scope) + 1)
  const without = buildCalendar({ days, announced: [], scopes: weaker })
  return dayIn(without, day.date).working ? [doubt('needless', day.date)] : []
}

/** A stronger scope says something else of the day. */
function withoutEffect(day: DayArrangement, calendar: WorkCalendar): Doubt[] {
  if (day.kind === 'plain') return []
  const { working, scope } = dayIn(calendar, day.date)
  if (scope === null || scope === day.scope || working === (day.kind === 'work')) return []
  return [doubt('withoutEffect', day.date, { scope: text(`calendar.scope.${scope}`) })]
}

function farFromHoliday(day: DayArrangement, days: readonly CalendarDay[]): Doubt[] {
  if (day.kind !== 'work') return []
  const holiday = days.filter(
    ({ scope, name, kind }) => kind === 'rest' && scope === day.scope && name === day.name,
  )
  const near = holiday.some(({ date }) => apart(date, day.date) <= farthest)
  if (near) return []
  return [doubt(holiday.length === 0 ? 'noHoliday' : 'farAway', day.date, { name: day.name, days: farthest })]
}

function passed(day: DayArrangement, today: LocalDate): Doubt[] {
  return day.date < today ? [doubt('passed', day.date)] : []
}

/** One or two days of another year among many of one year: a slip of the pen, or the eve of the new year. */
function strays(days: readonly DayArrangement[]): Doubt[] {
  return scopes.flatMap(scope => {
    const own = days.filter(day => day.scope === scope)
    const of = (year: number) => own.filter(({ date }) => yearOf(date) === year)
    const years = [...new Set(own.map(({ date }) => yearOf(date)))]
    const main = years.find(year => of(year).length >= 10)
    if (main === undefined || years.length === 1) return []
    return years
      .filter(year => of(year).length <= 2)
      .flatMap(of)
      .map(({ date }) => doubt('stray', date, { year: main }))
  })
}

function longRests(days: readonly DayArrangement[], calendar: WorkCalendar): Doubt[] {
  const found = new Map<LocalDate, Doubt>()
  for (const { date, kind } of days) {
    if (kind !== 'rest' || dayIn(calendar, date).working) continue
    let first = date
    let last = date
    while (apart(first, date) < 400 && !dayIn(calendar, addDays(first, -1)).working)
      first = addDays(first, -1)
    while (apart(last, date) < 400 && !dayIn(calendar, addDays(last, 1)).working) last = addDays(last, 1)
    const length = apart(first, last) + 1
    if (length > longestRest)
      found.set(first, doubt('longRest', first, { until: formatDate(last), days: length }))
  }
  return [...found.values()]
}

function apart(one: LocalDate, other: LocalDate): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000
}

function doubt(rule: string, date: LocalDate, values: Readonly<Record<string, unknown>> = {}): Doubt {
  const sentence = text(`calendar.doubt.${rule}`, { date: formatDate(date), ...values })
  return { severity: 'warning', date, sentence }
}
