import { isA } from '../schema/index.js'
import type { BpmnFlowNode, BpmnSequenceFlow } from '../schema/moddle-types.js'
import { codeOf } from './error-codes.js'
import { eventType } from './event-type.js'
import { graphOf } from './graph.js'
import type { Graph } from './graph.js'

type Way = readonly BpmnSequenceFlow[]

/** What a token that comes to a node can do next. */
export interface Moves {
  /** Each choice: the flows that get a token. */
  readonly ways: readonly Way[]
  /** The token may also wait for ever, for a message that nobody sends. */
  readonly mayWait: boolean
  /** The whole scope ends. */
  readonly endsAll: boolean
}

/** The choices of a token at the node, whatever the conditions on the flows say. */
export function movesOf(node: BpmnFlowNode, graph: Graph): Moves {
  const flows = graph.outgoing(node)
  const move = (ways: readonly Way[], mayWait = false) => ({ ways, mayWait, endsAll: false })
  if (isA(node, 'bpmn:EndEvent')) {
    return { ways: [[]], mayWait: false, endsAll: ['terminate', 'error'].includes(eventType(node)) }
  }
  if (isA(node, 'bpmn:ExclusiveGateway')) return move(oneEach(flows))
  if (isA(node, 'bpmn:EventBasedGateway')) return move(oneEach(flows), true)
  if (isA(node, 'bpmn:InclusiveGateway')) return move(someOf(flows, node.default))
  if (isA(node, 'bpmn:Activity')) return move(waysOut(node, flows, graph), isA(node, 'bpmn:ReceiveTask'))
  return move([flows], isA(node, 'bpmn:IntermediateCatchEvent') && eventType(node) === 'message')
}

/** Every way out of an activity, with and without what its non-interrupting events set off on the side. */
function waysOut(activity: BpmnFlowNode, flows: Way, graph: Graph): Way[] {
  const events = graph.boundaries(activity)
  const exits = events.filter(event => event.cancelActivity !== false).map(graph.outgoing)
  if (isA(activity, 'bpmn:SubProcess') ? endsNormally(graphOf(activity)) : true) exits.unshift(flows)
  const sides = events.filter(event => event.cancelActivity === false).map(graph.outgoing)
  return exits.flatMap(exit => [
    exit,
    ...sides.map(side => [...exit, ...side]),
    ...(sides.length > 1 ? [[...exit, ...sides.flat()]] : []),
  ])
}

function endsNormally(inner: Graph): boolean {
  const ends = inner.nodes.filter(node => isA(node, 'bpmn:EndEvent'))
  return ends.length === 0 || ends.some(end => codeOf(end, 'error') === undefined)
}

function oneEach(flows: Way): Way[] {
  return flows.map(flow => [flow])
}

/** Every choice of an inclusive gateway; of many flows only one, or all, which is enough to find what is missing. */
function someOf(flows: Way, fallback: BpmnSequenceFlow | undefined): Way[] {
  const chosen = flows.filter(flow => flow !== fallback)
  if (chosen.length > 4) return [...oneEach(flows), chosen]
  const subsets = chosen.reduce<Way[]>((sets, flow) => [...sets, ...sets.map(set => [...set, flow])], [[]])
  return [...subsets.filter(set => set.length > 0), ...(fallback ? [[fallback]] : [])]
}
