import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type { Mark } from './mark'

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
  removeMarker(id: string, marker: string): void
}
interface Overlays {
  add(
    id: string,
    overlay: { position: { top: number; left: number }; scale: object; html: HTMLElement },
  ): void
}

/** The marks of one side. */
export interface Marked {
  /** Points at one element, and no longer at the one before; null at none. */
  readonly find: (id: string | null) => void
}

const lines = { added: '#0e5a5f', removed: '#8a1f5c', changed: '#4d5784', moved: '#47555a' }
const fills = { added: '#e8f1f0', removed: '#faeef5', changed: '#eff0f8', moved: '#ffffff' }

/** Colours and badges: the colour on the elements themselves, so that arrow heads follow; the line’s kind by a class. */
export function mark(viewer: NavigatedViewer, marks: readonly Mark[]): Marked {
  const registry = viewer.get<Registry>('elementRegistry')
  const factory = viewer.get<Factory>('graphicsFactory')
  const canvas = viewer.get<Canvas>('canvas')
  const overlays = viewer.get<Overlays>('overlays')
  for (const { id, kind, words } of marks) {
    const element = registry.get(id)
    if (!element) continue // what is not drawn, such as a message
    element.di.set('color:border-color', lines[kind])
    if (!element.waypoints) element.di.set('color:background-color', fills[kind])
    factory.update(element.waypoints ? 'connection' : 'shape', element, registry.getGraphics(element))
    canvas.addMarker(id, `mark-${kind}`)
    if (kind === 'moved' || element.waypoints) continue
    const html = document.createElement('div')
    html.className = `compare-badge is-${kind}`
    html.textContent = words
    overlays.add(id, { position: { top: -14, left: 6 }, scale: { min: 0.7, max: 1.1 }, html })
  }
  let found: string | null = null
  return {
    find(id) {
      if (found !== null) canvas.removeMarker(found, 'mark-found')
      found = id !== null && registry.get(id) ? id : null
      if (found !== null) canvas.addMarker(found, 'mark-found')
    },
  }
}
