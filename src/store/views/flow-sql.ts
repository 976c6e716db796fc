import type { Instant } from '../../clock.js'
import { sql, type Sql } from './sql.js'

/** What the flow counts: a node's work, or a way back. */
export type FlowKind = 'done' | 'waiting' | 'rectificationReturned' | 'disputed' | 'notOurs' | 'givenBack' | 'reassigned'

/** From the first instant on, before the other. */
export interface FlowPeriod {
  readonly from: Instant
  readonly until: Instant
}

/** One thing that is counted: in a period, and of a node where it is a node's work. */
export interface FlowFact extends FlowPeriod {
  readonly kind: FlowKind
  readonly activityId: string | null
}

/** Rows of `case_id`, one for each time that it happened. Each is read off an index of its own. */
export function flowRows({ kind, activityId, from, until }: FlowFact): Sql {
  switch (kind) {
    case 'done':
      return sql(
        `select t.case_id from user_task t where t.close_kind = 'completed' and t.activity_id = ?
          and t.closed_at >= ? and t.closed_at < ? and t.case_id is not null`,
        activityId ?? '',
        from,
        until,
      )
    case 'waiting':
      // at the end of the period: opened before, and closed after if at all
      return sql(
        `select t.case_id from user_task t where t.activity_id = ? and t.opened_at < ?
          and (t.closed_at is null or t.closed_at >= ?) and t.case_id is not null`,
        activityId ?? '',
        until,
        until,
      )
    case 'rectificationReturned':
      return sql(
        'select r.case_id from rectification r where r.returned_at is not null and r.returned_at >= ? and r.returned_at < ?',
        from,
        until,
      )
    case 'disputed':
    case 'notOurs':
      return sql(
        `select a.case_id from case_department a
          where a.confirmation is not null and a.confirmation = ? and a.confirmed_at >= ? and a.confirmed_at < ?`,
        kind,
        from,
        until,
      )
    case 'givenBack':
      return history('task.returned', from, until)
    case 'reassigned':
      return history('task.reassigned', from, until)
  }
}

function history(kind: 'task.returned' | 'task.reassigned', from: Instant, until: Instant): Sql {
  // the kind is written out: a partial index is taken only for what is seen to be in it
  return sql(
    `select h.case_id from history_entry h
      where h.kind = '${kind}' and h.at >= ? and h.at < ? and h.case_id is not null`,
    from,
    until,
  )
}
