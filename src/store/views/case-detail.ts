import type { Knex } from 'knex'
import { caseTable } from '../case.js'
import { instant, integer, nullable, oneOf, selection, text, type RowOf } from '../rows.js'
import { ask } from './sql.js'

const columns = {
  ...caseTable.columns,
  placeName: text,
  placeKind: oneOf('district', 'street', 'branch', 'online'),
  windowName: nullable(text),
  departmentName: nullable(text),
  registrarName: nullable(text),
  subjectAccountName: nullable(text),
  /** of the newest run; null while none was started */
  instanceId: nullable(integer),
  instanceRevision: nullable(integer),
  stateId: nullable(integer),
  startedAt: nullable(instant),
  definitionId: nullable(integer),
  definitionKey: nullable(text),
  definitionVersion: nullable(integer),
  openIncidents: integer,
  recurrenceOfNumber: nullable(text),
}

export type CaseDetail = RowOf<typeof columns>

/** One case with the names of what it refers to. */
export async function caseDetail(
  knex: Knex,
  which: { readonly id: number } | { readonly number: string },
): Promise<CaseDetail | null> {
  const [detail] = await ask(
    knex,
    columns,
    `select ${selection(caseTable.columns, 'c').join()}, p.name as place_name, p.kind as place_kind,
       w.name as window_name, d.name as department_name, a.display_name as registrar_name,
       s.display_name as subject_account_name, i.id as instance_id, i.revision as instance_revision, i.state_id,
       i.started_at, i.definition_id, v.key as definition_key, v.version as definition_version,
       (select count(*) from incident n where n.case_id = c.id and n.resolved_at is null) as open_incidents,
       e.number as recurrence_of_number
     from grievance_case c
     join place p on p.id = c.place_id
     left join place_window w on w.id = c.window_id
     left join department d on d.id = c.department_id
     left join account a on a.id = c.registrar_id
     left join account s on s.id = c.subject_account_id
     left join grievance_case e on e.id = c.recurrence_of
     left join process_instance i on i.id = (
       select max(newest.id) from process_instance newest
       where newest.subject_kind = 'case' and newest.subject_id = c.id)
     left join process_definition v on v.id = i.definition_id
     where ${'id' in which ? 'c.id' : 'c.number'} = ?`,
    ['id' in which ? which.id : which.number],
  )
  return detail ?? null
}
