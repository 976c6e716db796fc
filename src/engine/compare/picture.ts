import { isA } from '../schema/index.js'
import type { ModdleElement } from '../schema/moddle-types.js'

/** How each element is drawn: place, size, way, colour, label; by the element’s id. */
export function pictureOf(root: ModdleElement): ReadonlyMap<string, string> {
  const drawn = new Map<string, string>()
  if (!isA(root, 'bpmn:Definitions')) return drawn
  for (const diagram of root.diagrams ?? []) {
    const { plane } = diagram as ModdleElement & { readonly plane?: Plane }
    for (const shape of plane?.planeElement ?? []) {
      const id = shape.bpmnElement?.id
      if (id !== undefined) drawn.set(id, (drawn.get(id) ?? '') + JSON.stringify(lookOf(shape)))
    }
  }
  return drawn
}

interface Plane {
  readonly planeElement?: readonly (ModdleElement & { readonly bpmnElement?: ModdleElement })[]
}

/** All that a shape or an edge says, but not its own id, to which nobody refers. */
function lookOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lookOf)
  if (typeof value !== 'object' || value === null) return value
  const { $attrs, ...own } = value as ModdleElement & Readonly<Record<string, unknown>>
  const said = [...Object.entries(own), ...Object.entries($attrs ?? {})].filter(
    ([name, inner]) => !['id', 'bpmnElement', '$parent', '$descriptor'].includes(name) && inner !== undefined,
  )
  return said.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, lookOf(inner)])
}
