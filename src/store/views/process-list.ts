import type { Knex } from 'knex'
import { definitionTable } from '../definition-store.js'
import { integer, nullable, selection, text, type RowOf } from '../rows.js'
import { ask } from './sql.js'

// the diagrams themselves are long, and a list does not draw them
const { xml: _xml, ...shown } = definitionTable.columns
const columns = { ...shown, deployedByName: nullable(text), running: integer, total: integer }

export type ProcessLine = RowOf<typeof columns>

/** All versions of all diagrams with how many cases stand on each; the newest of each key first. */
export function processList(knex: Knex): Promise<ProcessLine[]> {
  return ask(
    knex,
    columns,
    `select ${selection(shown, 'v').join()}, a.display_name as deployed_by_name,
       (select count(*) from process_instance i where i.definition_id = v.id and i.ended_at is null) as running,
       (select count(*) from process_instance i where i.definition_id = v.id) as total
     from process_definition v
     left join account a on a.id = v.deployed_by
     order by v.key, v.version desc`,
  )
}
