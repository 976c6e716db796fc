import { addDays, lengthOfDay, startOfDay, workingTimes } from '../../calendar/index.js'
import type { LocalDate, WorkCalendar } from '../../calendar/index.js'
import { caseProcess } from '../cases.js'
import type { FlowCount, FlowFact, FlowKind, FlowPeriod } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** Of each node at most so many completions of a period, the newest: a sample that large moves no percentile. */
const newest = 500

/** Ways back: what the procedure does again. */
export const WAYS_BACK = [
  'rectificationReturned',
  'disputed',
  'notOurs',
  'givenBack',
  'reassigned',
] as const satisfies readonly FlowKind[]

/** Days of the office, both included. */
export interface FlowDays {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What a node took, in milliseconds of open office. */
export interface FlowTimes {
  /** half of the steps took no longer */
  readonly median: number
  /** nine of ten took no longer */
  readonly ninetieth: number
  /** of how many steps */
  readonly of: number
}

/** A node of the procedure in a period. */
export interface FlowNode {
  readonly id: string
  readonly name: string
  readonly done: FlowCount
  readonly times: FlowTimes | null
  /** open there at the end of the period */
  readonly waiting: FlowCount
  /** how long those have waited by then */
  readonly waited: FlowTimes | null
}

/** The procedure in a period: what each node did and took, and how often it went back. */
export interface Flow extends FlowDays {
  readonly nodes: readonly FlowNode[]
  readonly back: readonly (FlowCount & { readonly kind: (typeof WAYS_BACK)[number] })[]
}

/** Periods of the procedure side by side, with its diagram. */
export interface FlowPage {
  readonly definitionId: number
  readonly periods: readonly Flow[]
  /** the length of a working day, in milliseconds */
  readonly dayLength: number
}

/** Reads these periods of the procedure of cases. Null before a procedure is deployed. */
export async function flow(
  parts: Pick<Parts, 'store' | 'calendars' | 'definitions' | 'clock'>,
  periods: readonly FlowDays[],
): Promise<FlowPage | null> {
  const inForce = await parts.store.read.definitions.latest(caseProcess)
  if (!inForce) return null
  const { nodes } = await parts.definitions.byId(inForce.id)
  const activities = [...nodes.values()].filter(node => node.userTask).map(({ id, name }) => ({ id, name }))
  const calendar = await parts.calendars.current(parts.store.read)
  const flows: Flow[] = []
  for (const days of periods) flows.push(await flowOf(parts, activities, days, calendar))
  return { definitionId: inForce.id, periods: flows, dayLength: lengthOfDay(calendar.hours) }
}

async function flowOf(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  activities: readonly { readonly id: string; readonly name: string }[],
  days: FlowDays,
  calendar: WorkCalendar,
): Promise<Flow> {
  const now = clock.now()
  const period: FlowPeriod = { from: startOfDay(days.from), until: startOfDay(addDays(days.to, 1)) }
  // of a period that is not over, what waits has waited until now
  const end = period.until < now ? period.until : now
  const facts: FlowFact[] = [
    ...activities.map(({ id }): FlowFact => ({ kind: 'done', activityId: id, ...period })),
    ...activities.map(({ id }): FlowFact => ({ kind: 'waiting', activityId: id, ...period })),
    ...WAYS_BACK.map((kind): FlowFact => ({ kind, activityId: null, ...period })),
  ]
  const counts = await store.views.flowCounts(facts)
  const activityIds = activities.map(({ id }) => id)
  const done = await store.views.completions({
    ...{ definitionKey: caseProcess, activityIds, limit: newest },
    ...{ since: period.from, until: period.until },
  })
  const open = await store.views.flowWaiting(activityIds, { until: period.until, limit: newest })
  const took = timesByActivity(calendar, done)
  const waited = timesByActivity(
    calendar,
    open.map(one => ({ ...one, closedAt: end })),
  )
  const none: FlowCount = { times: 0, cases: 0 }
  return {
    ...days,
    nodes: activities.map(({ id, name }, index) => ({
      ...{ id, name },
      done: counts[index] ?? none,
      times: took.get(id) ?? null,
      waiting: counts[activities.length + index] ?? none,
      waited: waited.get(id) ?? null,
    })),
    back: WAYS_BACK.map((kind, index) => ({ kind, ...(counts[2 * activities.length + index] ?? none) })),
  }
}

function timesByActivity(
  calendar: WorkCalendar,
  spans: readonly { readonly activityId: string; readonly openedAt: string; readonly closedAt: string }[],
): ReadonlyMap<string, FlowTimes> {
  const times = workingTimes(
    calendar,
    spans.map(({ openedAt, closedAt }) => ({ from: openedAt, until: closedAt })),
  )
  const byActivity = new Map<string, number[]>()
  for (const [index, { activityId }] of spans.entries()) {
    const known = byActivity.get(activityId) ?? []
    known.push(times[index] ?? 0)
    byActivity.set(activityId, known)
  }
  return new Map([...byActivity].map(([id, all]) => [id, flowTimes(all)]))
}

/** The two percentiles of these times, each one that occurred: the smallest that so many did not exceed. */
export function flowTimes(times: readonly number[]): FlowTimes {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { median: at(0.5), ninetieth: at(0.9), of: sorted.length }
}
