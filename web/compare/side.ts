import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type { Mark } from './mark'
import { mark, type Marked } from './mark-side'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface Viewbox extends Box {
  readonly outer: { readonly width: number; readonly height: number }
  readonly scale: number
}
interface Canvas {
  viewbox(): Viewbox
  viewbox(box: Box): unknown
  zoom(scale?: number | 'fit-viewport', center?: 'auto'): number
}
interface Registry {
  get(id: string): (Box & { readonly waypoints?: readonly { x: number; y: number }[] }) | undefined
}

/** What of the diagram is seen: its point in the upper left corner, and how large. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** One of the two diagrams. */
export interface Side {
  readonly has: (id: string) => boolean
  readonly place: () => Place
  readonly moveTo: (place: Place) => void
  /** An element comes into the middle, no smaller than its words can be read. */
  readonly show: (middle: { readonly x: number; readonly y: number }) => void
  readonly fit: () => void
  readonly zoom: (factor: number) => void
  /** The middle of an element. */
  readonly middleOf: (id: string) => { readonly x: number; readonly y: number } | null
  readonly find: Marked['find']
  readonly onMoved: (listener: () => void) => void
}

/** Smaller than this the words in the tasks cannot be read. */
const readable = 0.7

/** Draws one side and marks what is different about it. */
export async function openSide(frame: HTMLElement, marks: readonly Mark[], keys: string): Promise<Side> {
  const { xmlUrl = '', label = '', side = '' } = frame.dataset
  const answer = await fetch(xmlUrl, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`${xmlUrl}: ${answer.status}`)
  const container = document.createElement('div')
  container.className = 'compare-canvas'
  frame.append(container)
  const viewer = new NavigatedViewer({ container })
  await viewer.importXML(await answer.text())
  const svg = container.querySelector('svg[tabindex]')
  svg?.setAttribute('role', 'group')
  svg?.setAttribute('aria-label', `${label}。${keys}`)
  leaveWheelToPage(viewer, container)

  const canvas = viewer.get<Canvas>('canvas')
  const registry = viewer.get<Registry>('elementRegistry')
  const marked = mark(
    viewer,
    marks.filter(one => one.side === 'both' || one.side === side),
  )
  // the two frames may differ by a pixel: what they share is the corner and the size
  const moveTo = ({ x, y, scale }: Place) => {
    const { outer } = canvas.viewbox()
    canvas.viewbox({ x, y, width: outer.width / scale, height: outer.height / scale })
  }
  return {
    has: id => registry.get(id) !== undefined,
    place: () => canvas.viewbox(),
    moveTo,
    show: middle => {
      const { outer, scale: now } = canvas.viewbox()
      const scale = Math.max(now, readable)
      moveTo({ x: middle.x - outer.width / scale / 2, y: middle.y - outer.height / scale / 2, scale })
    },
    fit: () => {
      canvas.zoom('fit-viewport', 'auto')
    },
    zoom: factor => {
      canvas.zoom(Math.min(3, Math.max(0.15, canvas.zoom() * factor)), 'auto')
    },
    middleOf: id => {
      const element = registry.get(id)
      if (!element) return null
      const point = element.waypoints?.[Math.floor(element.waypoints.length / 2)]
      return point ?? { x: element.x + element.width / 2, y: element.y + element.height / 2 }
    },
    find: marked.find,
    onMoved: listener => {
      viewer
        .get<{ on(event: string, listener: () => void): void }>('eventBus')
        .on('canvas.viewbox.changed', listener)
    },
  }
}

/** The wheel scrolls the page until a diagram has the focus, then it moves the diagram. */
function leaveWheelToPage(viewer: NavigatedViewer, container: HTMLElement): void {
  const wheel = viewer.get<{ toggle(enabled: boolean): void }>('zoomScroll')
  wheel.toggle(false)
  container.addEventListener('focusin', () => {
    wheel.toggle(true)
  })
  container.addEventListener('focusout', () => {
    wheel.toggle(false)
  })
}
