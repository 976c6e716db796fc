import { isA } from '../schema/index.js'
import type { BpmnLane, BpmnScope, ModdleElement } from '../schema/moddle-types.js'
import type { NamedElement, Value } from './change.js'
import { containers, leavesOf } from './leaves.js'
import type { Leaf } from './leaves.js'

/** One element with a life of its own: how it is called, and all that it says. */
export interface ComparedElement {
  readonly id: string
  readonly named: NamedElement
  /** By path; a value with what it refers to by name. */
  readonly facts: ReadonlyMap<string, Value>
}

/** Every element of a model that is compared for itself, by id, in the order of the file. */
export function elementsOf(root: ModdleElement): ReadonlyMap<string, ComparedElement> {
  const lanes = lanesOf(root)
  const found = new Map<string, ComparedElement>()
  const visit = (element: ModdleElement, id: string, parent: string) => {
    found.set(free(found, id), comparedElement(element, id, parent, lanes))
    for (const [index, child] of children(element).entries()) visit(child, idOf(child, id, index), id)
  }
  visit(root, definitions, '')
  return found
}

/** The file itself, and the process that runs: their ids are facts about them, not what tells them apart. */
export const definitions = '$definitions'
export const theProcess = '$process'

function idOf(element: ModdleElement, parent: string, index: number): string {
  if (isA(element, 'bpmn:Process') && element.isExecutable === true) return theProcess
  // only frames, of which a file or a process has one: another tool names them otherwise, and nobody means anything by it
  if (isA(element, 'bpmn:Collaboration') || isA(element, 'bpmn:LaneSet')) return `${parent}/${element.$type}`
  return element.id ?? `${parent}/${element.$type}#${index}`
}

function comparedElement(
  element: ModdleElement,
  id: string,
  parent: string,
  lanes: ReadonlyMap<string, Value>,
): ComparedElement {
  const facts = new Map<string, Value>()
  const put = (path: string, value: Value | undefined) => value && facts.set(path, value)
  put('$type', { text: element.$type })
  if (id === theProcess) put('$key', { text: element.id ?? '' })
  if (isA(element, 'bpmn:FlowElement')) put('$parent', referenced(element.$parent, parent))
  put('$lane', lanes.get(id))
  for (const leaf of leavesOf(element)) put(leaf.path, valueOf(leaf))
  for (const [path, value] of choicesInOrder(element)) put(path, value)
  return { id, named: namedElement(element, id), facts: withLimit(facts) }
}

function namedElement(element: ModdleElement, id: string): NamedElement {
  const type = element.$type
  const base = { id, type, name: nameOf(element), home: id }
  if (isA(element, 'bpmn:SequenceFlow')) {
    const [from, to] = [element.sourceRef?.id, element.targetRef?.id]
    return { ...base, home: from ?? id, ...(from && { from }), ...(to && { to }) }
  }
  if (!isA(element, 'bpmn:Event')) return base
  const event = element.eventDefinitions?.[0]?.$type
  const attached = isA(element, 'bpmn:BoundaryEvent') ? element.attachedToRef?.id : undefined
  return { ...base, home: attached ?? id, ...(event && { event }) }
}

function valueOf({ value, refers }: Leaf): Value {
  if (!refers) return { text: value }
  return { text: value, name: refers.map(called).join('、') }
}

function referenced(element: ModdleElement | undefined, id: string): Value {
  return { text: id, name: element ? called(element) : '' }
}

/** By name, else by id; a flow by where it leads, which is what is meant by it. */
function called(element: ModdleElement): string {
  if (isA(element, 'bpmn:SequenceFlow')) return element.targetRef ? called(element.targetRef) : ''
  return nameOf(element) || (element.id ?? '')
}

function nameOf(element: ModdleElement): string {
  const { name, value } = element as { readonly name?: unknown; readonly value?: unknown }
  const given = typeof name === 'string' ? name : typeof value === 'string' ? value : ''
  return given.replace(/\s+/g, ' ').trim()
}

/** Conditions are asked in the order of the file, so where several lead on from a gateway their order is said. */
function choicesInOrder(element: ModdleElement): [string, Value][] {
  if (!isA(element, 'bpmn:FlowElementsContainer')) return []
  const bySource = new Map<string, string[]>()
  for (const flow of element.flowElements ?? []) {
    if (!isA(flow, 'bpmn:SequenceFlow') || !flow.conditionExpression || !flow.id) continue
    const source = flow.sourceRef?.id ?? ''
    bySource.set(source, [...(bySource.get(source) ?? []), flow.id])
  }
  return [...bySource]
    .filter(([, flows]) => flows.length > 1)
    .map(([source, flows]) => [`$flows[${source}]/$order`, { text: JSON.stringify(flows) }])
}

/** A limit is one thing to people: how many days of which calendar. */
function withLimit(facts: Map<string, Value>): Map<string, Value> {
  const definition = [...facts.keys()].find(path => /^eventDefinitions\[[^\]]*\]\/time\w+\/body$/.test(path))
  if (definition === undefined) return facts
  const [at = '', type = ''] = definition.split('/')
  const calendar = facts.get(`${at}/calendar`)?.text ?? 'days'
  const text = `${type} ${facts.get(definition)?.text.trim() ?? ''} ${calendar}`
  facts.delete(definition)
  facts.delete(`${at}/calendar`)
  return facts.set(`${at}/$limit`, { text })
}

function lanesOf(root: ModdleElement): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>()
  const visit = (lane: BpmnLane, around: readonly BpmnLane[]) => {
    const path = [...around, lane]
    for (const { id } of lane.flowNodeRef ?? [])
      if (id !== undefined)
        found.set(id, { text: path.map(one => one.id ?? '').join(' '), name: nameOf(lane) })
    for (const inner of lane.childLaneSet?.lanes ?? []) visit(inner, path)
  }
  const enter = (scope: BpmnScope) => {
    for (const set of scope.laneSets ?? []) for (const lane of set.lanes ?? []) visit(lane, [])
    for (const element of scope.flowElements ?? [])
      if (isA(element, 'bpmn:FlowElementsContainer')) enter(element)
  }
  if (isA(root, 'bpmn:Definitions'))
    for (const element of root.rootElements ?? [])
      if (isA(element, 'bpmn:FlowElementsContainer')) enter(element)
  return found
}

function children(element: ModdleElement): ModdleElement[] {
  const values = element as unknown as Readonly<Record<string, ModdleElement | readonly ModdleElement[]>>
  return [...containers].flatMap(name => values[name] ?? [])
}

function free(found: ReadonlyMap<string, unknown>, id: string): string {
  let key = id
  for (let count = 2; found.has(key); count++) key = `${id}~${count}`
  return key
}
