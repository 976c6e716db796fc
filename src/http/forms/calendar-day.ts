import { addDays, localDate, scopes, yearOf, type DayArrangement } from '../../calendar/index.js'
import { cleanLine, lengthOf } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import { typed } from './typed.js'

/** Days to be arranged alike, as they were typed. */
export interface TypedDays {
  readonly date: string
  readonly until: string
  readonly kind: string
  readonly scope: string
  readonly name: string
  readonly source: string
}

/** The days, or what is wrong with the form. */
export type CalendarDayForm =
  | { readonly ok: true; readonly typed: TypedDays; readonly days: readonly DayArrangement[] }
  | { readonly ok: false; readonly typed: TypedDays; readonly errors: Readonly<Record<string, string>> }

/** Days at once: no holiday is longer. */
const most = 31
export const longestName = 20
export const longestSource = 100
const kinds = ['rest', 'work', 'plain'] as const

export function readCalendarDays(body: unknown): CalendarDayForm {
  const words = (name: string) => cleanLine(typed(body, name))
  const given: TypedDays = {
    date: typed(body, 'date'),
    until: typed(body, 'until'),
    kind: typed(body, 'kind'),
    scope: typed(body, 'scope'),
    name: words('name'),
    source: words('source'),
  }
  const kind = kinds.find(one => one === given.kind)
  const scope = scopes.find(one => one === given.scope)
  const dates = datesOf(given.date, given.until)
  const named = kind !== 'plain'
  const errors = Object.entries({
    until: typeof dates === 'string' ? dates : null,
    kind: kind ? null : text('admin.calendar.arrange.kind.missing'),
    scope: scope ? null : text('admin.calendar.arrange.scope.missing'),
    name: wrong(given.name, longestName, named && text('admin.calendar.arrange.name.missing')),
    source: wrong(given.source, longestSource, named && text('admin.calendar.arrange.source.missing')),
  }).flatMap(([name, error]) => (error === null ? [] : [[name, error] as const]))
  if (errors.length > 0 || !kind || !scope || typeof dates === 'string')
    return { ok: false, typed: given, errors: Object.fromEntries(errors) }
  const { source } = given
  const name = named ? given.name : ''
  return { ok: true, typed: given, days: dates.map(date => ({ scope, date, kind, name, source })) }
}

function datesOf(first: string, last: string): readonly string[] | string {
  if (!isDay(first) || (last !== '' && !isDay(last))) return text('casework.answer.date')
  const until = last === '' ? first : last
  if (until < first) return text('admin.calendar.arrange.until.before')
  const dates = [first]
  for (let date = first; date < until && dates.length <= most; dates.push(date)) date = addDays(date, 1)
  return dates.length > most ? text('admin.calendar.arrange.until.far', { days: most }) : dates
}

function isDay(value: string): boolean {
  try {
    const year = yearOf(localDate(value))
    return year >= 2021 && year <= 2099
  } catch {
    return false
  }
}

function wrong(words: string, limit: number, missing: string | false): string | null {
  const length = lengthOf(words)
  if (length === 0) return missing === false ? null : missing
  return length > limit ? text('casework.answer.tooLong', { length, limit, over: length - limit }) : null
}
