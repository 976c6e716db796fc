import type { LedgerChoice, MissingColumn } from '../../runtime/index.js'
import { flowPeriodOf, type LedgerQuery } from './ledger-query.js'

/** What an address of the ledger asks, as the runtime takes it. */
export function choiceOfQuery(query: LedgerQuery): LedgerChoice {
  const { window, lead, stage, verdict, cause, outcome, satisfaction, flow, step, barrier } = query
  const period = flowPeriodOf(query)
  const missing: readonly [MissingColumn, unknown][] = [
    ['window', window],
    ['department', lead],
    ['failedStage', stage],
    ['verdict', verdict],
    ['cause', cause],
    ['outcome', outcome],
    ['satisfaction', satisfaction],
  ]
  return {
    status: query.status ?? undefined,
    departmentId: query.department,
    leadId: given(lead),
    placeId: query.place,
    windowId: given(window),
    channel: query.channel ?? undefined,
    failedStage: given(stage),
    itemId: query.item ?? undefined,
    itemKey: query.called ?? undefined,
    card: query.card ?? undefined,
    dueOn: query.due ?? undefined,
    verdict: given(verdict),
    ...(cause !== null && cause.length === 1 ? { causeGroup: cause } : { cause: given(cause) }),
    from: query.from ?? undefined,
    to: query.to ?? undefined,
    promisedFrom: query.dueFrom ?? undefined,
    promisedTo: query.dueTo ?? undefined,
    closedFrom: query.closedFrom ?? undefined,
    closedTo: query.closedTo ?? undefined,
    standing: query.onTime ?? undefined,
    outcome: given(outcome),
    satisfaction: given(satisfaction),
    recurrence: query.recurrence ?? undefined,
    hiddenBarrier: barrier === null ? undefined : barrier === 'yes',
    missing: missing.filter(([, value]) => value === 'none').map(([column]) => column),
    flow: flow !== null && period !== null ? { kind: flow, activityId: step, ...period } : undefined,
    text: query.words,
  }
}

function given<Value extends string | number>(value: Value | null): Exclude<Value, 'none'> | undefined {
  return value === null || value === 'none' ? undefined : (value as Exclude<Value, 'none'>)
}
