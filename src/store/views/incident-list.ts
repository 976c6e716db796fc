import type { Knex } from 'knex'
import { incidentTable } from '../incident-store.js'
import { integer, nullable, selection, text, type RowOf } from '../rows.js'
import { pageOf, type Page } from './page.js'
import { allOf, ask, sql } from './sql.js'

const columns = {
  ...incidentTable.columns,
  caseNumber: nullable(text),
  itemName: nullable(text),
  definitionKey: nullable(text),
  definitionVersion: nullable(integer),
  /** of the job that failed */
  topic: nullable(text),
  attempts: nullable(integer),
  resolvedByName: nullable(text),
}

export type IncidentLine = RowOf<typeof columns>

/** 异常, the newest first; `after`: the id of the last one seen. */
export async function incidentList(
  knex: Knex,
  { open, after, limit }: { open: boolean; after?: number | null | undefined; limit: number },
): Promise<Page<IncidentLine, number>> {
  const condition = allOf([
    open ? sql('n.resolved_at is null') : null,
    after === undefined || after === null ? null : sql('n.id < ?', after),
  ])
  const lines = await ask(
    knex,
    columns,
    `select ${selection(incidentTable.columns, 'n').join()}, c.number as case_number, c.item_name,
       v.key as definition_key, v.version as definition_version, j.topic, j.attempts,
       a.display_name as resolved_by_name
     from incident n
     left join grievance_case c on c.id = n.case_id
     left join process_instance i on i.id = n.instance_id
     left join process_definition v on v.id = i.definition_id
     left join job j on j.id = n.job_id
     left join account a on a.id = n.resolved_by
     where ${condition.sql}
     order by n.id desc
     limit ?`,
    [...condition.values, limit + 1],
  )
  return pageOf(lines, limit, ({ id }) => id)
}
