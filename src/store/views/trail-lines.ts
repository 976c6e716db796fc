import type { Knex } from 'knex'
import type { Instant } from '../../clock.js'
import { instant, integer, json, nullable, oneOf, text, type RowOf } from '../rows.js'
import { pageOf, type Page } from './page.js'
import { allOf, ask, sql, type Sql } from './sql.js'

/** Whose doings, of what kind, when, about which case; null asks for all. */
export interface TrailFilter {
  readonly actorId: number | null
  /** the beginning of the kind: `task`, `account`; `look` is a look at personal data */
  readonly area: string | null
  readonly from: Instant | null
  /** up to, and not at */
  readonly until: Instant | null
  readonly caseNumber: string | null
}

/** Where a page ends. */
export interface TrailCursor {
  readonly at: Instant
  readonly part: TrailPart
  readonly id: number
}

const parts = ['access', 'history', 'look'] as const
type TrailPart = (typeof parts)[number]

const columns = {
  part: oneOf(...parts),
  id: integer,
  at: instant,
  actorId: nullable(integer),
  actorName: nullable(text),
  kind: text,
  caseNumber: nullable(text),
  /** the diagram's name of the step */
  activity: nullable(text),
  address: nullable(text),
  data: nullable(json<Readonly<Record<string, unknown>>>()),
  reason: nullable(text),
}

export type TrailLine = RowOf<typeof columns>

/** A look is in the history of its case too; here it stands once, with its reason. */
const sources: Record<TrailPart, { readonly select: string; readonly from: string; readonly actor: string }> = {
  access: {
    select: `e.actor_name, e.kind, null as activity, e.address, e.data, null as reason`,
    from: 'access_entry e',
    actor: 'e.actor_id',
  },
  history: {
    select: `e.actor_name, e.kind, e.activity_name as activity, null as address, e.data, null as reason`,
    from: 'history_entry e',
    actor: 'e.actor_id',
  },
  look: {
    select: `a.display_name as actor_name, 'look.contact' as kind, null as activity, null as address, null as data, e.reason`,
    from: 'disclosure e join account a on a.id = e.account_id',
    actor: 'e.account_id',
  },
}

/** 审计: what was done and looked at, the newest first. */
export async function trailLines(
  knex: Knex,
  filter: TrailFilter,
  { after, limit }: { after: TrailCursor | null; limit: number },
): Promise<Page<TrailLine, TrailCursor>> {
  const pages = await Promise.all(parts.map(part => linesOf(knex, part, filter, { after, limit: limit + 1 })))
  return pageOf(pages.flat().sort(newestFirst), limit, ({ at, part, id }) => ({ at, part, id }))
}

async function linesOf(
  knex: Knex,
  part: TrailPart,
  filter: TrailFilter,
  { after, limit }: { after: TrailCursor | null; limit: number },
): Promise<TrailLine[]> {
  const { select, from, actor } = sources[part]
  if (part === 'look' && filter.area !== null && filter.area !== 'look') return []
  const where = allOf([
    filter.actorId === null ? null : sql(`${actor} = cast(? as integer)`, filter.actorId),
    filter.from === null ? null : sql('e.at >= ?', filter.from),
    filter.until === null ? null : sql('e.at < ?', filter.until),
    filter.caseNumber === null
      ? null
      : sql('e.case_id = (select id from grievance_case where number = ?)', filter.caseNumber),
    filter.area === null || part === 'look' ? null : sql(`e.kind like ? || '.%'`, filter.area),
    part === 'history' ? sql(`e.kind <> 'case.disclosed'`) : null,
    after === null ? null : afterLine(part, after),
  ])
  return ask(
    knex,
    columns,
    `select '${part}' as part, e.id, e.at, ${actor} as actor_id, ${select}, c.number as case_number
     from ${from}
     left join grievance_case c on c.id = e.case_id
     where ${where.sql}
     order by e.at desc, e.id desc
     limit ?`,
    [...where.values, limit],
  )
}

/** At one instant the parts follow each other in their order, and in each the newer row comes first. */
function afterLine(part: TrailPart, { at, part: reached, id }: TrailCursor): Sql {
  if (part === reached) return sql('(e.at, e.id) < (?, cast(? as integer))', at, id)
  return parts.indexOf(part) > parts.indexOf(reached) ? sql('e.at <= ?', at) : sql('e.at < ?', at)
}

function newestFirst(one: TrailLine, other: TrailLine): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  return parts.indexOf(one.part) - parts.indexOf(other.part) || other.id - one.id
}
