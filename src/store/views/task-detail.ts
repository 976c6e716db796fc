import type { Knex } from 'knex'
import { flag, instant, integer, localDate, nullable, oneOf, selection, text, type RowOf } from '../rows.js'
import { userTaskTable } from '../user-task.js'
import { ask } from './sql.js'

const columns = {
  ...userTaskTable.columns,
  instanceRevision: integer,
  definitionId: integer,
  definitionKey: text,
  definitionVersion: integer,
  caseNumber: nullable(text),
  itemName: nullable(text),
  caseRevision: nullable(integer),
  quarter: nullable(text),
  placeName: nullable(text),
  departmentName: nullable(text),
  assigneeName: nullable(text),
  closedByName: nullable(text),
  /** of the deadline that comes next */
  deadlineName: nullable(text),
  deadlineKind: nullable(oneOf('statutory', 'internal', 'none')),
  dueOn: nullable(localDate),
  dueAt: nullable(instant),
  warnAt: nullable(instant),
  provisional: nullable(flag),
}

export type TaskDetail = RowOf<typeof columns>

/** One task with what stands around its form; open or closed. */
export async function taskDetail(knex: Knex, id: number): Promise<TaskDetail | null> {
  const [task] = await ask(
    knex,
    columns,
    `select ${selection(userTaskTable.columns, 't').join()}, i.revision as instance_revision,
       i.definition_id, v.key as definition_key, v.version as definition_version,
       c.number as case_number, c.item_name, c.revision as case_revision, r.quarter,
       p.name as place_name, d.name as department_name, a.display_name as assignee_name,
       b.display_name as closed_by_name, l.name as deadline_name, l.kind as deadline_kind,
       l.due_on, l.due_at, l.warn_at, l.provisional
     from user_task t
     join process_instance i on i.id = t.instance_id
     join process_definition v on v.id = i.definition_id
     left join grievance_case c on c.id = t.case_id
     left join quarter_report r on r.id = t.report_id
     left join place p on p.id = coalesce(t.place_id, c.place_id)
     left join department d on d.id = coalesce(t.department_id, c.department_id)
     left join account a on a.id = t.assignee_id
     left join account b on b.id = t.closed_by
     left join deadline l on l.id = t.next_deadline_id
     where t.id = ?`,
    [id],
  )
  return task ?? null
}
