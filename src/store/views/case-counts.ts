import type { Knex } from 'knex'
import type { LocalDate } from '../../calendar/local-date.js'
import { integer, nullable, text, type RowOf } from '../rows.js'
import { asked } from './case-conditions.js'
import type { CaseChoice } from './case-list.js'
import { hasTerms } from './case-pairs.js'
import { shownPromise, standingWord } from './promise-sql.js'
import { allOf, ask, sql, type Sql } from './sql.js'

/** What the ledger can be grouped by. */
export type CaseGrouping =
  | 'place'
  | 'window'
  | 'channel'
  | 'department'
  | 'failedStage'
  | 'item'
  | 'cause'
  | 'causeGroup'
  | 'verdict'
  | 'month'
  | 'standing'
  | 'outcome'
  | 'satisfaction'
  | 'recurrence'
  | 'hiddenBarrier'

const groupColumns = {
  /** the value that the group has in common; null where nothing stands */
  key: nullable(text),
  /** what its item is called by one of its cases; null for other groupings */
  name: nullable(text),
  count: integer,
  open: integer,
}

export type CaseGroup = RowOf<typeof groupColumns>

/** How many cases these are, but no more than `limit`: what is not wanted exactly is not counted to the end. */
export async function caseCount(knex: Knex, choice: CaseChoice, limit?: number): Promise<number> {
  const these = chosen(knex, choice)
  const upTo = limit === undefined ? '' : ' limit ?'
  const [row] = await ask(
    knex,
    { count: integer },
    `select count(*) as count from (select c.id from grievance_case c where ${these.sql}${upTo}) counted`,
    [...these.values, ...(limit === undefined ? [] : [limit])],
  )
  return row?.count ?? 0
}

/**
 * These cases group by group, at most `limit` groups. Items and departments the most first; the others in an order of
 * their own: windows are never ranked by their number of cases.
 * @param asOf the day of looking, which says what is late
 */
export function caseGroups(
  knex: Knex,
  {
    by,
    asOf,
    limit,
    ...choice
  }: CaseChoice & { readonly by: CaseGrouping; readonly asOf: LocalDate; readonly limit: number },
): Promise<CaseGroup[]> {
  const these = chosen(knex, choice)
  const key = keyOf(by, asOf)
  const ranked = by === 'item' || by === 'department'
  return ask(
    knex,
    groupColumns,
    `select grouped.key, max(grouped.name) as name, count(*) as count, sum(grouped.open) as open from (
       select ${key.sql} as key, ${by === 'item' ? 'c.item_name' : 'cast(null as text)'} as name,
         case when c.closed_at is null then 1 else 0 end as open
       from grievance_case c where ${these.sql}) grouped
     group by grouped.key
     order by ${ranked ? 'count(*) desc, ' : ''}grouped.key
     limit ?`,
    [...key.values, ...these.values, limit],
  )
}

const plainKeys: Readonly<Record<Exclude<CaseGrouping, 'standing'>, string>> = {
  place: 'cast(c.place_id as text)',
  window: 'cast(c.window_id as text)',
  channel: 'c.channel',
  department: 'cast(c.department_id as text)',
  failedStage: 'c.failed_stage',
  item: 'c.item_key',
  cause: 'c.cause',
  causeGroup: 'substr(c.cause, 1, 1)',
  verdict: 'c.verdict',
  month: 'substr(c.registered_on, 1, 7)',
  outcome: 'c.outcome',
  satisfaction: 'cast(c.satisfaction as text)',
  recurrence: 'c.recurrence',
  hiddenBarrier: 'cast(c.hidden_barrier as text)',
}

function keyOf(by: CaseGrouping, asOf: LocalDate): Sql {
  if (by !== 'standing') return sql(plainKeys[by])
  const word = standingWord(asOf)
  return sql(
    `coalesce((select ${word.sql} from deadline l where l.case_id = c.id and ${shownPromise}), 'none')`,
    ...word.values,
  )
}

/** The condition that a case, called `c`, is one of these: the same as the list has, without its order. */
function chosen(knex: Knex, choice: CaseChoice): Sql {
  const { placeId, departmentId, search } = choice
  const scope = { placeId, departmentId }
  return allOf([
    placeId === undefined || placeId === null ? null : sql('c.place_id = ?', placeId),
    departmentId === undefined || departmentId === null ? null : ofDepartment(departmentId),
    search === undefined ? null : found(hasTerms(knex, search, scope)),
    ...asked(choice),
  ])
}

function ofDepartment(id: number): Sql {
  return sql(
    `c.id in (
      select id from grievance_case where department_id = ?
      union select case_id from case_department where department_id = ?
      union select case_id from assistance where department_id = ?)`,
    id,
    id,
    id,
  )
}

function found(terms: Sql): Sql {
  return sql(
    `c.id in (select g.rowid from case_pair g cross join case_text t where t.case_id = g.rowid and ${terms.sql})`,
    ...terms.values,
  )
}
