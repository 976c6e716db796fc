import type { Knex } from 'knex'
import type { LocalDate } from '../../calendar/local-date.js'
import type { Pause } from '../../calendar/pause.js'
import type { Verdict } from '../../casework/verdict.js'
import type { Instant } from '../../clock.js'
import { caseTable } from '../case.js'
import { columnName, instant, json, localDate, nullable, selection, text, type RowOf } from '../rows.js'
import { pageOf, type Page } from './page.js'
import { hasTerms, type CaseSearch } from './case-pairs.js'
import { inScope } from './case-scope.js'
import { casesDue, type DueFilter } from './watch-lines.js'
import { allOf, ask, sql, type Sql } from './sql.js'

/** What a page of the ledger shows. */
export interface CaseListFilter {
  /** cases of this place only */
  readonly placeId?: number | null | undefined
  /** cases this department is in charge of, or was asked about */
  readonly departmentId?: number | null | undefined
  readonly status?: 'open' | 'closed' | undefined
  /** cases about this item */
  readonly itemKey?: string | undefined
  readonly verdict?: Verdict | undefined
  /** of this cause; null: of none yet */
  readonly cause?: string | null | undefined
  /** this department in charge, whoever else was asked; null: none yet */
  readonly leadId?: number | null | undefined
  readonly hiddenBarrier?: true | undefined
  readonly recurrence?: 'confirmed' | undefined
  /** open cases with a deadline that is red, yellow, or due on a day */
  readonly due?: DueFilter | undefined
  /** first and last day of registration */
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  /** words in the number, the item, the department, the text, the last four digits; of who may, names and numbers */
  readonly search?: CaseSearch | undefined
  readonly after?: CaseCursor | null | undefined
  readonly limit: number
}

/** Where a page begins. */
export interface CaseCursor {
  readonly registeredAt: Instant
  readonly id: number
}

// a list shows neither what a form wrote nor the whole story's neighbours: both can be long
const { facts: _facts, submissionId: _submissionId, ...shown } = caseTable.columns
const columns = {
  ...shown,
  placeName: text,
  windowName: nullable(text),
  departmentName: nullable(text),
  /** the last day promised to the citizen, and the day that holds now; null where that promise was not made */
  phoneReplyPromisedOn: nullable(localDate),
  phoneReplyDueOn: nullable(localDate),
  phoneReplyPauses: nullable(json<readonly Pause[]>()),
  feedbackPromisedOn: nullable(localDate),
  feedbackDueOn: nullable(localDate),
  feedbackPauses: nullable(json<readonly Pause[]>()),
  /** of its open deadlines: when the first falls due, and when the first warning comes */
  nextDueAt: nullable(instant),
  nextWarnAt: nullable(instant),
}

export type CaseLine = RowOf<typeof columns>

/** 台账: the newest registered first; of those found by words the latest number, which is the same but for a moment. */
export async function caseList(knex: Knex, filter: CaseListFilter): Promise<Page<CaseLine, CaseCursor>> {
  const { search } = filter
  const picks = search ? [pickFound(knex, filter, search)] : branches(filter).map(branch => pick(branch, filter))
  const lines = await ask(
    knex,
    columns,
    `select ${selection(shown, 'c').join()}, p.name as place_name, w.name as window_name, d.name as department_name,
       ${last('phoneReply')}, ${last('feedback')},
       ${earliest('due_at')} as next_due_at, ${earliest('warn_at')} as next_warn_at
     from (${picks.map(one => `select * from (${one.sql}) picked`).join(' union ')}) mine
     join grievance_case c on c.id = mine.id
     join place p on p.id = c.place_id
     left join place_window w on w.id = c.window_id
     left join department d on d.id = c.department_id
     order by ${search ? '' : 'c.registered_at desc,'} c.id desc
     limit ?`,
    [...picks.flatMap(one => one.values), filter.limit + 1],
  )
  return pageOf(lines, filter.limit, ({ registeredAt, id }) => ({ registeredAt, id }))
}

/** A department's cases: in its charge, put to it, or with a request for its help; each found by an index of its own. */
function branches({ departmentId }: CaseListFilter): Sql[] {
  if (departmentId === undefined || departmentId === null) return [allOf([])]
  return [
    sql('c.department_id = ?', departmentId),
    sql('c.id in (select case_id from case_department where department_id = ?)', departmentId),
    sql('c.id in (select case_id from assistance where department_id = ?)', departmentId),
  ]
}

function pick(branch: Sql, filter: CaseListFilter): Sql {
  const { placeId, after, limit } = filter
  const condition = allOf([
    branch,
    placeId === undefined || placeId === null ? null : sql('c.place_id = ?', placeId),
    ...asked(filter),
    after ? sql('(c.registered_at, c.id) < (?, ?)', after.registeredAt, after.id) : null,
  ])
  return {
    sql: `select c.id from grievance_case c where ${condition.sql}
      order by c.registered_at desc, c.id desc limit ?`,
    values: [...condition.values, limit + 1],
  }
}

/** The index of pairs leads, in the order of its own keys: it is read no further than the page goes. */
function pickFound(knex: Knex, filter: CaseListFilter, search: CaseSearch): Sql {
  const { after, limit } = filter
  const condition = allOf([
    hasTerms(knex, search, filter),
    inScope(filter),
    ...asked(filter),
    after ? sql('g.rowid < ?', after.id) : null,
  ])
  return {
    sql: `select g.rowid as id from case_pair g
      cross join case_text t cross join grievance_case c
      where t.case_id = g.rowid and c.id = g.rowid and ${condition.sql}
      order by g.rowid desc limit ?`,
    values: [...condition.values, limit + 1],
  }
}

function asked(filter: CaseListFilter): readonly (Sql | null)[] {
  const { status, itemKey, verdict, cause, leadId, hiddenBarrier, recurrence, due, from, to } = filter
  return [
    status === undefined ? null : sql(status === 'open' ? 'c.closed_at is null' : 'c.closed_at is not null'),
    itemKey === undefined ? null : sql('c.item_key = ?', itemKey),
    verdict === undefined ? null : sql('c.verdict = ?', verdict),
    isOrNone('c.cause', cause),
    isOrNone('c.department_id', leadId),
    hiddenBarrier === undefined ? null : sql('c.hidden_barrier = 1'),
    recurrence === undefined ? null : sql('c.recurrence = ?', recurrence),
    due === undefined ? null : among(casesDue(due)),
    from === undefined ? null : sql('c.registered_on >= ?', from),
    to === undefined ? null : sql('c.registered_on <= ?', to),
  ]
}

function isOrNone(column: string, value: string | number | null | undefined): Sql | null {
  if (value === undefined) return null
  return value === null ? sql(`${column} is null`) : sql(`${column} = ?`, value)
}

function among({ sql: ids, values }: Sql): Sql {
  return sql(`c.closed_at is null and c.id in (${ids})`, ...values)
}

function earliest(column: 'due_at' | 'warn_at'): string {
  return `(select min(l.${column}) from deadline l
    where l.case_id = c.id and l.closed_at is null and l.kind <> 'none')`
}

/** A review may have made the same promise again: the last one counts. */
function last(promise: 'phoneReply' | 'feedback'): string {
  return ['promised_on', 'due_on', 'pauses']
    .map(
      column => `(select l.${column} from deadline l where l.case_id = c.id and l.promise = '${promise}'
        order by l.promised_on desc, l.id desc limit 1) as ${columnName(promise)}_${column}`,
    )
    .join()
}
