import { isA } from '../schema/index.js'
import type { BpmnFlowNode } from '../schema/moddle-types.js'
import { graphOf, reachableFrom } from './graph.js'
import type { Graph } from './graph.js'

/** Where a token goes by itself; nothing follows what waits. */
export function automaticNext(graph: Graph): (node: BpmnFlowNode) => readonly BpmnFlowNode[] {
  const automatic = new Map(
    graph.nodes.map(node => [node, isA(node, 'bpmn:StartEvent') || isAutomatic(node)]),
  )
  return node =>
    automatic.get(node) ? graph.outgoing(node).flatMap(flow => (flow.targetRef ? [flow.targetRef] : [])) : []
}

/** Whether a token may pass the node without anybody or anything being waited for. */
function isAutomatic(node: BpmnFlowNode): boolean {
  if (isA(node, 'bpmn:EventBasedGateway')) return false
  if (isA(node, 'bpmn:Gateway') || isA(node, 'bpmn:IntermediateThrowEvent') || node.$type === 'bpmn:Task')
    return true
  if (!isA(node, 'bpmn:SubProcess')) return false
  const graph = graphOf(node)
  if (graph.nodes.length === 0) return true
  const starts = graph.nodes.filter(inner => isA(inner, 'bpmn:StartEvent'))
  return [...reachableFrom(starts, automaticNext(graph))].some(inner => isA(inner, 'bpmn:EndEvent'))
}
