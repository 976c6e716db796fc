import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type { DiagramState } from './state'

interface Element {
  readonly id: string
  readonly waypoints?: unknown
  readonly di: { get(name: string): string | undefined; set(name: string, value: string | undefined): void }
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
  ): string
  remove(id: string): void
}

const accent = '#0e5a5f'
const soft = '#e8f1f0'
const strong = '#c9e2e0'
/** From little to much: the deepest still lets the words on it be read. */
const heats = ['#e8f1f0', '#c9e2e0', '#a5cfcc', '#7db8b5']

/**
 * Colours what was passed and where it stands, with a badge in words. The colours are set on the diagram's own
 * elements (the interchange format has attributes for them), so that arrow heads and symbols follow.
 *
 * @returns what takes all of it away again
 */
export function markWay(
  viewer: NavigatedViewer,
  { taken, finished, standing, noted = [] }: DiagramState,
): () => void {
  const registry = viewer.get<Registry>('elementRegistry')
  const factory = viewer.get<Factory>('graphicsFactory')
  const canvas = viewer.get<Canvas>('canvas')
  const overlays = viewer.get<Overlays>('overlays')
  const undo: (() => void)[] = []

  const colour = (element: Element, border: string | undefined, fill: string | undefined) => {
    element.di.set('color:border-color', border)
    element.di.set('color:background-color', fill)
    factory.update(element.waypoints ? 'connection' : 'shape', element, registry.getGraphics(element))
  }
  const paint = (id: string, marker: string, fill?: string) => {
    const element = registry.get(id)
    if (!element) return // an element that a later version of the diagram no longer has
    const border = element.di.get('color:border-color')
    const background = element.di.get('color:background-color')
    colour(element, accent, fill ?? background)
    canvas.addMarker(id, marker)
    undo.push(() => {
      canvas.removeMarker(id, marker)
      colour(element, border, background)
    })
  }
  const badge = (id: string, kind: string, words: string) => {
    const html = document.createElement('div')
    html.className = `diagram-badge ${kind}`
    html.textContent = words
    const overlay = overlays.add(id, {
      position: { top: -16, left: 8 },
      scale: { min: 0.75, max: 1.1 },
      html,
    })
    undo.push(() => {
      overlays.remove(overlay)
    })
  }

  for (const id of taken) paint(id, 'is-taken')
  for (const id of finished) paint(id, 'is-finished', soft)
  for (const { id, words, state, heat } of standing) {
    if (!registry.get(id)) continue
    paint(id, 'is-standing', heat === undefined ? strong : heats[Math.ceil(heat * heats.length) - 1])
    badge(id, `is-${state}`, words)
  }
  for (const { id, words } of noted) if (registry.get(id)) badge(id, 'is-note', words)
  return () => {
    for (const step of undo.reverse()) step()
  }
}
