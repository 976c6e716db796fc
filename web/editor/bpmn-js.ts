/**
 * As much of bpmn-js as the editor speaks with: its services, by the names under which they are asked for. bpmn-js and
 * its kin are typed loosely or not at all; what leaves here is what they do.
 */

export type { Entries, Entry } from './entries'

/** A part of the model behind a shape: read by name, written through {@link Modeling} only. */
export interface ModelElement {
  readonly $type: string
  readonly $parent?: ModelElement
  readonly id: string
  readonly name?: string
  readonly $instanceOf: (type: string) => boolean
  readonly get: (property: string) => unknown
  readonly set: (property: string, value: unknown) => void
}

export interface Shape {
  readonly id: string
  readonly type: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[]
  readonly parent?: Shape
  readonly host?: Shape
  readonly labelTarget?: Shape
  readonly attachers?: readonly Shape[]
  readonly incoming: readonly Shape[]
  readonly outgoing: readonly Shape[]
  readonly source?: Shape
  readonly target?: Shape
  readonly businessObject: ModelElement
}

/** What the events that are listened to bring, each some of it. */
export interface BoardEvent {
  readonly trigger?: string
  readonly element?: Shape
  readonly context?: { readonly shape?: Shape }
}

export interface EventBus {
  on(names: string | readonly string[], priority: number, listener: (event: BoardEvent) => unknown): void
  on(names: string | readonly string[], listener: (event: BoardEvent) => unknown): void
  fire(name: string, event?: object): unknown
}

export interface Canvas {
  zoom(scale?: number | 'fit-viewport', center?: 'auto' | { x: number; y: number }): number
  viewbox(): Box & {
    readonly inner: Box
    readonly outer: { readonly width: number; readonly height: number }
  }
  viewbox(box: Box): unknown
  resized(): void
  scroll(by: { dx: number; dy: number }): void
  focus(): void
  getContainer(): HTMLElement
  getRootElement(): Shape
  setRootElement(root: Shape): void
  findRoot(element: Shape): Shape | undefined
  addMarker(element: Shape | string, marker: string): void
  removeMarker(element: Shape | string, marker: string): void
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ElementRegistry {
  get(id: string): Shape | undefined
  getAll(): readonly Shape[]
  filter(keep: (element: Shape) => boolean): Shape[]
}

export interface Selection {
  select(elements: Shape | readonly Shape[] | null): void
  get(): readonly Shape[]
}

export interface Modeling {
  updateProperties(element: Shape, properties: Readonly<Record<string, unknown>>): void
  updateModdleProperties(
    element: Shape,
    model: ModelElement,
    properties: Readonly<Record<string, unknown>>,
  ): void
  createShape(
    shape: Shape,
    position: { x: number; y: number },
    target: Shape,
    hints?: { readonly attach?: boolean },
  ): Shape
  removeElements(elements: readonly Shape[]): void
}

export interface ElementFactory {
  createShape(attributes: Readonly<Record<string, unknown>>): Shape
}

export interface BpmnFactory {
  create(type: string, properties?: Readonly<Record<string, unknown>>): ModelElement
}

export interface CommandStack {
  canUndo(): boolean
  execute(command: string, context: object): void
  canRedo(): boolean
  undo(): void
  redo(): void
}

export interface Overlays {
  add(
    element: Shape | string,
    type: string,
    overlay: {
      position: { top?: number; left?: number; right?: number; bottom?: number }
      scale?: { min: number; max: number }
      html: HTMLElement
    },
  ): string
  remove(filter: { type: string }): void
}

export interface BpmnReplace {
  replaceElement(element: Shape, target: Readonly<Record<string, unknown>>): Shape
}
