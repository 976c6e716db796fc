import type { Knex } from 'knex'
import { integer, text, type RowOf } from '../rows.js'
import { ask } from './sql.js'

const columns = { definitionId: integer, version: integer, key: text, stateId: integer, running: integer }

export type StandingCount = RowOf<typeof columns>

/** How many run in each situation of each version of a process: answered by the index of what runs. */
export function standingCounts(knex: Knex, key: string): Promise<StandingCount[]> {
  return ask(
    knex,
    columns,
    `select i.definition_id, v.version, v.key, i.state_id, count(*) as running
     from process_instance i
     join process_definition v on v.id = i.definition_id
     where v.key = ? and i.ended_at is null
     group by i.definition_id, v.version, v.key, i.state_id
     order by v.version desc, i.state_id`,
    [key],
  )
}
