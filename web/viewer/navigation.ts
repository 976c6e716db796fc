import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type { DiagramState } from './state'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface Canvas {
  zoom(scale?: number | 'fit-viewport', center?: 'auto' | { x: number; y: number }): number
  viewbox(): Box & { readonly inner: Box; readonly outer: { width: number; height: number } }
  viewbox(box: Box): unknown
  scroll(by: { dx: number; dy: number }): void
  resized(): void
}
interface Registry {
  get(id: string): (Box & { readonly waypoints?: unknown }) | undefined
}

/** Moving about in the diagram. */
export interface View {
  readonly zoom: (factor: number) => void
  readonly fit: () => void
  /** to where the case stands; nothing to go to when it stands nowhere */
  readonly stand: (() => void) | null
}

// smaller than this the words in the tasks cannot be read
const readable = 0.62
// in px, and as a share of the window
const leastHeight = 320
const mostHeight = 0.72

/**
 * Opens the diagram to its full width, as high as it needs; where that could not be read (a large diagram, a phone),
 * at the place where the case stands. The wheel scrolls the page until the diagram has the focus, then moves the diagram.
 */
export function openQuietly(
  viewer: NavigatedViewer,
  container: HTMLElement,
  { standing }: DiagramState,
): View {
  const canvas = viewer.get<Canvas>('canvas')
  const registry = viewer.get<Registry>('elementRegistry')
  const places = standing.flatMap(({ id }) => registry.get(id) ?? [])
  const fit = () => {
    canvas.resized()
    canvas.zoom('fit-viewport', 'auto')
    canvas.zoom(canvas.zoom() * 0.97, 'auto') // a little air around the outermost lane
  }
  const stand = () => {
    const place = places[0]
    if (place) centre(canvas, place)
  }

  shape(canvas, container)
  fit()
  if (canvas.zoom() < readable && places.length > 0) stand()
  leaveWheelToPage(viewer, container)
  moveByTouch(canvas, container)
  return {
    zoom: factor => canvas.zoom(Math.min(3, Math.max(0.15, canvas.zoom() * factor)), 'auto'),
    fit,
    stand: places.length > 0 ? stand : null,
  }
}

/** As high as the whole diagram is at this width, within reason. */
function shape(canvas: Canvas, container: HTMLElement): void {
  const { inner } = canvas.viewbox()
  const whole = (inner.height / inner.width) * container.clientWidth + 32
  container.style.height = `${Math.round(Math.min(Math.max(whole, leastHeight), window.innerHeight * mostHeight))}px`
}

function centre(canvas: Canvas, { x, y, width, height }: Box): void {
  canvas.resized()
  const { outer } = canvas.viewbox()
  const scale = Math.max(readable, 0.8)
  const box = { width: outer.width / scale, height: outer.height / scale }
  canvas.viewbox({ x: x + width / 2 - box.width / 2, y: y + height / 2 - box.height / 2, ...box })
}

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

/** A finger moves the diagram. */
export function moveByTouch(canvas: Pick<Canvas, 'scroll'>, container: HTMLElement): void {
  let last: { x: number; y: number } | undefined
  container.addEventListener('pointerdown', ({ pointerType, clientX: x, clientY: y }) => {
    last = pointerType === 'mouse' ? undefined : { x, y }
  })
  container.addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
    if (!last) return
    canvas.scroll({ dx: x - last.x, dy: y - last.y })
    last = { x, y }
  })
  for (const end of ['pointerup', 'pointercancel'])
    container.addEventListener(end, () => {
      last = undefined
    })
}
