import type { Knex } from 'knex'
import type { Instant } from '../../clock.js'
import { flag, instant, integer, localDate, nullable, oneOf, text, type RowOf } from '../rows.js'
import { ask, sql, type Sql, type Value } from './sql.js'
import { heat, loadByDepartment, loadByPlace, type HeatLine, type LoadLine } from './watch-counts.js'

const deadlineColumns = {
  id: integer,
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
  /** the task it is for, when it is for one */
  taskId: nullable(integer),
  taskName: nullable(text),
  assigneeName: nullable(text),
  /** how often it was pressed for, by hand or by itself */
  urged: integer,
}

const unassignedColumns = {
  id: integer,
  name: text,
  candidateGroup: nullable(text),
  caseId: nullable(integer),
  caseNumber: nullable(text),
  itemName: nullable(text),
  departmentName: nullable(text),
  openedAt: instant,
  /** the end of time when nothing limits it */
  nextDueAt: instant,
}

type WatchedDeadline = RowOf<typeof deadlineColumns>
type UnassignedTask = RowOf<typeof unassignedColumns>

/** 督办看板. Each list holds the first `limit`, what is due first comes first. */
export interface WatchBoard {
  /** passed and still open */
  readonly red: readonly WatchedDeadline[]
  /** the warning has come, the day has not passed */
  readonly yellow: readonly WatchedDeadline[]
  /** due till the end of today */
  readonly today: readonly WatchedDeadline[]
  /** tasks that nobody has taken */
  readonly unassigned: readonly UnassignedTask[]
  readonly byDepartment: readonly LoadLine[]
  readonly byPlace: readonly LoadLine[]
  /** open tasks of each activity, for the diagram */
  readonly heat: readonly HeatLine[]
}

/** The board at this instant; `endOfDay` is the last instant of today in the office. */
export async function watchBoard(
  knex: Knex,
  { now, endOfDay, limit }: { now: Instant; endOfDay: Instant; limit: number },
): Promise<WatchBoard> {
  return {
    red: await deadlines(knex, passed(now), limit),
    yellow: await deadlines(knex, warned(now), limit),
    today: await deadlines(knex, pending('due_at >= ? and due_at <= ?', now, endOfDay), limit),
    unassigned: await unassigned(knex, limit),
    byDepartment: await loadByDepartment(knex, now),
    byPlace: await loadByPlace(knex, now),
    heat: await heat(knex, now),
  }
}

// each of these is answered by an index that holds what is pending, or what has fired, and nothing else

function pending(condition: string, ...values: readonly Value[]): Sql {
  const from = `select id from deadline where closed_at is null and fired_at is null and kind <> 'none'`
  return sql(`${from} and ${condition}`, ...values)
}

function passed(now: Instant): Sql {
  const late = pending('due_at < ?', now)
  const fired = `select id from deadline where closed_at is null and fired_at is not null and kind <> 'none'`
  return sql(`${fired} and due_at < ? union all ${late.sql}`, now, ...late.values)
}

/** By the index of the warnings: few have come and not passed, while those that are due later may be a million. */
function warned(now: Instant): Sql {
  return pending('warn_at is not null and warn_at <= ? and due_at >= ?', now, now)
}

function deadlines(knex: Knex, which: Sql, limit: number): Promise<WatchedDeadline[]> {
  return ask(
    knex,
    deadlineColumns,
    `with shown as materialized (${which.sql})
     select l.id, l.name, l.kind, l.due_on, l.due_at, l.warn_at, l.fired_at, l.provisional, l.case_id,
       c.number as case_number, c.item_name, r.quarter, p.name as place_name, d.name as department_name,
       l.task_id, t.name as task_name, a.display_name as assignee_name,
       (select count(*) from supervision s where s.deadline_id = l.id) as urged
     from shown
     join deadline l on l.id = shown.id
     left join grievance_case c on c.id = l.case_id
     left join quarter_report r on r.instance_id = l.instance_id
     left join place p on p.id = c.place_id
     left join user_task t on t.id = l.task_id
     left join department d on d.id = coalesce(t.department_id, c.department_id)
     left join account a on a.id = t.assignee_id
     order by l.due_at, l.id
     limit ?`,
    [...which.values, limit],
  )
}

function unassigned(knex: Knex, limit: number): Promise<UnassignedTask[]> {
  return ask(
    knex,
    unassignedColumns,
    `select t.id, t.name, t.candidate_group, t.case_id, c.number as case_number, c.item_name,
       d.name as department_name, t.opened_at, t.next_due_at
     from user_task t
     left join grievance_case c on c.id = t.case_id
     left join department d on d.id = coalesce(t.department_id, c.department_id)
     where t.closed_at is null and t.assignee_id is null
     order by t.next_due_at, t.id
     limit ?`,
    [limit],
  )
}
