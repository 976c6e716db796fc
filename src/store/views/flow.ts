import type { Knex } from 'knex'
import { integer, instant, text, type RowOf } from '../rows.js'
import { flowRows, type FlowFact, type FlowPeriod } from './flow-sql.js'
import { ask, type Sql } from './sql.js'

/** How often something happened, and to how many cases. */
export interface FlowCount {
  readonly times: number
  readonly cases: number
}

const countColumns = { nth: integer, times: integer, cases: integer }

/** Counts each of these, in their order. */
export async function flowCounts(knex: Knex, facts: readonly FlowFact[]): Promise<FlowCount[]> {
  if (facts.length === 0) return []
  const parts = facts.map((fact, nth): Sql => {
    const rows = flowRows(fact)
    return {
      sql: `select cast(? as integer) as nth, count(*) as times, count(distinct f.case_id) as cases from (${rows.sql}) f`,
      values: [nth, ...rows.values],
    }
  })
  const rows = await ask(
    knex,
    countColumns,
    `${parts.map(part => part.sql).join(' union all ')} order by nth`,
    parts.flatMap(part => part.values),
  )
  return rows.map(({ times, cases }) => ({ times, cases }))
}

const waitingColumns = { activityId: text, openedAt: instant }

/** Since when each task of these activities stood open at the end of a period: of each the `limit` that waited longest. */
export function flowWaiting(
  knex: Knex,
  activityIds: readonly string[],
  { until, limit }: Pick<FlowPeriod, 'until'> & { readonly limit: number },
): Promise<RowOf<typeof waitingColumns>[]> {
  if (activityIds.length === 0) return Promise.resolve([])
  const one = `select * from (
    select t.activity_id, t.opened_at from user_task t
    where t.activity_id = ? and t.opened_at < ? and (t.closed_at is null or t.closed_at >= ?)
    order by t.opened_at limit ?) longest`
  return ask(
    knex,
    waitingColumns,
    activityIds.map(() => one).join(' union all '),
    activityIds.flatMap(id => [id, until, until, limit]),
  )
}
