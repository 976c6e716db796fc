import { z } from 'zod'
import { addDays, localDate, startOfDay, type LocalDate } from '../../calendar/index.js'
import { normaliseCaseNumber } from '../../casework/case-number.js'
import type { TrailFilter } from '../../runtime/index.js'

/** What an address asks of the trail, as it was typed; what it asks for and there is not is left out. */
export interface TrailQuery {
  readonly who: number | null
  readonly what: TrailArea | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly number: string
}

/** What can be asked for: the beginnings of the kinds. */
export const trailAreas = [
  'case',
  'task',
  'deadline',
  'card',
  'supervision',
  'assistance',
  'look',
  'privacy',
  'export',
  'account',
  'process',
  'calendar',
  'incident',
  'trail',
  'keys',
] as const
export type TrailArea = (typeof trailAreas)[number]

export const trailCursor = z.object({
  at: z.iso.datetime(),
  part: z.enum(['access', 'history', 'look']),
  id: z.int(),
})

export function readTrailQuery(query: Readonly<Record<string, unknown>>): TrailQuery {
  const word = (name: string) => (typeof query[name] === 'string' ? query[name].trim() : '')
  return {
    who: /^\d{1,9}$/.test(word('who')) ? Number(word('who')) : null,
    what: trailAreas.find(area => area === query.what) ?? null,
    from: day(word('from')),
    to: day(word('to')),
    number: word('number').slice(0, 40),
  }
}

/** Both days belong to what is asked for. A number that is none finds nothing, rather than everything. */
export function trailFilter({ who, what, from, to, number }: TrailQuery): TrailFilter {
  return {
    actorId: who,
    area: what,
    from: from && startOfDay(from),
    until: to && startOfDay(addDays(to, 1)),
    caseNumber: number === '' ? null : (normaliseCaseNumber(number) ?? number),
  }
}

/** The address that asks the same. */
export function trailAddress(
  path: string,
  query: TrailQuery,
  more: Readonly<Record<string, string>> = {},
): string {
  const pairs = Object.entries({ ...query, ...more }).flatMap(([name, value]): [string, string][] =>
    value === null || value === '' ? [] : [[name, String(value)]],
  )
  const search = new URLSearchParams(pairs).toString()
  return search === '' ? path : `${path}?${search}`
}

function day(word: string): LocalDate | null {
  try {
    return word === '' ? null : localDate(word)
  } catch {
    return null
  }
}
