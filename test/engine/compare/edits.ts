// @ts-expect-error bpmn-moddle 9 ships no types
import BpmnModdleUntyped from 'bpmn-moddle'
import fc from 'fast-check'
import { moddleExtensions } from '../../../src/engine/schema/index.js'
import type { ModdleElement } from '../../../src/engine/schema/moddle-types.js'

const BpmnModdle = BpmnModdleUntyped as unknown as new (packages: Record<string, unknown>) => {
  fromXML(xml: string): Promise<{ rootElement: ModdleElement }>
  toXML(root: ModdleElement, options?: object): Promise<{ xml: string }>
}

/** One change of meaning somewhere in a model, by numbers that pick it: whatever they are, they pick one. */
export type Edit = readonly [
  kind: 'text' | 'flag' | 'remove' | 'swap' | 'refer',
  which: number,
  where: number,
]

export const anyEdits = fc.array(
  fc.tuple(
    fc.constantFrom('text' as const, 'flag' as const, 'remove' as const, 'swap' as const, 'refer' as const),
    fc.nat(100_000),
    fc.nat(100_000),
  ),
  { minLength: 1, maxLength: 4 },
)

/** The model with the edits made, as the library writes it, and whether it still says something else than before. */
export async function edited(xml: string, edits: readonly Edit[]): Promise<string> {
  const moddle = new BpmnModdle(moddleExtensions)
  const { rootElement } = await moddle.fromXML(xml)
  for (const edit of edits) make(rootElement, edit)
  return (await moddle.toXML(rootElement, { format: true })).xml
}

/** Everything but the drawing, and what is said twice in a file: the same text exactly when the same is meant. */
export async function meaningOf(xml: string): Promise<string> {
  const { rootElement } = await new BpmnModdle(moddleExtensions).fromXML(xml)
  return JSON.stringify(meaning(rootElement, true))
}

function make(root: ModdleElement, [kind, which, where]: Edit): void {
  const elements = allOf(root)
  if (kind === 'refer') {
    refer(elements, which, where)
    return
  }
  if (kind === 'remove' || kind === 'swap') {
    const lists = elements.flatMap(element => listsOf(element))
    const fitting = kind === 'swap' ? lists.filter(({ list, ordered }) => ordered && list.length > 1) : lists
    const list = fitting[which % fitting.length]?.list ?? []
    if (kind === 'remove') list.splice(where % list.length, 1)
    else list.push(...list.splice(0, 1 + (where % (list.length - 1))))
    return
  }
  const places = elements.flatMap(element => attributesOf(element, kind).map(name => ({ element, name })))
  const place = places[which % places.length]
  if (!place) return
  const values = place.element as unknown as Record<string, unknown>
  values[place.name] =
    kind === 'flag'
      ? values[place.name] !== true
      : `${(values[place.name] as string | undefined) ?? ''}改${where}`
}

/** Turns one reference to what another of the same kind refers to: a flow to another step, a message to another. */
function refer(elements: readonly ModdleElement[], which: number, where: number): void {
  const places = elements.flatMap(element =>
    propertiesOf(element)
      .filter(({ name, isReference, isMany }) => isReference && !isMany && Object.hasOwn(element, name))
      .map(({ name }) => ({ values: element as unknown as Record<string, ModdleElement>, name })),
  )
  const place = places[which % places.length]
  if (!place) return
  const others = places.filter(
    ({ name, values }) => name === place.name && values[name]?.id !== place.values[name]?.id,
  )
  const other = others[where % others.length]
  const target = other?.values[other.name]
  if (target) place.values[place.name] = target
}

function allOf(element: ModdleElement): ModdleElement[] {
  return [
    element,
    ...listsOf(element).flatMap(({ list }) => list.flatMap(allOf)),
    ...singlesOf(element).flatMap(allOf),
  ]
}

function propertiesOf(element: ModdleElement) {
  const skipped = ['id', 'incoming', 'outgoing', 'flowNodeRef', 'diagrams', 'exporter', 'exporterVersion']
  return (element.$descriptor?.properties ?? [])
    .map(one => ({ ...one, name: one.name.replace(/^\w+:/, '') }))
    .filter(({ name }) => !skipped.includes(name))
}

function listsOf(element: ModdleElement): { list: ModdleElement[]; ordered: boolean }[] {
  const values = element as unknown as Record<string, ModdleElement[] | undefined>
  return propertiesOf(element)
    .filter(({ isMany, isReference, isAttr }) => isMany && !isReference && !isAttr)
    .flatMap(({ name }) => {
      const list = Object.hasOwn(element, name) ? values[name] : undefined
      // the order of fields is how a form is read; the order of elements in the file says nothing
      return list && list.length > 0 ? [{ list, ordered: name === 'fields' }] : []
    })
}

function singlesOf(element: ModdleElement): ModdleElement[] {
  const values = element as unknown as Record<string, ModdleElement>
  return propertiesOf(element)
    .filter(({ isMany, isReference, isAttr }) => !isMany && !isReference && !isAttr)
    .flatMap(({ name }) => {
      const value = Object.hasOwn(element, name) ? values[name] : undefined
      return typeof value === 'object' ? [value] : []
    })
}

function attributesOf(element: ModdleElement, kind: 'text' | 'flag'): string[] {
  const type = kind === 'flag' ? 'Boolean' : 'String'
  return propertiesOf(element)
    .filter(
      one =>
        one.type === type && !one.isReference && (one.isAttr === true || Object.hasOwn(element, one.name)),
    )
    .map(({ name }) => name)
}

function meaning(value: unknown, isRoot = false): unknown {
  if (Array.isArray(value)) {
    const members = value.map(one => meaning(one))
    const named = value.some(one => (one as ModdleElement | null)?.$type === 'camunda:FormField')
    return named
      ? members
      : members.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
  }
  if (typeof value !== 'object' || value === null) return value
  const element = value as ModdleElement
  const values = element as unknown as Record<string, unknown>
  const names = Object.getOwnPropertyNames(element).filter(name => !name.startsWith('$') || name === '$type')
  const own = [...names, '$attrs', '$children', '$body']
    .flatMap(name => (values[name] === undefined ? [] : [[name, values[name]] as const]))
    .filter(
      ([name]) =>
        !['incoming', 'outgoing', 'diagrams', 'exporter', 'exporterVersion'].includes(name) &&
        !(isRoot && name === 'id'),
    )
  const declared = new Map(propertiesOf(element).map(one => [one.name, one]))
  return own
    .filter(
      ([name, inner]) => declared.get(name)?.default === undefined || declared.get(name)?.default !== inner,
    )
    .map(([name, inner]) => [
      name,
      (declared.get(name)?.isReference ?? name === 'flowNodeRef') ? idsOf(inner) : meaning(inner),
    ])
    .sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1))
}

function idsOf(value: unknown): unknown {
  return [value]
    .flat()
    .map(one => (one as ModdleElement).id ?? String(one))
    .sort()
}
