import type { Knex } from 'knex'
import { instant, integer, oneOf, type RowOf } from './rows.js'
import { ask } from './views/sql.js'

const columns = {
  deadlineId: integer,
  instanceId: integer,
  kind: oneOf('warning', 'due'),
  at: instant,
}

/** One thing that time alone brings: a limit’s yellow card, or that it passes. */
export type Moment = RowOf<typeof columns>

/** What time will bring, for the timekeeper. */
export function readMoments(knex: Knex) {
  return {
    /**
     * The first moments that have not been kept, passed or still to come, in the one order in which they are kept: by
     * their instant, then by deadline, the warning before the end. A timer that is nobody’s limit warns of nothing. An
     * instance of which a timer failed waits as a whole until somebody has resolved that incident: what it missed comes
     * afterwards in its order, and keeps nobody else waiting.
     */
    first: (limit: number): Promise<Moment[]> => ask(knex, columns, firstMoments, [limit, limit, limit]),
  }
}

// Each half reads no more than `limit` rows, from the head of an index that holds what is still to be kept and nothing
// else. So it costs the same whether a thousand limits are pending or a million.
const firstMoments = `select deadline_id, instance_id, kind, at from (${half('warning', 'warn_at', `warned_at is null and kind <> 'none'`)}) as w
  union all
  select deadline_id, instance_id, kind, at from (${half('due', 'due_at')}) as d
  order by at, deadline_id, kind desc
  limit ?`

function half(kind: Moment['kind'], at: string, condition?: string): string {
  return `
    select id as deadline_id, instance_id, '${kind}' as kind, ${at} as at from deadline
    where closed_at is null and fired_at is null and ${at} is not null ${condition ? `and ${condition}` : ''}
      and not exists (select 1 from incident
        where incident.instance_id = deadline.instance_id and incident.kind = 'timer' and resolved_at is null)
    order by ${at}, id
    limit ?`
}
