import type { FlowNode } from '../definition.js'
import type { WhatIsSaid } from '../read-definition.js'

/**
 * All nodes as one would read them: along the flow, what is behind a branch after the branch, a limit after what it
 * limits, the inside of a sub-process after it. A way back does not count as a way on.
 */
export function inFlowOrder(said: WhatIsSaid): readonly FlowNode[] {
  const byScope = new Map<string | undefined, FlowNode[]>()
  for (const node of said.nodes.values())
    byScope.set(node.parentId, [...(byScope.get(node.parentId) ?? []), node])
  const onFrom = successors(said)

  const ordered = (scope: string | undefined): FlowNode[] => {
    const nodes = byScope.get(scope) ?? []
    const seen = new Set<string>()
    const inOrder = startsFirst(nodes).flatMap(start => walk(start, said, onFrom, seen).reverse())
    return inOrder.flatMap(node => [node, ...ordered(node.id)])
  }
  return ordered(undefined)
}

/** Depth first without recursion: a flow may be ten thousand nodes long. A node is noted when all behind it were. */
function walk(
  start: FlowNode,
  said: WhatIsSaid,
  onFrom: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): FlowNode[] {
  if (seen.has(start.id)) return []
  const backwards: FlowNode[] = []
  seen.add(start.id)
  const open = [{ node: start, next: [...(onFrom.get(start.id) ?? [])] }]
  for (let at = open.at(-1); at; at = open.at(-1)) {
    // the last first: what is noted first is read last
    const node = said.nodes.get(at.next.pop() ?? '')
    if (node && !seen.has(node.id)) {
      seen.add(node.id)
      open.push({ node, next: [...(onFrom.get(node.id) ?? [])] })
    } else if (at.next.length === 0) {
      backwards.push(at.node)
      open.pop()
    }
  }
  return backwards
}

function successors({ nodes, flows }: WhatIsSaid): ReadonlyMap<string, readonly string[]> {
  const onFrom = new Map<string, string[]>()
  const add = (from: string, to: string) => onFrom.set(from, [...(onFrom.get(from) ?? []), to])
  for (const { id, attachedTo } of nodes.values()) if (attachedTo) add(attachedTo, id)
  for (const { from, to } of flows.values()) add(from, to)
  return onFrom
}

function startsFirst(nodes: readonly FlowNode[]): FlowNode[] {
  const isStart = ({ type }: FlowNode) => type === 'bpmn:StartEvent'
  return [...nodes.filter(isStart), ...nodes.filter(node => !isStart(node))]
}
