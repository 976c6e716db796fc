import { scopes, type Scope } from '../../calendar/index.js'
import { paths } from '../paths.js'

/** What an address of the calendar names. */
export interface CalendarPlace {
  readonly year: number
  /** the one scope that is looked at; null for all of them */
  readonly scope: Scope | null
  /** the day that is to be arranged */
  readonly date: string | null
}

/** The years that can be looked at: from the notice's own on. */
export const years = { first: 2021, last: 2099 }

/** What an address names; the present year, all scopes and no day for anything else. */
export function placeOf(query: Readonly<Record<string, unknown>>, today: string): CalendarPlace {
  const { year: said, scope, day } = query
  const named = typeof said === 'string' && /^\d{4}$/.test(said) ? Number(said) : 0
  const year = named >= years.first && named <= years.last ? named : Number(today.slice(0, 4))
  const date = typeof day === 'string' && day.startsWith(`${year}-`) ? day : null
  return { year, scope: scopes.find(one => one === scope) ?? null, date }
}

/** The address of a year, of a scope of it, of a day to be arranged. */
export function calendarHref({ year, scope, date }: CalendarPlace): string {
  const query = new URLSearchParams({
    year: String(year),
    ...(scope === null ? {} : { scope }),
    ...(date === null ? {} : { day: date }),
  })
  return `${paths.calendar}?${query.toString()}${date === null ? '' : '#arrange'}`
}
