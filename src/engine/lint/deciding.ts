import { isA } from '../schema/index.js'
import type { BpmnFlowNode } from '../schema/moddle-types.js'
import type { Graph } from './graph.js'

/** Whether the node is a gateway that chooses by conditions: exclusive or inclusive, with a choice to make. */
export function isDeciding(node: BpmnFlowNode, graph: Graph): boolean {
  if (!isA(node, 'bpmn:ExclusiveGateway') && !isA(node, 'bpmn:InclusiveGateway')) return false
  const flows = graph.outgoing(node)
  return flows.length > 1 || flows.some(flow => flow.conditionExpression !== undefined)
}
