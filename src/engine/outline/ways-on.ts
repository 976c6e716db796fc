import type { FlowNode, SequenceFlow } from '../definition.js'
import type { WhatIsSaid } from '../read-definition.js'

/** One way on from a step to the next thing that somebody does, waits for or ends with. */
export interface WayOn {
  readonly to: FlowNode
  /** What the branches on the way are called or ask, the first first; nothing where there is no choice. */
  readonly choices: readonly Choice[]
}

/** A branch taken on the way: by its name, else by its condition; neither: what is left when no other fits. */
export interface Choice {
  readonly name?: string
  readonly condition?: string
  readonly otherwise: boolean
}

/** Where it goes on from a node, through all gateways. */
export function waysOn(said: WhatIsSaid, outgoing: Outgoing, from: FlowNode): readonly WayOn[] {
  const ways: WayOn[] = []
  const open = flowsOf(outgoing, from.id).map(flow => ({ flow, choices: [] as readonly Choice[] }))
  const passed = new Set<string>()
  for (let step = open.shift(); step; step = open.shift()) {
    const { flow } = step
    const to = said.nodes.get(flow.to)
    if (!to || passed.has(flow.id)) continue
    passed.add(flow.id)
    const choices = [...step.choices, ...choiceAt(said, outgoing, flow)]
    if (!isGateway(to)) ways.push({ to, choices })
    else open.unshift(...flowsOf(outgoing, to.id).map(next => ({ flow: next, choices })))
  }
  return ways
}

/** Flows by the node they come from. */
export type Outgoing = ReadonlyMap<string, readonly SequenceFlow[]>

export function outgoingOf({ flows }: WhatIsSaid): Outgoing {
  const outgoing = new Map<string, SequenceFlow[]>()
  for (const flow of flows.values()) outgoing.set(flow.from, [...(outgoing.get(flow.from) ?? []), flow])
  return outgoing
}

function flowsOf(outgoing: Outgoing, id: string): readonly SequenceFlow[] {
  return outgoing.get(id) ?? []
}

function choiceAt(said: WhatIsSaid, outgoing: Outgoing, { from, name, condition }: SequenceFlow): Choice[] {
  const node = said.nodes.get(from)
  // what may come of several is told under the question that is drawn, 办理期间随时
  if (node?.type === 'bpmn:EventBasedGateway' && node.name !== node.id && !name)
    return [{ name: node.name, otherwise: false }]
  const type = node?.type
  const isChoice = type === 'bpmn:ExclusiveGateway' || type === 'bpmn:InclusiveGateway'
  if (!isChoice || flowsOf(outgoing, from).length < 2) return name ? [{ name, otherwise: false }] : []
  return [{ ...(name && { name }), ...(condition && { condition }), otherwise: !condition }]
}

function isGateway({ type }: FlowNode): boolean {
  return type.endsWith('Gateway')
}
