import type { Knex } from 'knex'
import { historyTable } from '../history-store.js'
import { nullable, selection, text, word, type RowOf } from '../rows.js'
import type { Role } from '../../casework/role.js'
import { ask } from './sql.js'

const columns = {
  ...historyTable.columns,
  /** what the actor is today; their name is the one of then */
  actorRole: nullable(word<Role>()),
  actorDepartmentName: nullable(text),
}

export type TimelineEntry = RowOf<typeof columns>

/** 办理记录 of a case: who, when, what; the oldest first. */
export function timeline(knex: Knex, caseId: number): Promise<TimelineEntry[]> {
  return ask(
    knex,
    columns,
    `select ${selection(historyTable.columns, 'h').join()}, a.role as actor_role, d.name as actor_department_name
     from history_entry h
     left join account a on a.id = h.actor_id
     left join department d on d.id = a.department_id
     where h.case_id = ?
     order by h.id`,
    [caseId],
  )
}
