import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type { DiagramState } from './state'

interface Element {
  readonly id: string
  readonly waypoints?: unknown
  readonly di: { set(name: string, value: string): void }
}
interface Registry {
  get(id: string): Element | undefined
  getGraphics(element: Element): SVGElement
}
interface Factory {
  update(type: 'shape' | 'connection', element: Element, graphics: SVGElement): void
}
interface Canvas {
  addMarker(id: string, marker: string): void
}
interface Overlays {
  add(
    id: string,
    overlay: { position: { top: number; left: number }; scale: object; html: HTMLElement },
  ): void
}

const accent = '#0e5a5f'
const soft = '#e8f1f0'
const strong = '#c9e2e0'

/**
 * Colours what was passed and where it stands, with a badge in words. The colours are set on the diagram's own
 * elements (the interchange format has attributes for them), so that arrow heads and symbols follow.
 */
export function markWay(viewer: NavigatedViewer, { taken, finished, standing }: DiagramState): void {
  const registry = viewer.get<Registry>('elementRegistry')
  const factory = viewer.get<Factory>('graphicsFactory')
  const canvas = viewer.get<Canvas>('canvas')
  const overlays = viewer.get<Overlays>('overlays')

  const paint = (id: string, marker: string, fill?: string) => {
    const element = registry.get(id)
    if (!element) return // an element that a later version of the diagram no longer has
    element.di.set('color:border-color', accent)
    if (fill !== undefined) element.di.set('color:background-color', fill)
    factory.update(element.waypoints ? 'connection' : 'shape', element, registry.getGraphics(element))
    canvas.addMarker(id, marker)
  }

  for (const id of taken) paint(id, 'is-taken')
  for (const id of finished) paint(id, 'is-finished', soft)
  for (const { id, words, state } of standing) {
    if (!registry.get(id)) continue
    paint(id, 'is-standing', strong)
    const html = document.createElement('div')
    html.className = `diagram-badge is-${state}`
    html.textContent = words
    overlays.add(id, { position: { top: -16, left: 8 }, scale: { min: 0.75, max: 1.1 }, html })
  }
}
