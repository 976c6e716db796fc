import type { FlowNode } from '../definition.js'
import { UnreadableDiagramError } from '../errors.js'
import { processesOf, readProcess } from '../read-definition.js'
import type { WhatIsSaid } from '../read-definition.js'
import { readRoot } from '../read-diagram.js'
import { inFlowOrder } from './order.js'
import { phasesOf } from './phases.js'
import { outgoingOf, waysOn } from './ways-on.js'
import type { WayOn } from './ways-on.js'

export type { WayOn } from './ways-on.js'

/** A diagram told from the beginning to the end, for people to read. */
export interface Outline {
  readonly key: string
  readonly name: string
  readonly documentation: string
  readonly phases: readonly OutlinePhase[]
}

/** Steps under one heading: a group’s frame in the drawing, else the lane. */
export interface OutlinePhase {
  readonly name: string
  readonly steps: readonly OutlineStep[]
}

/** Something that is done, waited for, or ends: everything but gateways and the events at a step’s border. */
export interface OutlineStep {
  readonly node: FlowNode
  /** The sub-process it stands in. */
  readonly within: string | null
  /** What happens at its border: limits, and what else may come while it lasts. */
  readonly border: readonly { readonly node: FlowNode; readonly next: readonly WayOn[] }[]
  readonly next: readonly WayOn[]
}

/** @throws UnreadableDiagramError */
export async function outlineOf(xml: string): Promise<Outline> {
  const root = await readRoot(xml)
  const process = processesOf(root).find(one => one.isExecutable === true)
  const said = process && readProcess(process)
  if (!process || !said) throw new UnreadableDiagramError('文件中没有可执行的流程。')
  const nodes = inFlowOrder(said)
  const drawn = phasesOf(root)
  const steps = stepsOf(said, nodes)
  const phases = new Map<string, OutlineStep[]>(drawn.names.map(name => [name, []]))
  let last = ''
  for (const step of steps) {
    last = drawn.of.get(step.node.id) ?? (drawn.names.length > 0 ? last : (step.node.lane ?? last))
    phases.set(last, [...(phases.get(last) ?? []), step])
  }
  return {
    key: said.key,
    name: said.name,
    documentation: (process.documentation ?? []).map(({ text }) => text ?? '').join('\n'),
    phases: [...phases].filter(([, of]) => of.length > 0).map(([name, of]) => ({ name, steps: of })),
  }
}

function stepsOf(said: WhatIsSaid, nodes: readonly FlowNode[]): OutlineStep[] {
  const outgoing = outgoingOf(said)
  const next = (node: FlowNode) => waysOn(said, outgoing, node)
  return nodes
    .filter(({ type, attachedTo }) => !type.endsWith('Gateway') && attachedTo === undefined)
    .map(node => ({
      node,
      within: node.parentId === undefined ? null : (said.nodes.get(node.parentId)?.name ?? null),
      border: nodes.filter(one => one.attachedTo === node.id).map(one => ({ node: one, next: next(one) })),
      next: next(node),
    }))
}
