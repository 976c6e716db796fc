import type { Knex } from 'knex'
import type { LocalDate } from '../../calendar/local-date.js'
import type { Instant } from '../../clock.js'
import { flag, instant, integer, localDate, nullable, oneOf, text, type RowOf } from '../rows.js'
import { ask, sql, type Sql, type Value } from './sql.js'

const columns = {
  id: integer,
  instanceId: integer,
  taskId: nullable(integer),
  attachedTo: nullable(text),
  name: text,
  kind: oneOf('statutory', 'internal'),
  dueOn: localDate,
  dueAt: instant,
  warnAt: nullable(instant),
  firedAt: nullable(instant),
  provisional: flag,
  caseId: nullable(integer),
  caseNumber: nullable(text),
  itemName: nullable(text),
  quarter: nullable(text),
  placeName: nullable(text),
  departmentName: nullable(text),
  /** how often it was pressed for, by hand or by itself */
  urged: integer,
}

/** A deadline on the board. */
export type WatchedDeadline = RowOf<typeof columns>

/** The first lines of a list, and how long it is in truth. */
export interface Counted<Line> {
  readonly count: number
  readonly rows: readonly Line[]
}

/** A day of the days to come. */
export interface DueDay extends Counted<WatchedDeadline> {
  readonly dueOn: LocalDate
}

/** A day as instants: from its first on, before the next day's first. */
export interface DayBounds {
  readonly from: Instant
  readonly until: Instant
}

/** Which deadlines are red, yellow, or due today without a card. The first `limit` of each, what is due first first. */
export async function deadlineLists(
  knex: Knex,
  { now, tomorrow, limit }: { now: Instant; tomorrow: Instant; limit: number },
): Promise<Record<'red' | 'yellow' | 'today', Counted<WatchedDeadline>>> {
  const list = (which: Sql) => counted(knex, which, limit)
  return {
    red: await list(passed(now)),
    yellow: await list(warned(now)),
    today: await list(
      pending('due_at >= ? and due_at < ? and (warn_at is null or warn_at > ?)', now, tomorrow, now),
    ),
  }
}

/** What falls due on each of these days, the first `limit` of each; days on which nothing does are left out. */
export async function dueDays(
  knex: Knex,
  { days, limit }: { days: readonly DayBounds[]; limit: number },
): Promise<DueDay[]> {
  const due: DueDay[] = []
  for (const { from, until } of days) {
    const { count, rows } = await counted(knex, pending('due_at >= ? and due_at < ?', from, until), limit)
    const [first] = rows
    if (first) due.push({ dueOn: first.dueOn, count, rows })
  }
  return due
}

// each of these is answered by an index that holds what is pending, or what has fired, and nothing else

function pending(condition: string, ...values: readonly Value[]): Sql {
  const from = `select id, due_at from deadline where closed_at is null and fired_at is null and kind <> 'none'`
  return sql(`${from} and ${condition}`, ...values)
}

function passed(now: Instant): Sql {
  const late = pending('due_at < ?', now)
  const fired = `select id, due_at from deadline where closed_at is null and fired_at is not null and kind <> 'none'`
  return sql(`${fired} and due_at < ? union all ${late.sql}`, now, ...late.values)
}

/** By the index of the warnings: few have come and not passed, while those that are due later may be a million. */
function warned(now: Instant): Sql {
  return pending('warn_at is not null and warn_at <= ? and due_at >= ?', now, now)
}

/** Open cases by a deadline of theirs: one that is red or yellow now, or that falls due on a day. */
export type DueFilter =
  { readonly card: 'red' | 'yellow'; readonly now: Instant } | { readonly on: DayBounds }

/** The ids of these cases. */
export function casesDue(filter: DueFilter): Sql {
  const { sql: text, values } =
    'on' in filter
      ? pending('due_at >= ? and due_at < ?', filter.on.from, filter.on.until)
      : filter.card === 'red'
        ? passed(filter.now)
        : warned(filter.now)
  return sql(text.replaceAll('select id, due_at', 'select case_id'), ...values)
}

async function counted(knex: Knex, which: Sql, limit: number): Promise<Counted<WatchedDeadline>> {
  const [total] = await ask(
    knex,
    { count: integer },
    `select count(*) as count from (${which.sql}) chosen`,
    which.values,
  )
  const count = total?.count ?? 0
  return { count, rows: count === 0 ? [] : await lines(knex, which, limit) }
}

function lines(knex: Knex, which: Sql, limit: number): Promise<WatchedDeadline[]> {
  return ask(
    knex,
    columns,
    `with shown as materialized (select * from (${which.sql}) chosen order by due_at, id limit ?)
     select l.id, l.instance_id, l.task_id, l.attached_to, l.name, l.kind, l.due_on, l.due_at, l.warn_at, l.fired_at,
       l.provisional, l.case_id, c.number as case_number, c.item_name, r.quarter, p.name as place_name,
       d.name as department_name,
       (select count(*) from supervision s where s.deadline_id = l.id) as urged
     from shown
     join deadline l on l.id = shown.id
     left join grievance_case c on c.id = l.case_id
     left join quarter_report r on r.instance_id = l.instance_id
     left join place p on p.id = c.place_id
     left join user_task t on t.id = l.task_id
     left join department d on d.id = coalesce(t.department_id, c.department_id)
     order by l.due_at, l.id`,
    [...which.values, limit],
  )
}
