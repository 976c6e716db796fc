import type BaseViewer from 'bpmn-js/lib/BaseViewer'
import type { Canvas, Selection, Shape } from './bpmn-js'

/** Moving about in the drawing. */
export interface View {
  readonly fit: () => void
  readonly zoom: (factor: number) => void
  /** brings an element into the middle, near enough to be read */
  readonly bring: (shape: Shape) => void
  /** brings it and selects it */
  readonly goTo: (shape: Shape) => void
}

/** Smaller than this the words in the steps cannot be read. */
const readable = 0.8

export function createView(viewer: BaseViewer): View {
  const canvas = viewer.get<Canvas>('canvas')
  const bring = (shape: Shape) => {
    const root = canvas.findRoot(shape)
    if (root && root !== canvas.getRootElement()) canvas.setRootElement(root)
    centre(canvas, shape)
  }
  return {
    bring,
    fit() {
      fitBesidePalette(canvas)
    },
    zoom(factor) {
      canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor)), 'auto')
    },
    goTo(shape) {
      bring(shape)
      viewer.get<Selection>('selection').select(shape)
    },
  }
}

/** The whole drawing, with a little air around the outermost lane and nothing under the palette. */
function fitBesidePalette(canvas: Canvas): void {
  canvas.resized()
  const { inner, outer } = canvas.viewbox()
  const palette = canvas.getContainer().querySelector<HTMLElement>('.djs-palette')
  const left = palette && palette.offsetWidth > 0 ? palette.offsetLeft + palette.offsetWidth + 8 : 16
  const room = { width: Math.max(1, outer.width - left - 16), height: Math.max(1, outer.height - 32) }
  const scale = Math.min(1, room.width / Math.max(1, inner.width), room.height / Math.max(1, inner.height))
  canvas.viewbox({
    x: inner.x - (left + (room.width - inner.width * scale) / 2) / scale,
    y: inner.y - (16 + (room.height - inner.height * scale) / 2) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  })
}

function centre(canvas: Canvas, shape: Shape): void {
  canvas.resized()
  const { outer } = canvas.viewbox()
  const scale = Math.max(readable, canvas.zoom())
  const { x, y } = middleOf(shape)
  const box = { width: outer.width / scale, height: outer.height / scale }
  canvas.viewbox({ x: x - box.width / 2, y: y - box.height / 2, ...box })
}

function middleOf({ waypoints, x, y, width, height }: Shape): { x: number; y: number } {
  if (!waypoints) return { x: x + width / 2, y: y + height / 2 }
  const first = waypoints[Math.floor((waypoints.length - 1) / 2)]
  const second = waypoints[Math.ceil((waypoints.length - 1) / 2)]
  return { x: ((first?.x ?? 0) + (second?.x ?? 0)) / 2, y: ((first?.y ?? 0) + (second?.y ?? 0)) / 2 }
}
