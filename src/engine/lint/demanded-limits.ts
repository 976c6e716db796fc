import { isA } from '../schema/index.js'
import type {
  BpmnBoundaryEvent,
  BpmnFlowNode,
  BpmnProcess,
  BpmnTimerEventDefinition,
} from '../schema/moddle-types.js'
import type { DemandedLimit } from './demands.js'
import { parseDuration } from './iso8601.js'
import { nodesWithin, notes } from './noted-facts.js'
import { timerOf } from './timer-of.js'

/** The timer that says it keeps the promise, on an activity’s border; undefined where none does. */
export function keeperOf(process: BpmnProcess, { promise }: DemandedLimit): Keeper | undefined {
  for (const event of nodesWithin(process)) {
    const timer = isA(event, 'bpmn:BoundaryEvent') ? timerOf(event) : undefined
    if (timer?.promise === promise && isA(event, 'bpmn:BoundaryEvent')) return { event, timer }
  }
  return undefined
}

export interface Keeper {
  readonly event: BpmnBoundaryEvent
  readonly timer: BpmnTimerEventDefinition
}

/** The whole days of a limit; undefined where it is no number of days. */
export function daysOf({ timeDuration }: BpmnTimerEventDefinition): number | undefined {
  const duration = parseDuration(timeDuration?.body?.trim() ?? '')
  if (!duration || duration.hasTime || duration.years > 0 || duration.months > 0 || duration.weeks > 0)
    return undefined
  return duration.days
}

/** The steps at which what the limit covers is noted, and that its activity neither is nor holds. */
export function uncovered(
  process: BpmnProcess,
  { event: { attachedToRef: host } }: Pick<Keeper, 'event'>,
  { covers }: DemandedLimit,
): readonly BpmnFlowNode[] {
  const inside = new Set(host ? [host, ...(isA(host, 'bpmn:SubProcess') ? nodesWithin(host) : [])] : [])
  return stepsOf(process, covers).filter(node => !inside.has(node))
}

/** Where a limit belongs: the smallest activity that is, or holds, every step that it must cover. */
export function placeFor(process: BpmnProcess, { covers }: DemandedLimit): BpmnFlowNode | undefined {
  const steps = stepsOf(process, covers)
  if (steps.length === 0) return undefined
  const [first, ...others] = steps.map(around)
  return first?.find(activity => others.every(activities => activities.includes(activity)))
}

function stepsOf(process: BpmnProcess, covers: DemandedLimit['covers']): readonly BpmnFlowNode[] {
  return nodesWithin(process).filter(node => covers.some(({ fact }) => notes(node, fact)))
}

/** The activity itself and those around it, the innermost first. */
function around(node: BpmnFlowNode): readonly BpmnFlowNode[] {
  const { $parent } = node
  return [
    ...(isA(node, 'bpmn:Activity') ? [node] : []),
    ...(isA($parent, 'bpmn:SubProcess') ? around($parent) : []),
  ]
}
