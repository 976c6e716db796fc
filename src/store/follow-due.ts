import type { Knex } from 'knex'
import { chunks } from './writes.js'

/** What a transaction did to tasks and deadlines, as far as the tasks' next due day may have changed. */
export interface Touched {
  readonly instances: Set<number>
  readonly deadlines: Set<number>
}

/** Sorts after every instant: the due day of a task that no deadline covers. */
export const never = '9999-12-31T23:59:59.999Z'

/**
 * Brings the next deadline of the open tasks up to date: the earliest open one that covers the task. That is one on the
 * task itself, on its activity (all runs of a multi-instance task share it) or on a sub-process around it. Done once,
 * at the end of each transaction that touched either, so that no writer can forget it.
 */
export async function followDue(knex: Knex, { instances, deadlines }: Touched): Promise<void> {
  for (const ids of chunks([...instances])) {
    await follow(knex, `instance_id in (${marks(ids)})`, ids)
  }
  for (const ids of chunks([...deadlines])) {
    await follow(knex, `instance_id in (select instance_id from deadline where id in (${marks(ids)}))`, ids)
  }
}

async function follow(knex: Knex, which: string, ids: readonly number[]): Promise<void> {
  await knex.raw(
    `update user_task
     set next_deadline_id = (select d.id ${earliest}),
       next_due_at = coalesce((select d.due_at ${earliest}), '${never}')
     where closed_at is null and ${which}`,
    ids,
  )
}

// in LIKE an underscore stands for any letter, and ids of elements are full of them
const attachedTo = `replace(d.attached_to, '_', '!_')`
const earliest = `
  from deadline d
  where d.instance_id = user_task.instance_id and d.closed_at is null and d.kind <> 'none'
    and (d.task_id = user_task.id or (d.task_id is null and (
      d.attached_to = user_task.activity_id
      or user_task.scope_path like '%/' || ${attachedTo} || '/%' escape '!')))
  order by d.due_at, d.id
  limit 1`

function marks(ids: readonly number[]): string {
  return ids.map(() => 'cast(? as integer)').join()
}
