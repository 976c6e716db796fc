import type { Knex } from 'knex'
import { instant, integer, localDate, nullable, oneOf, text, type RowOf } from '../rows.js'
import { pageOf, type Page } from './page.js'
import { allOf, ask, sql } from './sql.js'

const columns = {
  id: integer,
  name: text,
  kind: oneOf('statutory', 'internal', 'none'),
  dueOn: localDate,
  dueAt: instant,
  caseNumber: nullable(text),
  itemName: nullable(text),
  quarter: nullable(text),
  /** in charge of the case */
  departmentName: nullable(text),
  /** who has the work that it is the limit of */
  assigneeName: nullable(text),
}

export type ProvisionalLine = RowOf<typeof columns>

/** Where a page begins. */
export interface ProvisionalCursor {
  readonly dueAt: string
  readonly id: number
}

/** 暂定: every open deadline that has not passed and was counted over a year not announced; what is due first comes first. */
export async function provisionalList(
  knex: Knex,
  { after, limit }: { after: ProvisionalCursor | null; limit: number },
): Promise<Page<ProvisionalLine, ProvisionalCursor>> {
  const condition = allOf([
    sql('l.closed_at is null'),
    sql('l.fired_at is null'),
    sql('l.provisional = 1'),
    after && sql('l.due_at > ? or (l.due_at = ? and l.id > ?)', after.dueAt, after.dueAt, after.id),
  ])
  const lines = await ask(
    knex,
    columns,
    `select l.id, l.name, l.kind, l.due_on, l.due_at, c.number as case_number, c.item_name,
       (select max(r.quarter) from quarter_report r where r.instance_id = l.instance_id) as quarter,
       d.name as department_name, a.display_name as assignee_name
     from deadline l
     left join grievance_case c on c.id = l.case_id
     left join department d on d.id = c.department_id
     left join account a on a.id = (
       select t.assignee_id from user_task t
       where t.instance_id = l.instance_id and t.closed_at is null and t.assignee_id is not null
       order by case when t.id = l.task_id then 0 when t.next_deadline_id = l.id then 1 else 2 end, t.id
       limit 1)
     where ${condition.sql}
     order by l.due_at, l.id
     limit ?`,
    [...condition.values, limit + 1],
  )
  return pageOf(lines, limit, ({ dueAt, id }) => ({ dueAt, id }))
}
