import type { Knex } from 'knex'
import type { Instant } from '../../clock.js'
import { instant, text, type RowOf } from '../rows.js'
import { ask } from './sql.js'

const columns = { activityId: text, openedAt: instant, closedAt: instant }

/** From when to when a step was somebody's to do. */
export type Completion = RowOf<typeof columns>

/** When the activities of a diagram were worked on: of each its newest completions since that instant and before another, at most `limit`. */
export async function completions(
  knex: Knex,
  {
    definitionKey,
    activityIds,
    since,
    until,
    limit,
  }: {
    definitionKey: string
    activityIds: readonly string[]
    since: Instant
    until?: Instant
    limit: number
  },
): Promise<Completion[]> {
  if (activityIds.length === 0) return []
  // one limited look into the index for each activity: what is read does not grow with the years
  const one = `select * from (
    select t.activity_id, t.opened_at, t.closed_at
    from user_task t
    join process_instance i on i.id = t.instance_id
    join process_definition v on v.id = i.definition_id
    where t.close_kind = 'completed' and t.activity_id = ? and t.closed_at >= ?${until === undefined ? '' : ' and t.closed_at < ?'} and v.key = ?
    order by t.closed_at desc
    limit ?) newest`
  return ask(
    knex,
    columns,
    activityIds.map(() => one).join(' union all '),
    activityIds.flatMap(id => [id, since, ...(until === undefined ? [] : [until]), definitionKey, limit]),
  )
}
