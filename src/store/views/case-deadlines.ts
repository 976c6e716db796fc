import type { Knex } from 'knex'
import { deadlineTable } from '../deadline.js'
import { instant, integer, nullable, selection, text, type RowOf } from '../rows.js'
import { ask } from './sql.js'

const columns = {
  ...deadlineTable.columns,
  definitionKey: text,
  definitionName: text,
  definitionVersion: integer,
  /** of the task it is for, when it is for one */
  taskName: nullable(text),
  /** when its cards were shown */
  yellowAt: nullable(instant),
  redAt: nullable(instant),
}

export type CaseDeadline = RowOf<typeof columns>

/** All deadlines of a case, what is due first comes first. */
export function caseDeadlines(knex: Knex, caseId: number): Promise<CaseDeadline[]> {
  return ask(
    knex,
    columns,
    `select ${selection(deadlineTable.columns, 'l').join()}, v.key as definition_key, v.name as definition_name,
       v.version as definition_version, t.name as task_name, y.fired_at as yellow_at, r.fired_at as red_at
     from deadline l
     join process_instance i on i.id = l.instance_id
     join process_definition v on v.id = i.definition_id
     left join user_task t on t.id = l.task_id
     left join card y on y.deadline_id = l.id and y.level = 'yellow'
     left join card r on r.deadline_id = l.id and r.level = 'red'
     where l.case_id = ?
     order by l.due_at, l.id`,
    [caseId],
  )
}
