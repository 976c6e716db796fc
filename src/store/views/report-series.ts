import type { Knex } from 'knex'
import type { LocalDate } from '../../calendar/local-date.js'
import type { Instant } from '../../clock.js'
import { integer } from '../rows.js'
import { ask, sql, type Sql } from './sql.js'

/** A month whose cases are counted. */
export interface MonthSpan {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly fromAt: Instant
  readonly untilAt: Instant
}

/** How many cases were registered and how many closed in each of some months, in their order. */
export async function monthCounts(
  knex: Knex,
  months: readonly MonthSpan[],
): Promise<{ received: number; closed: number }[]> {
  if (months.length === 0) return []
  const parts: Sql[] = months.map(({ from, to, fromAt, untilAt }, index) =>
    sql(
      `select cast(? as integer) as nth,
        (select count(*) from grievance_case where registered_on >= ? and registered_on <= ?) as received,
        (select count(*) from grievance_case
         where closed_at is not null and closed_at >= ? and closed_at < ?) as closed`,
      index,
      from,
      to,
      fromAt,
      untilAt,
    ),
  )
  const rows = await ask(
    knex,
    { nth: integer, received: integer, closed: integer },
    `${parts.map(part => part.sql).join(' union all ')} order by nth`,
    parts.flatMap(part => part.values),
  )
  return rows.map(({ received, closed }) => ({ received, closed }))
}
