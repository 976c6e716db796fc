import type { Knex } from 'knex'
import type { LocalDate } from '../../calendar/local-date.js'
import type { Promised } from '../../casework/verdict.js'
import type { Instant } from '../../clock.js'
import { caseTable } from '../case.js'
import { rectificationTable } from '../rectification-store.js'
import { flag, instant, integer, localDate, nullable, oneOf, selection, text, word, type RowOf } from '../rows.js'
import { ask, sql, type Sql } from './sql.js'

/** The quarter whose figures are wanted. */
export interface ReportPeriod {
  /** first and last day */
  readonly from: LocalDate
  readonly to: LocalDate
  /** the instants at which the first day begins and the day after the last */
  readonly fromAt: Instant
  readonly untilAt: Instant
  /** rectifications accepted since then are among those whose problem may come back */
  readonly rectifiedSince: Instant
}

const caseColumns = {
  ...caseTable.columns,
  placeName: text,
  placeKind: oneOf('district', 'street', 'branch', 'online'),
  windowName: nullable(text),
  departmentName: nullable(text),
}

const promiseColumns = {
  id: integer,
  caseId: integer,
  promise: word<Promised>(),
  startOn: localDate,
  promisedOn: localDate,
  armedAt: instant,
  closedAt: nullable(instant),
  firedAt: nullable(instant),
  provisional: flag,
}

const rectificationColumns = { ...rectificationTable.columns, departmentName: text }

type ReportCase = RowOf<typeof caseColumns>
type ReportPromise = RowOf<typeof promiseColumns>
type ReportRectification = RowOf<typeof rectificationColumns>

/** All that the figures of a quarter are computed from. */
export interface ReportInput {
  /** registered in the quarter, or still open in it, or with a promise that falls due in it, or rectified since; by registration */
  readonly cases: readonly ReportCase[]
  /** every promise made in these cases; one that a review made anew is there twice */
  readonly promises: readonly ReportPromise[]
  /** of these cases, and all that were accepted since `rectifiedSince` */
  readonly rectifications: readonly ReportRectification[]
  /** plain questions in the quarter */
  readonly consultations: number
}

/** Reads what concerns a quarter. What it means is for casework to say. */
export async function reportInput(knex: Knex, period: ReportPeriod): Promise<ReportInput> {
  const concerned = casesOf(period)
  return {
    cases: await ask(
      knex,
      caseColumns,
      `select ${selection(caseTable.columns, 'c').join()}, p.name as place_name, p.kind as place_kind,
         w.name as window_name, d.name as department_name
       from grievance_case c
       join place p on p.id = c.place_id
       left join place_window w on w.id = c.window_id
       left join department d on d.id = c.department_id
       where c.id in (${concerned.sql})
       order by c.registered_at, c.id`,
      concerned.values,
    ),
    promises: await ask(
      knex,
      promiseColumns,
      `select ${selection(promiseColumns, 'l').join()} from deadline l
       where l.promise is not null and l.case_id in (${concerned.sql})
       order by l.id`,
      concerned.values,
    ),
    rectifications: await ask(
      knex,
      rectificationColumns,
      `select ${selection(rectificationTable.columns, 'r').join()}, d.name as department_name
       from rectification r
       join department d on d.id = r.department_id
       where r.id in (
         select id from rectification where case_id in (${concerned.sql})
         union all
         select id from rectification where accepted_at is not null and accepted_at >= ? and accepted_at < ?)
       order by r.id`,
      [...concerned.values, period.rectifiedSince, period.untilAt],
    ),
    consultations: await countConsultations(knex, period),
  }
}

function casesOf({ from, to, fromAt, untilAt, rectifiedSince }: ReportPeriod): Sql {
  return sql(
    `select id from grievance_case where registered_on >= ? and registered_on <= ?
     union all
     select id from grievance_case where closed_at is null and registered_at < ?
     union all
     select id from grievance_case where closed_at is not null and closed_at >= ? and registered_at < ?
     union all
     select case_id from deadline
     where promise is not null and promise in ('phoneReply', 'feedback') and promised_on >= ? and promised_on <= ?
     union all
     select case_id from rectification where accepted_at is not null and accepted_at >= ? and accepted_at < ?`,
    from,
    to,
    untilAt,
    fromAt,
    untilAt,
    from,
    to,
    rectifiedSince,
    untilAt,
  )
}

async function countConsultations(knex: Knex, { fromAt, untilAt }: ReportPeriod): Promise<number> {
  const [row] = await ask(
    knex,
    { count: integer },
    'select count(*) as count from consultation where at >= ? and at < ?',
    [fromAt, untilAt],
  )
  return row?.count ?? 0
}
