import { readFileSync } from 'node:fs'
// @ts-expect-error bpmn-moddle 9 ships no types
import BpmnModdleUntyped from 'bpmn-moddle'
import { moddleExtensions } from '../../src/engine/schema/index.js'

const BpmnModdle = BpmnModdleUntyped as new (packages: unknown) => {
  fromXML(xml: string): Promise<{ rootElement: Element; warnings: { message: string }[] }>
  toXML(element: Element, options: { format: boolean }): Promise<{ xml: string }>
}

/** An element as bpmn-moddle reads it; only what these tests look at. */
interface Element {
  readonly $type: string
  readonly id: string
  readonly name?: string
  readonly rootElements?: Element[]
  readonly flowElements?: Element[]
  readonly artifacts?: Element[]
  readonly participants?: Element[]
  readonly laneSets?: { lanes: Element[] }[]
  readonly flowNodeRef?: Element[]
  readonly documentation?: { text: string }[]
  readonly diagrams?: { plane: { planeElement: Drawn[] } }[]
  readonly incoming?: Element[]
  readonly outgoing?: Element[]
  readonly sourceRef?: Element
  readonly targetRef?: Element
  readonly attachedToRef?: Element
  readonly $instanceOf: (type: string) => boolean
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A shape or an edge of the diagram. */
export interface Drawn {
  readonly $type: string
  readonly bpmnElement: Element
  readonly bounds?: Box
  readonly label?: { bounds?: Box }
  readonly waypoint?: { x: number; y: number }[]
  readonly isExpanded?: boolean
  readonly isHorizontal?: boolean
  readonly isMarkerVisible?: boolean
}

/** The models that the office starts with. */
export const modelNames = ['banbuchengshi', 'quarterly-report'] as const

export function xmlOf(name: (typeof modelNames)[number]): string {
  return readFileSync(new URL(`../../processes/${name}.bpmn`, import.meta.url), 'utf8')
}

export function parse(xml: string): Promise<{ rootElement: Element; warnings: { message: string }[] }> {
  return new BpmnModdle(moddleExtensions).fromXML(xml)
}

/** As an editor saves it. */
export async function saved(root: Element): Promise<string> {
  return (await new BpmnModdle(moddleExtensions).toXML(root, { format: true })).xml
}

export type Model = Awaited<ReturnType<typeof readModel>>

/** A model read: its elements by kind, and its drawing. */
export async function readModel(name: (typeof modelNames)[number]) {
  const { rootElement: root } = await parse(xmlOf(name))
  const process = root.rootElements!.find(element => element.$type === 'bpmn:Process')!
  const collaboration = root.rootElements!.find(element => element.$type === 'bpmn:Collaboration')!
  const flowElements = within(process)
  return {
    process,
    collaboration,
    lanes: process.laneSets![0]!.lanes,
    nodes: flowElements.filter(element => element.$instanceOf('bpmn:FlowNode')),
    flows: flowElements.filter(element => element.$type === 'bpmn:SequenceFlow'),
    artifacts: [...(process.artifacts ?? []), ...(collaboration.artifacts ?? [])],
    drawn: root.diagrams![0]!.plane.planeElement,
  }
}

function within(scope: Element): Element[] {
  return (scope.flowElements ?? []).flatMap(element => [element, ...within(element)])
}
