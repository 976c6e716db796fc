import { z } from 'zod'

/** What an address asks of a report’s cases. */
export interface FigureQuery {
  readonly figure: string
  readonly by: string | null
  /** null where the part is 未填或未定: the address has no value then */
  readonly value: string | null
  readonly version: number | null
  readonly after: number
}

const query = z.object({
  figure: z.string().max(60).catch(''),
  by: z.string().max(30).nullable().catch(null).default(null),
  value: z.string().max(200).nullable().catch(null).default(null),
  version: z.coerce.number().int().positive().max(9999).nullable().catch(null).default(null),
  after: z.coerce.number().int().min(-1).max(100_000_000).catch(-1).default(-1),
})

export function readFigureQuery(given: unknown): FigureQuery {
  return query.parse(given)
}

/** Which version of a report an address asks for; null is the newest. */
export function versionOf(given: unknown): number | null {
  return query.pick({ version: true }).parse(given).version
}

/** The same question as the search part of an address; what is not asked is left out. */
export function figureSearch(asked: Partial<FigureQuery>): string {
  const pairs = Object.entries(asked).flatMap(([name, value]): [string, string][] =>
    value === null || value === -1 ? [] : [[name, String(value)]],
  )
  const search = new URLSearchParams(pairs).toString()
  return search === '' ? '' : `?${search}`
}
