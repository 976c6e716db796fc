// The one file that imports bpmn-engine and its kin, none of which is typed as it behaves; reading alone (which the
// editor needs too) stands in schema/read-xml.
// What leaves here is honestly typed; what is cast is cast here.
import * as Elements from 'bpmn-elements'
import { Engine } from 'bpmn-engine'
import serialize, { TypeResolver } from 'moddle-context-serializer'

export { readXml } from './schema/read-xml.js'

/** A definition serialised once and shared by every engine that runs it. */
export interface SourceContext {
  readonly id: string
}

/** A message of bpmn-elements’ brokers, as far as it is read here. */
export interface ElementContent {
  readonly id: string
  readonly type: string
  readonly executionId: string
  readonly index?: number
  readonly isMultiInstance?: boolean
  readonly isRootScope?: boolean
  /** In a multi-instance activity that has begun, how many runs it has. */
  readonly loopCardinality?: number
  readonly attachedTo?: string
  readonly error?: { readonly message?: string; readonly inner?: Error }
}

/** The handle by which one wait of one execution is addressed, and nothing else. */
export interface ElementApi {
  readonly id: string
  readonly type: string
  readonly executionId: string
  readonly content: ElementContent
  signal(message?: unknown): void
  cancel(message?: unknown): void
  sendApiMessage(action: string, content: Record<string, unknown>): void
}

/** What a script or an expression is asked for. */
export interface ElementMessage {
  readonly content?: Partial<ElementContent>
}

export interface SequenceFlowElement {
  readonly id: string
  readonly type: string
  readonly behaviour: {
    readonly conditionExpression?: { readonly body?: string; readonly language?: string }
  }
}

export interface EngineState {
  definitions: Record<string, unknown>[]
  [key: string]: unknown
}

export interface EngineRun {
  readonly state: 'idle' | 'running' | 'stopped' | 'error'
  getState(): EngineState
}

export interface EngineOptions {
  sourceContext: SourceContext
  listener: { emit(event: string, api: ElementApi | undefined): void }
  scripts: {
    register(element: unknown): void
    getScript(
      language: string | undefined,
      element: SequenceFlowElement,
    ): { execute(scope: unknown, done: (error: Error | null, result?: unknown) => void): void } | undefined
  }
  expressions: { resolveExpression(expression: unknown, message: ElementMessage): unknown }
  extensions: Record<
    string,
    (activity: ActivityElement) => { activate(): void; deactivate(): void } | undefined
  >
}

export interface ActivityElement {
  readonly id: string
  readonly type: string
  readonly broker: {
    subscribeTmp(
      exchange: string,
      pattern: string,
      onMessage: (key: string, message: { content: ElementContent }) => void,
      options: { noAck: boolean; consumerTag: string; priority?: number },
    ): void
    cancel(consumerTag: string): void
  }
}

export interface BpmnEngine {
  execute(): Promise<EngineRun>
  recover(state: EngineState): void
  resume(): Promise<EngineRun>
  once(event: 'error', handler: (error: Error) => void): void
}

interface Prototyped {
  prototype: object
}

/** An instant no deadline reaches: the engine never decides time (the calendar and the clock do, outside). */
const never = new Date('9999-12-31T00:00:00.000Z')

const neverDue = inherit(Elements.TimerEventDefinition as unknown as Prototyped, {
  parse: () => ({ expireAt: never }),
})

/**
 * A sequence flow that is not taken is silent. bpmn-elements sends a “discard” down every such path, through
 * loops and joins, so that parallel joins wait for tokens that will never come; BPMN (chapter 13.3) knows no such
 * thing. Left alone it is the dearest part of a turn, and it leaves traces that make equal situations unequal.
 */
const silentWhenNotTaken = inherit(Elements.SequenceFlow, {
  discard: () => undefined,
})

const elements = {
  TimerEventDefinition: neverDue,
  SequenceFlow: silentWhenNotTaken,
  // A service task asks for outside work and waits for its end: nothing foreign runs inside a turn.
  ServiceTask: Elements.SignalTask,
}

const noTimers = new Elements.Timers({
  setTimeout: (() => ({})) as unknown as typeof setTimeout,
  clearTimeout: () => undefined,
})

const silence = () => ({ debug: ignore, error: ignore, warn: ignore })

/** Builds an engine for one turn. It holds nothing that outlives the turn. */
export function createEngine(options: EngineOptions): BpmnEngine {
  return new Engine({
    ...options,
    name: 'turn',
    Logger: silence,
    elements,
    timers: noTimers,
    settings: { disableTrackState: true },
  } as unknown as ConstructorParameters<typeof Engine>[0]) as unknown as BpmnEngine
}

/** Serialises what `readXml` read into what an engine runs. */
export function toSourceContext(context: unknown): SourceContext {
  const resolver = TypeResolver({ ...Elements, ...elements } as never)
  return serialize(context, resolver) as unknown as SourceContext
}

function inherit(base: Prototyped, overrides: Record<string, () => unknown>): unknown {
  const create = base as unknown as (this: object, ...args: unknown[]) => void
  function Derived(this: object, ...args: unknown[]) {
    create.apply(this, args)
  }
  Derived.prototype = Object.create(base.prototype, {
    ...Object.fromEntries(Object.entries(overrides).map(([name, value]) => [name, { value }])),
  }) as object
  return Derived
}

function ignore() {
  return undefined
}
