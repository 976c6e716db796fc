import { ENDINGS } from '../../casework/ending.js'
import type { LocalDate } from '../../calendar/local-date.js'
import { sql, type Sql } from './sql.js'

/** How the promise of a case was kept, as the figures have it; `none`: nothing was promised yet. */
export type PromiseStanding = 'onTime' | 'late' | 'unreachable' | 'void' | 'pending' | 'none'

/**
 * The promise that the ledger shows of a case `c`, as rows of `deadline l`: the newest of the ten days, else of the three.
 * The condition alone, so that it can be read from either side.
 */
export const shownPromise = `l.promise is not null and not exists (
  select 1 from deadline n where n.case_id = l.case_id and n.promise is not null
    and ((n.promise = l.promise and n.id > l.id) or (n.promise = 'feedback' and l.promise = 'phoneReply')))`

/** Ends that are no answer: the citizen, or the office, took the case away. */
const cutShort = ENDINGS.filter(({ value }) => value !== 'archived').map(({ endEvent }) => endEvent)

/**
 * How the promise `l` of the case `c` was kept, as one word: `standingOf` of casework, said in SQL.
 * @param asOf the day of looking
 */
export function standingWord(asOf: LocalDate): Sql {
  // a day of the office ends at 16:00 UTC, which is 24:00 there
  return sql(
    `case
      when l.closed_at is null then case when l.promised_on < ? then 'late' else 'pending' end
      when l.closed_at >= l.promised_on || 'T16:00:00.000Z' then 'late'
      when l.closed_at = c.closed_at and c.end_event in (${cutShort.map(() => '?').join()}) then 'void'
      when l.promise = 'phoneReply' and c.contact_failed = 1 then 'unreachable'
      else 'onTime' end`,
    asOf,
    ...cutShort,
  )
}

/** The condition that the promise of the case `c` was kept like this. */
export function kept(standing: PromiseStanding, asOf: LocalDate): Sql {
  if (standing === 'none')
    return sql('not exists (select 1 from deadline l where l.case_id = c.id and l.promise is not null)')
  const word = standingWord(asOf)
  return sql(
    `exists (select 1 from deadline l where l.case_id = c.id and ${shownPromise} and ${word.sql} = ?)`,
    ...word.values,
    standing,
  )
}

/** The condition that the promise of the case `c` falls due between these days. */
export function promisedBetween(from: LocalDate | undefined, to: LocalDate | undefined): Sql {
  const bounds = [
    ...(from === undefined ? [] : [sql('l.promised_on >= ?', from)]),
    ...(to === undefined ? [] : [sql('l.promised_on <= ?', to)]),
  ]
  return sql(
    `c.id in (select l.case_id from deadline l where l.promise in ('phoneReply', 'feedback')
      and ${bounds.map(bound => bound.sql).join(' and ')} and ${shownPromise})`,
    ...bounds.flatMap(bound => bound.values),
  )
}
