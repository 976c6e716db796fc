import type { Knex } from 'knex'
import type { LocalDate } from '../../calendar/local-date.js'
import { instant, integer, localDate, nullable, text, type RowOf } from '../rows.js'
import { inScope, type CaseScope } from './case-scope.js'
import { allOf, ask, sql } from './sql.js'

/** Which cases the patterns are made of. */
export interface PatternFilter {
  /** first and last day of registration */
  readonly from: LocalDate
  readonly to: LocalDate
  /** the department in charge */
  readonly leadId?: number | undefined
  readonly scope: CaseScope
}

const columns = {
  itemId: integer,
  itemName: text,
  itemKey: text,
  departmentId: nullable(integer),
  departmentName: nullable(text),
  cause: nullable(text),
  placeName: text,
  month: text,
  cases: integer,
  open: integer,
  barriers: integer,
  recurred: integer,
  first: localDate,
  last: localDate,
}

const rectifiedColumns = { itemKey: text, departmentId: integer, cause: nullable(text), acceptedAt: instant }

export type PatternLine = RowOf<typeof columns>
export type RectifiedLine = RowOf<typeof rectifiedColumns>

/** How many cases each problem had, by place and month. Reads every case of the period once. */
export function patternCounts(
  knex: Knex,
  { from, to, leadId, scope }: PatternFilter,
): Promise<PatternLine[]> {
  const condition = allOf([
    sql('c.registered_on >= ? and c.registered_on <= ?', from, to),
    leadId === undefined ? null : sql('c.department_id = ?', leadId),
    inScope(scope),
  ])
  return ask(
    knex,
    columns,
    `select i.id as item_id, i.name as item_name, n.item_key, n.department_id, d.name as department_name, n.cause,
       p.name as place_name, n.month, n.cases, n.open, n.barriers, n.recurred, n.first, n.last
     from (select c.item_key, c.department_id, c.cause, c.place_id, substr(c.registered_on, 1, 7) as month,
         count(*) as cases, sum(case when c.closed_at is null then 1 else 0 end) as open,
         sum(c.hidden_barrier) as barriers, sum(case when c.recurrence = 'confirmed' then 1 else 0 end) as recurred,
         min(c.registered_on) as first, max(c.registered_on) as last
       from grievance_case c where ${condition.sql}
       group by 1, 2, 3, 4, 5) n
     join item i on i.key = n.item_key
     join place p on p.id = n.place_id
     left join department d on d.id = n.department_id
     order by i.id, n.month`,
    condition.values,
  )
}

/** When each problem was last put right. */
export function patternsRectified(knex: Knex): Promise<RectifiedLine[]> {
  return ask(
    knex,
    rectifiedColumns,
    `select item_key, department_id, cause, max(accepted_at) as accepted_at from rectification
     where accepted_at is not null group by item_key, department_id, cause`,
  )
}
