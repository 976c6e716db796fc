import { isA } from '../schema/index.js'
import type {
  BpmnBoundaryEvent,
  BpmnFlowNode,
  BpmnScope,
  BpmnSequenceFlow,
  ModdleElement,
} from '../schema/moddle-types.js'

/** Whether the element holds flow nodes that are run: a process, or a sub-process of the plain kind. */
export function isScope(element: ModdleElement): element is BpmnScope {
  return isA(element, 'bpmn:Process') || (element.$type === 'bpmn:SubProcess' && !isEventSubProcess(element))
}

function isEventSubProcess(element: ModdleElement): boolean {
  return isA(element, 'bpmn:SubProcess') && element.triggeredByEvent === true
}

/** The flow nodes of one scope (a process or a sub-process, not what is nested deeper) and how they are joined. */
export interface Graph {
  readonly nodes: readonly BpmnFlowNode[]
  /** Flows whose both ends are in this scope. */
  readonly flows: readonly BpmnSequenceFlow[]
  readonly outgoing: (node: BpmnFlowNode) => readonly BpmnSequenceFlow[]
  readonly incoming: (node: BpmnFlowNode) => readonly BpmnSequenceFlow[]
  /** The events on an activity’s border. */
  readonly boundaries: (activity: BpmnFlowNode) => readonly BpmnBoundaryEvent[]
  /** Where a token at the node can come next: by its flows, or by an event on its border. */
  readonly next: (node: BpmnFlowNode) => readonly BpmnFlowNode[]
}

/**
 * Reads the graph from the flows’ own ends. The lists of incoming and outgoing flows on the nodes are optional in
 * BPMN, some tools leave them out and bpmn-engine does not look at them.
 */
export function graphOf(scope: BpmnScope): Graph {
  const nodes = (scope.flowElements ?? []).filter(element => isA(element, 'bpmn:FlowNode'))
  const here = new Set<BpmnFlowNode>(nodes)
  const outgoing = new Map<BpmnFlowNode, BpmnSequenceFlow[]>()
  const incoming = new Map<BpmnFlowNode, BpmnSequenceFlow[]>()
  const boundaries = new Map<BpmnFlowNode, BpmnBoundaryEvent[]>()
  const flows: BpmnSequenceFlow[] = []

  for (const element of scope.flowElements ?? []) {
    if (isA(element, 'bpmn:SequenceFlow')) {
      const { sourceRef, targetRef } = element
      if (!sourceRef || !targetRef || !here.has(sourceRef) || !here.has(targetRef)) continue
      flows.push(element)
      add(outgoing, sourceRef, element)
      add(incoming, targetRef, element)
    }
    if (isA(element, 'bpmn:BoundaryEvent') && element.attachedToRef) {
      add(boundaries, element.attachedToRef, element)
    }
  }

  const outgoingOf = (node: BpmnFlowNode) => outgoing.get(node) ?? []
  const boundariesOf = (node: BpmnFlowNode) => boundaries.get(node) ?? []
  return {
    nodes,
    flows,
    outgoing: outgoingOf,
    incoming: node => incoming.get(node) ?? [],
    boundaries: boundariesOf,
    next: node => [
      ...outgoingOf(node).flatMap(flow => (flow.targetRef ? [flow.targetRef] : [])),
      ...boundariesOf(node),
    ],
  }
}

/** Everything that can be come to from the given nodes, themselves included. */
export function reachableFrom(
  from: Iterable<BpmnFlowNode>,
  next: (node: BpmnFlowNode) => readonly BpmnFlowNode[],
): Set<BpmnFlowNode> {
  const seen = new Set(from)
  for (const node of seen) for (const reached of next(node)) seen.add(reached)
  return seen
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V) {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
