import type { Knex } from 'knex'
import { instant, integer, nullable, text, type RowOf } from '../rows.js'
import { chunks } from '../writes.js'
import { ask } from './sql.js'
import type { Counted } from './watch-lines.js'

const taskColumns = {
  id: integer,
  revision: integer,
  instanceId: integer,
  activityId: text,
  scopePath: text,
  name: text,
  candidateGroup: nullable(text),
  placeId: nullable(integer),
  departmentId: nullable(integer),
  departmentName: nullable(text),
  assigneeName: nullable(text),
}

const unassignedColumns = {
  id: integer,
  revision: integer,
  instanceId: integer,
  name: text,
  candidateGroup: nullable(text),
  caseId: nullable(integer),
  caseNumber: nullable(text),
  itemName: nullable(text),
  quarter: nullable(text),
  departmentName: nullable(text),
  openedAt: instant,
  nextDeadlineId: nullable(integer),
  /** the end of time when nothing limits it */
  nextDueAt: instant,
}

const stillColumns = {
  caseId: integer,
  caseNumber: text,
  itemName: text,
  instanceId: integer,
  departmentName: nullable(text),
  /** when it was registered, or a step of it was done last */
  movedAt: instant,
}

/** An open task, for who has what is on the board. */
export type WatchedTask = RowOf<typeof taskColumns>
/** A task that nobody has taken. */
export type UnassignedTask = RowOf<typeof unassignedColumns>
/** An open case and since when nothing of it was done. */
export type StillCase = RowOf<typeof stillColumns>

/** The open tasks of these instances. */
export async function openTasks(knex: Knex, instanceIds: readonly number[]): Promise<WatchedTask[]> {
  const found: WatchedTask[] = []
  for (const ids of chunks([...new Set(instanceIds)])) {
    const tasks = await ask(
      knex,
      taskColumns,
      `select t.id, t.revision, t.instance_id, t.activity_id, t.scope_path, t.name, t.candidate_group, t.place_id,
         t.department_id, d.name as department_name, a.display_name as assignee_name
       from user_task t
       left join department d on d.id = t.department_id
       left join account a on a.id = t.assignee_id
       where t.closed_at is null and t.instance_id in (${ids.map(() => 'cast(? as integer)').join()})
       order by t.id`,
      ids,
    )
    found.push(...tasks)
  }
  return found
}

/** What nobody has taken, the first `limit`; what is due first comes first. */
export async function unassigned(knex: Knex, limit: number): Promise<Counted<UnassignedTask>> {
  const [total] = await ask(
    knex,
    { count: integer },
    'select count(*) as count from user_task where closed_at is null and assignee_id is null',
  )
  const rows = await ask(
    knex,
    unassignedColumns,
    `select t.id, t.revision, t.instance_id, t.name, t.candidate_group, t.case_id, c.number as case_number,
       c.item_name, r.quarter, d.name as department_name, t.opened_at, t.next_deadline_id, t.next_due_at
     from user_task t
     left join grievance_case c on c.id = t.case_id
     left join quarter_report r on r.id = t.report_id
     left join department d on d.id = coalesce(t.department_id, c.department_id)
     where t.closed_at is null and t.assignee_id is null
     order by t.next_due_at, t.id
     limit ?`,
    [limit],
  )
  return { count: total?.count ?? 0, rows }
}

/** The open cases that have stood still longest. */
export function stillCases(knex: Knex, limit: number): Promise<StillCase[]> {
  return ask(
    knex,
    stillColumns,
    `select c.id as case_id, c.number as case_number, c.item_name, i.id as instance_id, d.name as department_name,
       c.moved_at
     from grievance_case c
     join process_instance i on i.subject_kind = 'case' and i.subject_id = c.id and i.ended_at is null
     left join department d on d.id = c.department_id
     where c.closed_at is null and c.moved_at is not null
     order by c.moved_at, c.id
     limit ?`,
    [limit],
  )
}
