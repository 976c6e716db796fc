import type { Knex } from 'knex'
import { integer } from '../rows.js'
import { inPairs } from './case-pairs.js'
import { inScope, type CaseScope } from './case-scope.js'
import { ask } from './sql.js'

/** The latest cases that have the pairs of one of these slices of a text: what is worth comparing with it. */
export async function casesLike(
  knex: Knex,
  { slices, scope, limit }: { slices: readonly string[]; scope: CaseScope; limit: number },
): Promise<number[]> {
  const pairs = inPairs(knex, slices, scope)
  const mine = inScope(scope)
  const rows = await ask(
    knex,
    { id: integer },
    `select g.rowid as id from case_pair g cross join grievance_case c
     where c.id = g.rowid and ${pairs.sql} and ${mine.sql}
     order by g.rowid desc limit ?`,
    [...pairs.values, ...mine.values, limit],
  )
  return rows.map(({ id }) => id)
}
