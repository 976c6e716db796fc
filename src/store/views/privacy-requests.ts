import type { Knex } from 'knex'
import type { LocalDate } from '../../calendar/local-date.js'
import { privacyRequestTable } from '../privacy-request-store.js'
import { integer, localDate, nullable, selection, text, type RowOf } from '../rows.js'
import { pageOf, type Page } from './page.js'
import { allOf, ask, sql, type Sql } from './sql.js'

const columns = {
  ...privacyRequestTable.columns,
  caseNumber: text,
  itemName: text,
  placeName: text,
  decidedByName: nullable(text),
}

/** A request about personal data, with the case it is about. */
export type PrivacyRequestLine = RowOf<typeof columns>

/** Of which cases: of this place; whom they complain about does not learn of them (R22). */
export interface PrivacyRequestScope {
  /** null is all places */
  readonly placeId: number | null
  readonly accountId: number
}

/** Where the list of what waits goes on. */
export interface PrivacyRequestCursor {
  readonly dueOn: LocalDate
  readonly id: number
}

/** What waits to be answered, what is due first comes first. */
export async function openPrivacyRequests(
  knex: Knex,
  scope: PrivacyRequestScope,
  { after, limit }: { after: PrivacyRequestCursor | null; limit: number },
): Promise<Page<PrivacyRequestLine, PrivacyRequestCursor>> {
  const lines = await linesOf(knex, scope, {
    where: [
      sql('q.decided_at is null'),
      after && sql('(q.due_on, q.id) > (?, cast(? as integer))', after.dueOn, after.id),
    ],
    order: 'q.due_on, q.id',
    limit: limit + 1,
  })
  return pageOf(lines, limit, ({ dueOn, id }) => ({ dueOn, id }))
}

/** What was answered, the newest request first; `after`: the id of the last one seen. */
export async function decidedPrivacyRequests(
  knex: Knex,
  scope: PrivacyRequestScope,
  { after, limit }: { after: number | null; limit: number },
): Promise<Page<PrivacyRequestLine, number>> {
  const lines = await linesOf(knex, scope, {
    where: [
      sql('q.decided_at is not null'),
      after === null ? null : sql('q.id < cast(? as integer)', after),
    ],
    order: 'q.id desc',
    limit: limit + 1,
  })
  return pageOf(lines, limit, ({ id }) => id)
}

const waiting = { count: integer, firstDueOn: nullable(localDate) }

/** How many wait to be answered, and the day by which the first of them is. */
export async function waitingPrivacyRequests(
  knex: Knex,
  scope: PrivacyRequestScope,
): Promise<RowOf<typeof waiting>> {
  const where = allOf([sql('q.decided_at is null'), ...scopeOf(scope)])
  const [found] = await ask(
    knex,
    waiting,
    `select count(*) as count, min(q.due_on) as first_due_on
     from privacy_request q join grievance_case c on c.id = q.case_id
     where ${where.sql}`,
    where.values,
  )
  return found ?? { count: 0, firstDueOn: null }
}

function scopeOf({ placeId, accountId }: PrivacyRequestScope): readonly (Sql | null)[] {
  return [
    placeId === null ? null : sql('c.place_id = cast(? as integer)', placeId),
    sql('c.subject_account_id is null or c.subject_account_id <> cast(? as integer)', accountId),
  ]
}

function linesOf(
  knex: Knex,
  scope: PrivacyRequestScope,
  { where, order, limit }: { where: readonly (Sql | null)[]; order: string; limit: number },
): Promise<PrivacyRequestLine[]> {
  const condition = allOf([...where, ...scopeOf(scope)])
  return ask(
    knex,
    columns,
    `select ${selection(privacyRequestTable.columns, 'q').join()}, c.number as case_number, c.item_name,
       p.name as place_name, a.display_name as decided_by_name
     from privacy_request q
     cross join grievance_case c -- requests are few, cases of a place are many: SQLite must not begin with these
     join place p on p.id = c.place_id
     left join account a on a.id = q.decided_by
     where c.id = q.case_id and ${condition.sql}
     order by ${order}
     limit ?`,
    [...condition.values, limit],
  )
}
