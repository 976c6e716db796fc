import type { LocalDate } from '../../calendar/local-date.js'
import type { Channel } from '../../casework/channel.js'
import type { FailedStage } from '../../casework/failed-stage.js'
import type { Outcome } from '../../casework/outcome.js'
import type { Recurrence } from '../../casework/recurrence.js'
import type { Satisfaction } from '../../casework/satisfaction.js'
import type { Verdict } from '../../casework/verdict.js'
import type { Instant } from '../../clock.js'
import { flowRows, type FlowFact } from './flow-sql.js'
import { kept, promisedBetween, type PromiseStanding } from './promise-sql.js'
import { sql, type Sql } from './sql.js'
import { casesDue, type DueFilter } from './watch-lines.js'

/** What cases are chosen by, apart from whose they are and from words. */
export interface CaseConditions {
  readonly status?: 'open' | 'closed' | undefined
  /** cases about this item */
  readonly itemKey?: string | undefined
  /** the department in charge */
  readonly leadId?: number | undefined
  readonly windowId?: number | undefined
  readonly channel?: Channel | undefined
  readonly failedStage?: FailedStage | undefined
  readonly verdict?: Verdict | undefined
  readonly cause?: string | undefined
  /** the first letter of its cause */
  readonly causeGroup?: string | undefined
  readonly outcome?: Outcome | undefined
  readonly satisfaction?: Satisfaction | undefined
  readonly recurrence?: Recurrence | undefined
  readonly hiddenBarrier?: boolean | undefined
  /** where nothing stands yet */
  readonly missing?: readonly MissingColumn[] | undefined
  /** open cases with a deadline that is red, yellow, or due on a day */
  readonly due?: DueFilter | undefined
  /** first and last day of registration */
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  /** first and last day on which the promise that the ledger shows falls due */
  readonly promisedFrom?: LocalDate | undefined
  readonly promisedTo?: LocalDate | undefined
  /** closed from this instant on, before this one */
  readonly closedFrom?: Instant | undefined
  readonly closedUntil?: Instant | undefined
  /** how that promise was kept, on a day of looking */
  readonly kept?: { readonly standing: PromiseStanding; readonly asOf: LocalDate } | undefined
  /** what happened to it in a period */
  readonly flow?: FlowFact | undefined
}

const missing = {
  window: 'window_id',
  department: 'department_id',
  failedStage: 'failed_stage',
  verdict: 'verdict',
  cause: 'cause',
  outcome: 'outcome',
  satisfaction: 'satisfaction',
} as const

export type MissingColumn = keyof typeof missing

/** The conditions that a case, called `c`, is one of these. */
export function asked(given: CaseConditions): readonly (Sql | null)[] {
  const { status, causeGroup, hiddenBarrier, due, flow, promisedFrom, promisedTo } = given
  return [
    status === undefined ? null : sql(status === 'open' ? 'c.closed_at is null' : 'c.closed_at is not null'),
    is('item_key', given.itemKey),
    is('department_id', given.leadId),
    is('window_id', given.windowId),
    is('channel', given.channel),
    is('failed_stage', given.failedStage),
    is('verdict', given.verdict),
    is('cause', given.cause),
    causeGroup === undefined
      ? null
      : sql('c.cause >= ? and c.cause < ?', causeGroup, String.fromCharCode(causeGroup.charCodeAt(0) + 1)),
    is('outcome', given.outcome),
    is('satisfaction', given.satisfaction),
    // an index holds those that are not as they mostly are: it is taken only for what is seen to be in it
    given.recurrence === undefined
      ? null
      : given.recurrence === 'no'
        ? sql(`c.recurrence = 'no'`)
        : sql(`c.recurrence <> 'no' and c.recurrence = ?`, given.recurrence),
    hiddenBarrier === undefined ? null : sql(`c.hidden_barrier = ${hiddenBarrier ? 1 : 0}`),
    ...(given.missing ?? []).map(column => sql(`c.${missing[column]} is null`)),
    due === undefined ? null : among(casesDue(due)),
    bound('registered_on', '>=', given.from),
    bound('registered_on', '<=', given.to),
    promisedFrom === undefined && promisedTo === undefined
      ? null
      : promisedBetween(promisedFrom, promisedTo),
    bound('closed_at', '>=', given.closedFrom),
    bound('closed_at', '<', given.closedUntil),
    given.kept === undefined ? null : kept(given.kept.standing, given.kept.asOf),
    flow === undefined ? null : inFlow(flow),
  ]
}

function is(column: string, value: string | number | undefined): Sql | null {
  return value === undefined ? null : sql(`c.${column} = ?`, value)
}

function bound(column: string, sign: string, value: string | undefined): Sql | null {
  return value === undefined ? null : sql(`c.${column} ${sign} ?`, value)
}

function among({ sql: ids, values }: Sql): Sql {
  return sql(`c.closed_at is null and c.id in (${ids})`, ...values)
}

function inFlow(fact: FlowFact): Sql {
  const { sql: ids, values } = flowRows(fact)
  return sql(`c.id in (${ids})`, ...values)
}
