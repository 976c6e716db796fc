import type { LocalDate } from './local-date.js'
import { scopes, yearOf, type AnnouncedYear, type CalendarDay, type Scope } from './work-calendar.js'

/**
 * A day as it is to be arranged from now on by one scope. `plain`: as usual again, so that a weaker scope or the weekday
 * shows through; its name is empty, its source the document that takes the arrangement back, where there is one.
 */
export interface DayArrangement {
  readonly scope: Scope
  readonly date: LocalDate
  readonly kind: 'rest' | 'work' | 'plain'
  readonly name: string
  readonly source: string
}

/** A year of a scope that is announced from now on, or (a mistake taken back) not any more. */
export interface YearAnnouncement extends AnnouncedYear {
  readonly announced: boolean
}

/** Some days and years, to be laid over a calendar as it is. */
export interface Arrangement {
  readonly days: readonly DayArrangement[]
  readonly years: readonly YearAnnouncement[]
}

/** The days and announced years of a calendar at one version of it. */
export interface CalendarContents {
  readonly days: readonly CalendarDay[]
  readonly announced: readonly AnnouncedYear[]
}

/** What of an arrangement would change the calendar; the last word on a day counts. Nothing when all is as it says. */
export function differenceTo({ days, announced }: CalendarContents, arrangement: Arrangement): Arrangement {
  const there = new Map(days.map(day => [keyOf(day), day]))
  const known = new Set(announced.map(yearKeyOf))
  const last = new Map(arrangement.days.map(day => [keyOf(day), day]))
  const lastYears = new Map(arrangement.years.map(year => [yearKeyOf(year), year]))
  return {
    days: [...last.values()].filter(day => !isAlike(there.get(keyOf(day)), day)).sort(inOrder),
    years: [...lastYears.values()].filter(year => known.has(yearKeyOf(year)) !== year.announced),
  }
}

/** The calendar once these days and years are laid over it. */
export function laidOver({ days, announced }: CalendarContents, arrangement: Arrangement): CalendarContents {
  const after = new Map<string, CalendarDay>(days.map(day => [keyOf(day), day]))
  for (const { kind, ...day } of arrangement.days) {
    if (kind === 'plain') after.delete(keyOf(day))
    else after.set(keyOf(day), { ...day, kind })
  }
  const years = new Map(announced.map(year => [yearKeyOf(year), year]))
  for (const { scope, year, announced: is } of arrangement.years) {
    if (is) years.set(yearKeyOf({ scope, year }), { scope, year })
    else years.delete(yearKeyOf({ scope, year }))
  }
  return { days: [...after.values()].sort(inOrder), announced: [...years.values()] }
}

/** What takes this arrangement back: each day and year as the calendar had it before. */
export function inverseOf(before: CalendarContents, arrangement: Arrangement): Arrangement {
  const there = new Map(before.days.map(day => [keyOf(day), day]))
  const known = new Set(before.announced.map(yearKeyOf))
  return {
    days: arrangement.days.map(
      ({ scope, date }) => there.get(keyOf({ scope, date })) ?? asUsual({ scope, date }),
    ),
    years: arrangement.years.map(({ scope, year }) => ({
      scope,
      year,
      announced: known.has(yearKeyOf({ scope, year })),
    })),
  }
}

/**
 * Whole years, each of one scope, in the place of what they were: the days of such a year that are not among the new ones
 * are as usual again, and the year is announced. Days of other years among the new ones are arranged all the same.
 */
export function wholeYears({ days: there }: CalendarContents, years: CalendarContents): Arrangement {
  const whole = new Set(years.announced.map(yearKeyOf))
  const gone = there.filter(({ scope, date }) => whole.has(yearKeyOf({ scope, year: yearOf(date) })))
  return {
    days: [...gone.map(asUsual), ...years.days],
    years: years.announced.map(year => ({ ...year, announced: true })),
  }
}

/** A calendar as an arrangement, to be laid over an empty one or over another. */
export function asArrangement({ days, announced }: CalendarContents): Arrangement {
  return { days, years: announced.map(year => ({ ...year, announced: true })) }
}

/** One arrangement after another: the later has the last word. */
export function oneAfterAnother(first: Arrangement, second: Arrangement): Arrangement {
  return { days: [...first.days, ...second.days], years: [...first.years, ...second.years] }
}

/** The first day of which the calendar says something else afterwards; null when it says the same. */
export function firstDayOf({ days, years }: Arrangement): LocalDate | null {
  const all = [...days.map(({ date }) => date), ...years.map(({ year }) => `${year}-01-01`)].sort()
  return all[0] ?? null
}

function asUsual({ scope, date }: Pick<DayArrangement, 'scope' | 'date'>): DayArrangement {
  return { scope, date, kind: 'plain', name: '', source: '' }
}

function isAlike(there: CalendarDay | undefined, day: DayArrangement): boolean {
  if (!there) return day.kind === 'plain'
  return there.kind === day.kind && there.name === day.name && there.source === day.source
}

function inOrder(one: Pick<DayArrangement, 'date' | 'scope'>, other: typeof one): number {
  return one.date.localeCompare(other.date) || scopes.indexOf(one.scope) - scopes.indexOf(other.scope)
}

function keyOf({ scope, date }: { readonly scope: Scope; readonly date: LocalDate }): string {
  return `${scope} ${date}`
}

function yearKeyOf({ scope, year }: AnnouncedYear): string {
  return `${scope} ${year}`
}
