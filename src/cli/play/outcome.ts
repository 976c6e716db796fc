import type { Actor } from '../../casework/actor.js'
import { casePage, type CaseDeadlineNow, type Parts } from '../../runtime/index.js'
import type { Promised } from '../../casework/verdict.js'
import type { Instant } from '../../clock.js'
import type { ProcessDefinition } from '../../engine/index.js'
import type { StoredHistoryEntry } from '../../store/index.js'
import type { Arrival } from '../../play/intake.js'
import type { Plan } from './plan.js'

/** How a limit ended. `dropped`: the case took another way; `unreachable`: kept by a letter, nobody answered the phone. */
export type LimitResult = 'kept' | 'missed' | 'unreachable' | 'dropped' | 'open'

/** What happened to one case. */
export interface CaseOutcome {
  readonly no: number
  readonly number: string | null
  readonly item: string
  readonly verdict: string | null
  readonly cause: string | null
  readonly recurrence: string
  /** The activities and events it passed, in order. */
  readonly path: readonly { readonly id: string; readonly name: string }[]
  readonly deadlines: readonly {
    readonly activityId: string
    readonly name: string
    readonly kind: string
    readonly promise: Promised | null
    readonly dueOn: string
    readonly provisional: boolean
    readonly result: LimitResult
  }[]
  readonly cards: readonly { readonly level: 'yellow' | 'red'; readonly name: string; readonly at: Instant }[]
  readonly supervisions: number
  readonly outcome: string | null
  readonly satisfaction: number | null
  /** The end event’s id, `consultation`, or `refused`; null for a case that has not ended. */
  readonly end: string | null
  readonly ending: string | null
  readonly endedAt: Instant | null
  /** Where it stands when it has not ended. */
  readonly standsAt: readonly string[]
  readonly troubles: readonly string[]
}

/** Reads what happened to a case out of the store, as its page would. */
export async function outcomeOf(
  parts: Parts,
  reader: Actor,
  { script }: Plan,
  arrival: Arrival | undefined,
  troubles: readonly string[],
): Promise<CaseOutcome> {
  if (arrival?.kind !== 'case')
    return { ...nothing, no: script.no, item: script.item, ...notRegistered(arrival) }
  const { detail, deadlines, ending, openTasks, supervisions } = await casePage(parts, reader, arrival.number)
  const definition = await parts.definitions.byId(detail.definitionId ?? 0)
  const history = await parts.store.read.history.ofInstance(detail.instanceId ?? 0)
  const cards = await parts.store.read.deadlines.cards(deadlines.map(one => one.id))
  const names = new Map(deadlines.map(one => [one.id, one.name]))
  const { number, itemName, verdict, cause, recurrence, outcome, satisfaction, endEvent, closedAt } = detail
  return {
    no: script.no,
    number,
    item: itemName,
    verdict,
    cause,
    recurrence,
    path: pathOf(definition, history),
    deadlines: deadlines.map(one => ({
      activityId: one.activityId,
      name: one.name,
      kind: one.kind,
      promise: one.promise,
      dueOn: one.dueOn,
      provisional: one.provisional,
      result: resultOf(one, detail.contactFailed),
    })),
    cards: cards
      .map(({ deadlineId, level, firedAt }) => ({ level, name: names.get(deadlineId) ?? '', at: firedAt }))
      .sort((one, other) => (one.at < other.at ? -1 : 1)),
    supervisions: supervisions.length,
    outcome,
    satisfaction,
    end: endEvent,
    ending,
    endedAt: closedAt,
    standsAt: openTasks.map(task => task.name),
    troubles,
  }
}

const nothing = {
  number: null,
  verdict: null,
  cause: null,
  recurrence: 'no',
  path: [],
  deadlines: [],
  cards: [],
  supervisions: 0,
  outcome: null,
  satisfaction: null,
  endedAt: null,
  standsAt: [],
} as const

function notRegistered(arrival: Arrival | undefined) {
  if (arrival?.kind === 'consultation') return { end: 'consultation', ending: null, troubles: [] }
  return { end: 'refused', ending: null, troubles: arrival?.kind === 'refused' ? [arrival.reason] : [] }
}

function resultOf(
  { closedAt, firedAt, completed, promise }: CaseDeadlineNow,
  contactFailed: boolean,
): LimitResult {
  if (firedAt !== null) return 'missed'
  if (closedAt === null) return 'open'
  if (!completed) return 'dropped'
  return promise === 'phoneReply' && contactFailed ? 'unreachable' : 'kept'
}

/** What was done and reached, by name; gateways, and limits that only remind, are no stations. */
function pathOf(definition: ProcessDefinition, history: readonly StoredHistoryEntry[]): CaseOutcome['path'] {
  const passed = history
    .filter(entry => entry.kind === 'process.moved')
    .flatMap(entry => (entry.data?.passed as readonly string[] | undefined) ?? [])
    .map(step => step.split(' '))
  return passed.flatMap(([kind, id = '']) => {
    const node = kind === 'completed' ? definition.nodes.get(id) : undefined
    if (!node || node.name === node.id || node.interrupting === false) return []
    return /Task$|Event$/.test(node.type) ? [{ id, name: node.name }] : []
  })
}
