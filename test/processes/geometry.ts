import type { Box, Drawn } from './models.js'

interface Point {
  readonly x: number
  readonly y: number
}

type Segment = readonly [from: Point, to: Point]

export function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** Whether two boxes share more than a border. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

export function segmentsOf({ waypoint = [] }: Drawn): Segment[] {
  return waypoint.slice(1).map((to, index) => [waypoint[index]!, to])
}

export function isStraight([from, to]: Segment): boolean {
  return from.x === to.x || from.y === to.y
}

/** Whether a horizontal or vertical segment runs through a box, its border not counted. */
export function runsThrough([from, to]: Segment, box: Box): boolean {
  return overlap(boxOf(from, to), box)
}

/** Whether a horizontal and a vertical segment cross; touching ends do not count. */
export function cross(one: Segment, other: Segment): boolean {
  const [flat, steep] = one[0].y === one[1].y ? [one, other] : [other, one]
  if (flat[0].y !== flat[1].y || steep[0].x !== steep[1].x) return false
  const between = (value: number, a: number, b: number) => value > Math.min(a, b) && value < Math.max(a, b)
  return between(steep[0].x, flat[0].x, flat[1].x) && between(flat[0].y, steep[0].y, steep[1].y)
}

/** How far a point is from the border of a shape: a circle for events, a diamond for gateways, else a rectangle. */
export function distanceToBorder(point: Point, { bpmnElement, bounds }: Drawn): number {
  const { x, y, width, height } = bounds!
  const dx = Math.abs(point.x - x - width / 2)
  const dy = Math.abs(point.y - y - height / 2)
  if (bpmnElement.$type.endsWith('Event')) return Math.abs(Math.hypot(dx, dy) - width / 2)
  if (bpmnElement.$type.endsWith('Gateway')) return Math.abs(dx + dy - width / 2)
  const outside = Math.hypot(Math.max(dx - width / 2, 0), Math.max(dy - height / 2, 0))
  return outside > 0 ? outside : Math.min(width / 2 - dx, height / 2 - dy)
}

function boxOf(one: Point, other: Point): Box {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  return { x, y, width: Math.abs(one.x - other.x) || 0.1, height: Math.abs(one.y - other.y) || 0.1 }
}
