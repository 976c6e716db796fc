import { isA } from '../schema/index.js'
import type { BpmnFlowNode, BpmnProcess, BpmnSequenceFlow, ModdleElement } from '../schema/moddle-types.js'
import { choicesOf } from './choices.js'
import { membershipsIn } from './facts-named.js'
import { nodesWithin, surelyNotes } from './noted-facts.js'
import { reachedWithout } from './without.js'

/** How a gateway’s conditions share out the values of one choice. */
export interface Coverage {
  /** What the fact is called. */
  readonly label: string
  /** What people see of the values for which no condition is true. */
  readonly left: readonly string[]
  /** Whether the fact is surely known when the gateway is come to. */
  readonly known: boolean
}

/**
 * Where all conditions of a gateway ask for values of the same choice, and nothing else: which values none of them
 * takes. Undefined where they ask for more, so that nobody can say from the diagram alone.
 */
export function coverageOf(gateway: BpmnFlowNode, flows: readonly BpmnSequenceFlow[]): Coverage | undefined {
  const process = processAround(gateway)
  const asked = flows.map(({ conditionExpression }) => membershipsIn(conditionExpression?.body ?? ''))
  const found = asked.flatMap(each => each.found)
  const fact = found[0]?.fact
  if (!process || fact === undefined || !asked.every(({ areAll }) => areAll)) return undefined
  const choice = choicesOf(nodesWithin(process)).get(fact)
  if (!choice || found.some(each => each.fact !== fact)) return undefined
  const taken = new Set(found.flatMap(({ values }) => values))
  return {
    label: choice.label,
    left: [...choice.values].flatMap(([value, name]) => (taken.has(value) ? [] : [name])),
    known: !reachedWithout(process, node => surelyNotes(node, fact)).has(gateway),
  }
}

function processAround(element: ModdleElement): BpmnProcess | undefined {
  let at: ModdleElement | undefined = element
  while (at && !isA(at, 'bpmn:Process')) at = at.$parent
  return isA(at, 'bpmn:Process') ? at : undefined
}
