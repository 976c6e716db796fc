import type { Knex } from 'knex'
import type { CauseCode } from '../../casework/cause.js'
import type { LocalDate } from '../../calendar/local-date.js'
import { integer, nullable, text, word, type RowOf } from '../rows.js'
import { inScope, type CaseScope } from './case-scope.js'
import { ask } from './sql.js'

const columns = {
  /** 2026-04 */
  month: text,
  cause: nullable(word<CauseCode>()),
  count: integer,
}

export type ItemCauseCount = RowOf<typeof columns>

/** How many cases of an item each cause had in each month since a day, oldest month first. */
export function itemCauses(
  knex: Knex,
  { key, scope, since }: { key: string; scope: CaseScope; since: LocalDate },
): Promise<ItemCauseCount[]> {
  const mine = inScope(scope)
  return ask(
    knex,
    columns,
    `select substr(c.registered_on, 1, 7) as month, c.cause, count(*) as count
     from grievance_case c where c.item_key = ? and c.registered_on >= ? and ${mine.sql}
     group by 1, 2 order by 1, 2`,
    [key, since, ...mine.values],
  )
}
