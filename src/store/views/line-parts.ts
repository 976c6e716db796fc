import type { Knex } from 'knex'
import type { Promised } from '../../casework/verdict.js'
import { flag, instant, integer, localDate, nullable, selection, text, word, type RowOf } from '../rows.js'
import { ask } from './sql.js'

const promiseColumns = {
  id: integer,
  caseId: integer,
  promise: word<Promised>(),
  promisedOn: localDate,
  armedAt: instant,
  closedAt: nullable(instant),
  provisional: flag,
}

const acceptedColumns = { caseId: integer, beforeText: nullable(text), afterText: nullable(text) }

/** What a line of the ledger says beyond its case: the promises made, and the rectifications accepted, in their order. */
export interface LineParts {
  readonly promises: readonly RowOf<typeof promiseColumns>[]
  readonly accepted: readonly RowOf<typeof acceptedColumns>[]
}

/** @param caseIds of one page: no more than a statement takes */
export async function lineParts(knex: Knex, caseIds: readonly number[]): Promise<LineParts> {
  if (caseIds.length === 0) return { promises: [], accepted: [] }
  const these = caseIds.map(() => '?').join()
  return {
    promises: await ask(
      knex,
      promiseColumns,
      `select ${selection(promiseColumns, 'l').join()} from deadline l
       where l.promise is not null and l.case_id in (${these}) order by l.id`,
      caseIds,
    ),
    accepted: await ask(
      knex,
      acceptedColumns,
      `select ${selection(acceptedColumns, 'r').join()} from rectification r
       where r.accepted_at is not null and r.case_id in (${these}) order by r.id`,
      caseIds,
    ),
  }
}
