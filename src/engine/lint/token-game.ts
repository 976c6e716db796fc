import { isA } from '../schema/index.js'
import type { BpmnFlowNode, BpmnSequenceFlow } from '../schema/moddle-types.js'
import { movesOf } from './moves.js'
import { reachableFrom } from './graph.js'
import type { Graph } from './graph.js'

/** A join at which a case can wait for ever, and a flow by which nothing more will come. */
export interface StuckJoin {
  readonly join: BpmnFlowNode
  readonly missing: BpmnSequenceFlow
}

/** Situations looked at before the game is given up without a verdict; fewer where each of them is large. */
const mostMarkings = 10_000
const mostWork = 1_000_000
/** Tokens on one flow, beyond which a way is not followed: a circle that makes ever more of them. */
const mostTokens = 3

/**
 * Plays the scope through, whatever the conditions say, and finds the parallel joins at which a case can wait for
 * ever. Sub-processes are one step here; they are played by themselves.
 *
 * A marking counts the tokens on each flow. A token’s choices take nothing from any other token, so in each marking
 * only one token’s choices need be followed to find every marking in which nothing can move (a persistent set, in the
 * language of Petri nets): what grows is the number of choices, not of orders in which parallel work can be done.
 */
export function stuckJoins(graph: Graph): readonly StuckJoin[] {
  if (!graph.nodes.some(node => isA(node, 'bpmn:ParallelGateway') && graph.incoming(node).length > 1))
    return []
  const game = prepare(graph)
  const most = Math.min(mostMarkings, mostWork / graph.flows.length)
  const stuck = new Map<BpmnFlowNode, StuckJoin>()
  const seen = new Set<string>()
  const open: Marking[] = [game.begin]
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const key = keyOf(marking)
    if (seen.has(key)) continue
    if (seen.size >= most) break
    seen.add(key)
    const moved = game.step(marking)
    if (moved) open.push(...moved)
    else for (const found of game.waitingForEver(marking)) stuck.set(found.join, found)
  }
  return [...stuck.values()]
}

interface Marking {
  readonly tokens: readonly number[]
  /** Nodes at which a token waits for what may never happen, a message for instance. */
  readonly parked: readonly number[]
}

function prepare(graph: Graph) {
  const indexOfFlow = new Map(graph.flows.map((flow, index) => [flow, index]))
  const indexOfNode = new Map(graph.nodes.map((node, index) => [node, index]))
  const indexes = (flows: readonly BpmnSequenceFlow[]) => flows.map(flow => indexOfFlow.get(flow) ?? 0)
  const incoming = new Map(graph.nodes.map(node => [node, indexes(graph.incoming(node))]))
  const moves = new Map(graph.nodes.map(node => [node, movesOf(node, graph)]))
  const order = orderOf(graph)
  const start = graph.nodes
    .filter(node => isA(node, 'bpmn:StartEvent'))
    .flatMap(node => indexes(graph.outgoing(node)))
  const begin = {
    tokens: add(
      graph.flows.map(() => 0),
      start,
    ),
    parked: [],
  }

  return { begin, step, waitingForEver }

  /** The markings after one token’s choices; undefined when no token can move. */
  function step(marking: Marking): Marking[] | undefined {
    for (const flow of order) {
      const node = graph.flows[flow]?.targetRef
      if (!node || !marking.tokens[flow]) continue
      const taken = isA(node, 'bpmn:ParallelGateway') ? (incoming.get(node) ?? []) : [flow]
      if (!taken.every(index => marking.tokens[index])) continue
      const rest = add(marking.tokens, taken, -1)
      const { ways, mayWait, endsAll } = moves.get(node) ?? { ways: [[]], mayWait: false, endsAll: false }
      if (endsAll) return []
      const after = ways.map(way => ({ tokens: add(rest, indexes(way)), parked: marking.parked }))
      const waiting = {
        tokens: rest,
        parked: [...new Set([...marking.parked, indexOfNode.get(node) ?? 0])].sort(),
      }
      return [...after, ...(mayWait ? [waiting] : [])].filter(({ tokens }) =>
        tokens.every(count => count <= mostTokens),
      )
    }
    return undefined
  }

  /** Nothing moves: the joins for which no waiting token can bring what is missing. */
  function waitingForEver(marking: Marking): StuckJoin[] {
    const waiting = graph.nodes.filter(node =>
      (incoming.get(node) ?? []).some(index => marking.tokens[index]),
    )
    const parked = marking.parked.flatMap(index => graph.nodes[index] ?? [])
    const found = (sources: (join: BpmnFlowNode) => readonly BpmnFlowNode[]) =>
      waiting.flatMap(join => {
        const still = reachableFrom(sources(join), graph.next)
        const missing = graph
          .incoming(join)
          .find(
            flow =>
              !marking.tokens[indexOfFlow.get(flow) ?? 0] && !(flow.sourceRef && still.has(flow.sourceRef)),
          )
        return missing ? [{ join, missing }] : []
      })
    // first those that do not only wait for another stuck join
    const first = found(join => [...parked, ...waiting.filter(other => other !== join)])
    return first.length > 0 ? first : found(() => parked)
  }
}

/** Flows in the order in which their tokens are moved: side ways that end first, circles last. */
function orderOf(graph: Graph): number[] {
  const after = new Map(graph.nodes.map(node => [node, reachableFrom([node], graph.next)]))
  const inCircle = ({ sourceRef, targetRef }: BpmnSequenceFlow) =>
    Boolean(sourceRef && targetRef && after.get(targetRef)?.has(sourceRef))
  const all = [...graph.flows.keys()]
  const circles = new Set(all.filter(index => graph.flows[index] && inCircle(graph.flows[index])))
  return [...all.filter(index => !circles.has(index)), ...circles]
}

function add(tokens: readonly number[], flows: readonly number[], count = 1): readonly number[] {
  const sum = [...tokens]
  for (const flow of flows) sum[flow] = (sum[flow] ?? 0) + count
  return sum
}

function keyOf({ tokens, parked }: Marking): string {
  return `${tokens.join('')}|${parked.join()}`
}
