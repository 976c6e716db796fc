import { isA } from '../schema/index.js'
import type { ModdleElement } from '../schema/moddle-types.js'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Which group’s frame a node is drawn in, by the node’s id; the names in the order in which the frames stand, from left
 * to right. BPMN’s groups are only drawn: no element says that it belongs to one.
 */
export function phasesOf(root: ModdleElement): {
  readonly names: readonly string[]
  readonly of: ReadonlyMap<string, string>
} {
  const shapes = shapesOf(root)
  const frames = shapes
    .flatMap(({ element, box }) =>
      element.$type === 'bpmn:Group' ? [{ name: groupName(element), box }] : [],
    )
    .filter(({ name }) => name !== '')
    .sort((one, other) => one.box.x - other.box.x)
  const of = new Map<string, string>()
  for (const { element, box } of shapes) {
    if (!isA(element, 'bpmn:FlowNode') || !element.id) continue
    const frame = frames.find(one => holds(one.box, box))
    if (frame) of.set(element.id, frame.name)
  }
  return { names: frames.map(({ name }) => name), of }
}

function shapesOf(root: ModdleElement): { element: ModdleElement; box: Box }[] {
  if (!isA(root, 'bpmn:Definitions')) return []
  return (root.diagrams ?? []).flatMap(diagram => {
    const { plane } = diagram as ModdleElement & { plane?: { planeElement?: readonly Shape[] } }
    return (plane?.planeElement ?? []).flatMap(({ bpmnElement: element, bounds: box }) =>
      element && box ? [{ element, box }] : [],
    )
  })
}

interface Shape {
  readonly bpmnElement?: ModdleElement
  readonly bounds?: Box
}

function groupName(group: ModdleElement): string {
  const { categoryValueRef } = group as ModdleElement & { categoryValueRef?: { value?: string } }
  return categoryValueRef?.value?.trim() ?? ''
}

/** By the middle: a shape may stand a little over the edge. */
function holds(frame: Box, { x, y, width, height }: Box): boolean {
  const [middle, centre] = [x + width / 2, y + height / 2]
  return (
    middle >= frame.x &&
    middle <= frame.x + frame.width &&
    centre >= frame.y &&
    centre <= frame.y + frame.height
  )
}
