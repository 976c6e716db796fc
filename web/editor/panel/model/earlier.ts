import { isA } from '../../../../src/engine/schema/index.js'
import type { BpmnFlowNode, BpmnUserTask, ModdleElement } from '../../../../src/engine/schema/moddle-types.js'
import { arriving, nodesWithin, scopeOf } from './steps.js'

/**
 * The steps whose answers may be there when an element is reached, the nearest first: backwards along the flows, out of
 * sub-processes and through those that were passed. A step in a loop comes before itself.
 */
export function earlierTasks(element: ModdleElement): readonly BpmnUserTask[] {
  const seen = new Set<BpmnFlowNode>()
  const queue = [...before(element)]
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (isA(node, 'bpmn:SubProcess')) for (const inner of nodesWithin(node)) seen.add(inner)
    queue.push(...before(node))
  }
  return [...seen].filter(node => isA(node, 'bpmn:UserTask'))
}

function before(element: ModdleElement): readonly BpmnFlowNode[] {
  if (isA(element, 'bpmn:SequenceFlow')) return element.sourceRef ? [element.sourceRef] : []
  if (isA(element, 'bpmn:BoundaryEvent')) return element.attachedToRef ? [element.attachedToRef] : []
  if (!isA(element, 'bpmn:FlowNode')) return []
  const sources = arriving(element).flatMap(({ sourceRef }) => sourceRef ?? [])
  const around = scopeOf(element)
  // what comes first in a sub-process comes after what comes before the sub-process
  return sources.length === 0 && isA(around, 'bpmn:SubProcess') ? before(around) : sources
}
