import type { ModdleElement } from '../schema/moddle-types.js'

/** Every element of the model that has an id, diagram shapes included; the first where an id is used twice. */
export function elementsById(root: ModdleElement): ReadonlyMap<string, ModdleElement> {
  const found = new Map<string, ModdleElement>()
  const open: ModdleElement[] = [root]
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.id !== undefined && !found.has(element.id)) found.set(element.id, element)
    open.push(...childrenOf(element).reverse())
  }
  return found
}

function childrenOf(element: ModdleElement): ModdleElement[] {
  const { isGeneric, properties = [] } = element.$descriptor ?? {}
  if (isGeneric) return []
  const values = element as unknown as Readonly<Record<string, unknown>>
  return properties
    .filter(({ isAttr, isReference }) => !isAttr && !isReference)
    .flatMap(({ name }) => values[name.replace(/^\w+:/, '')] ?? values[name] ?? [])
    .filter(isElement)
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value
}
