import type { ModdleElement } from '../schema/moddle-types.js'

/** One value somewhere beneath an element: the way there, and what it says. */
export interface Leaf {
  /** Such as `extensionElements/values[camunda:FormData#1]/fields[scope]/label`. */
  readonly path: string
  readonly value: string
  /** What it refers to, where it is a reference. */
  readonly refers?: readonly ModdleElement[]
}

/** Properties that hold elements with a life of their own: these are compared for themselves. */
export const containers: ReadonlySet<string> = new Set([
  'rootElements',
  'flowElements',
  'laneSets',
  'lanes',
  'childLaneSet',
  'artifacts',
  'participants',
  'messageFlows',
  'categoryValue',
])

/**
 * Everything that an element says, as leaves: every attribute, child and text that moddle read, those of tools it does
 * not know included. That nothing is left out here is what makes a comparison complete.
 */
export function leavesOf(element: ModdleElement): Leaf[] {
  return beneath(element, '')
}

function beneath(element: ModdleElement, path: string): Leaf[] {
  const declared = new Map((element.$descriptor?.properties ?? []).map(one => [bare(one.name), one] as const))
  const values = element as unknown as Readonly<Record<string, unknown>>
  // references are not enumerable in moddle
  const own = Object.getOwnPropertyNames(element)
    .filter(name => !name.startsWith('$') && !isDerived(element, name))
    .flatMap(name => (values[name] === undefined ? [] : [[name, values[name]] as const]))
  const attributes = Object.entries(element.$attrs ?? {}).filter(
    ([name]) => !/^(xmlns(:|$)|xsi:type$)/.test(name),
  )
  return [
    ...own.flatMap(([name, value]) => {
      const property = declared.get(bare(name))
      if (property?.isReference) return reference(join(path, bare(name)), value)
      if (property && 'default' in property && property.default === value) return []
      return valueLeaves(join(path, bare(name)), value)
    }),
    ...attributes.flatMap(([name, value]) => valueLeaves(join(path, ownPrefix(name)), value)),
    ...valueLeaves(join(path, '$children'), element.$children),
    ...valueLeaves(join(path, '$body'), element.$body),
  ]
}

function valueLeaves(path: string, value: unknown): Leaf[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return listLeaves(path, value)
  if (isElement(value)) return [{ path: join(path, '$type'), value: value.$type }, ...beneath(value, path)]
  // what is left is a text, a number or a flag
  return [{ path, value: typeof value === 'string' ? value : JSON.stringify(value) }]
}

/** A list’s members by what people know them by, `fields[scope]`, or by their type and number. */
function listLeaves(path: string, list: readonly unknown[]): Leaf[] {
  const seen = new Map<string, number>()
  const keys: string[] = []
  const leaves = list.flatMap(member => {
    const key = keyOf(member)
    const plain = key ?? (isElement(member) ? member.$type : 'value')
    const count = (seen.get(plain) ?? 0) + 1
    seen.set(plain, count)
    const name = key !== undefined && count === 1 ? key : `${plain}#${count}`
    if (key !== undefined) keys.push(name)
    return valueLeaves(`${path}[${name}]`, member)
  })
  return keys.length < 2 ? leaves : [...leaves, { path: join(path, '$order'), value: JSON.stringify(keys) }]
}

/** What is told apart by a name of its own rather than by its place. */
function keyOf(member: unknown): string | undefined {
  if (!isElement(member)) return undefined
  const { [keyNames[member.$type] ?? '$none']: key } = member as unknown as Readonly<Record<string, unknown>>
  return typeof key === 'string' ? key : undefined
}

/** Which of its attributes that name is. */
const keyNames: Readonly<Record<string, string>> = {
  'camunda:FormField': 'id',
  'camunda:Value': 'id',
  'camunda:Property': 'id',
  'camunda:Constraint': 'name',
  'camunda:InputOutputParameter': 'name',
  'camunda:InputParameter': 'name',
  'camunda:OutputParameter': 'name',
}

function reference(path: string, value: unknown): Leaf[] {
  const refers = [value].flat().filter(isElement)
  return refers.length === 0 ? [] : [{ path, value: refers.map(({ id }) => id ?? '').join(' '), refers }]
}

/** What follows from other elements, what only tools keep, what a path says already, and an id to which nobody refers. */
function isDerived(element: ModdleElement, name: string): boolean {
  if (element.$descriptor?.isGeneric) return false
  return name === 'id' || name === keyNames[element.$type] || derived.has(name) || containers.has(name)
}

const derived: ReadonlySet<string> = new Set([
  'incoming',
  'outgoing',
  'flowNodeRef',
  'boundaryEventRefs',
  'categorizedFlowElements',
  'diagrams',
  'di',
  'exporter',
  'exporterVersion',
])

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value
}

function bare(name: string): string {
  return name.replace(/^\w+:/, '')
}

/** Our own attributes read the same whether this version’s descriptor has them or not. */
function ownPrefix(name: string): string {
  return name.replace(/^bdc:/, '')
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`
}
