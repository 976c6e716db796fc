import { isA } from '../schema/index.js'
import type { BpmnFlowNode, BpmnScope } from '../schema/moddle-types.js'
import { graphOf, isScope } from './graph.js'
import type { Graph } from './graph.js'

/**
 * The nodes that a case can come to without having left any node that `settles`. A parallel join waits for all its
 * ways, so it is come to without only when every way comes without; a sub-process is gone through from its start to
 * its ends, and left earlier by the events on its border.
 *
 * @param stops a node that is come to, and behind which nothing more is looked for
 */
export function reachedWithout(
  process: BpmnScope,
  settles: (node: BpmnFlowNode) => boolean,
  stops: (node: BpmnFlowNode) => boolean = () => false,
): ReadonlySet<BpmnFlowNode> {
  const reached = new Set<BpmnFlowNode>()
  const arrivals = new Map<BpmnFlowNode, number>()
  const graphs = new Map<BpmnScope, Graph>()
  const graphIn = (scope: BpmnScope) => {
    const graph = graphs.get(scope) ?? graphOf(scope)
    graphs.set(scope, graph)
    return graph
  }
  const open: BpmnFlowNode[] = []
  const arrive = (node: BpmnFlowNode) => {
    if (reached.has(node)) return
    const count = (arrivals.get(node) ?? 0) + 1
    arrivals.set(node, count)
    if (isA(node, 'bpmn:ParallelGateway') && count < (around(node)?.incoming(node).length ?? 0)) return
    reached.add(node)
    open.push(node)
  }
  const around = ({ $parent }: BpmnFlowNode) =>
    isA($parent, 'bpmn:FlowElementsContainer') ? graphIn($parent) : undefined
  const begin = (scope: BpmnScope) => {
    for (const node of graphIn(scope).nodes) if (isA(node, 'bpmn:StartEvent')) arrive(node)
  }
  const left = new Set<BpmnFlowNode>()
  const leave = (node: BpmnFlowNode) => {
    if (left.has(node) || settles(node)) return
    left.add(node)
    for (const { targetRef } of around(node)?.outgoing(node) ?? []) if (targetRef) arrive(targetRef)
    // where an end is come to, the sub-process around it can be left
    const parent = node.$parent
    if (isA(node, 'bpmn:EndEvent') && isA(parent, 'bpmn:SubProcess')) leave(parent)
  }

  begin(process)
  for (let node = open.pop(); node; node = open.pop()) {
    if (stops(node)) continue
    for (const event of around(node)?.boundaries(node) ?? []) arrive(event)
    if (isScope(node) && graphIn(node).nodes.length > 0) begin(node)
    else leave(node)
  }
  return reached
}
