import { createEngine } from './bpmn.js'
import type { BpmnEngine, EngineRun } from './bpmn.js'
import { canonical, endedState, toEngineState } from './canonical-state.js'
import type { CanonicalState } from './canonical-state.js'
import type { ProcessDefinition } from './definition.js'
import {
  EngineError,
  InstanceEndedError,
  NothingHappenedError,
  NothingWaitsError,
  StepFailedError,
} from './errors.js'
import { observe } from './observer.js'
import type { Observer, OpenWait } from './observer.js'
import { waitFor } from './stimulus.js'
import type { Evaluate, Passed, Stimulus, Wait } from './stimulus.js'

/** One step of one instance: what it became, what it waits for now, how it came there. */
export interface Turn {
  readonly state: CanonicalState
  readonly waiting: readonly Wait[]
  readonly passed: readonly Passed[]
  readonly ended: boolean
  /** The end events reached in this turn at the process’s own level, usually one. */
  readonly endEvents: readonly string[]
}

/**
 * Plays one turn on bpmn-engine: recover, apply the stimulus, read what is open, canonicalise. Pure but for what
 * `evaluate` answers; on any error the given state still stands.
 */
export async function playTurn(
  definition: ProcessDefinition,
  state: CanonicalState | null,
  stimulus: Stimulus,
  evaluate: Evaluate,
): Promise<Turn> {
  if (stimulus.kind === 'start') return finish(definition, null, stimulus, await start(definition, evaluate))
  if (state === null || state.body === '') throw new InstanceEndedError(stimulus.kind)
  if (stimulus.kind === 'cancel')
    return { state: endedState, waiting: [], passed: [], ended: true, endEvents: [] }
  return finish(definition, state, stimulus, await step(definition, state, stimulus, evaluate))
}

type AddressedStimulus = Exclude<Stimulus, { kind: 'start' | 'cancel' }>

interface Played {
  readonly running: boolean
  readonly after: CanonicalState
  readonly rename: (id: string) => string | undefined
  readonly before: readonly OpenWait[]
  readonly passed: readonly Passed[]
}

function start(definition: ProcessDefinition, evaluate: Evaluate): Promise<Played> {
  return run(definition, evaluate, async (engine, observer) => {
    const execution = await engine.execute()
    startNow(definition, observer.open())
    return { execution, before: [] }
  })
}

function step(
  definition: ProcessDefinition,
  state: CanonicalState,
  stimulus: AddressedStimulus,
  evaluate: Evaluate,
): Promise<Played> {
  return run(definition, evaluate, async (engine, observer) => {
    engine.recover(toEngineState(state))
    const execution = await engine.resume()
    const before = observer.open()
    observer.begin()
    address(stimulus, before)
    return { execution, before }
  })
}

async function run(
  definition: ProcessDefinition,
  evaluate: Evaluate,
  play: (
    engine: BpmnEngine,
    observer: Observer,
  ) => Promise<{ execution: EngineRun; before: readonly OpenWait[] }>,
): Promise<Played> {
  const observer = observe(definition, evaluate)
  const engine = createEngine({ sourceContext: definition.source, ...observer.options })
  const errors: Error[] = []
  engine.once('error', error => errors.push(error))
  try {
    const { execution, before } = await play(engine, observer)
    const failure = observer.failure() ?? errors[0]
    if (failure) throw failure
    const { state: after, rename } = canonical(execution.getState())
    return { running: execution.state === 'running', after, rename, before, passed: observer.passed() }
  } catch (error) {
    throw observer.failure() ?? asStepFailure(error)
  }
}

/** A timer start event stands for “whoever starts it, starts it now”: when that is, is the caller’s matter. */
function startNow(definition: ProcessDefinition, open: readonly OpenWait[]) {
  for (const wait of open) {
    if (wait.kind === 'timer' && definition.nodes.get(wait.activityId)?.type === 'bpmn:StartEvent')
      wait.api.cancel()
  }
}

function address(stimulus: AddressedStimulus, open: readonly OpenWait[]) {
  const kind = waitFor[stimulus.kind]
  const wait = open.find(candidate => candidate.kind === kind && candidate.slot === stimulus.slot)
  if (!wait) throw new NothingWaitsError(stimulus.kind, stimulus.slot)
  switch (stimulus.kind) {
    case 'fireTimer': {
      wait.api.cancel()
      return
    }
    case 'failJob': {
      wait.api.sendApiMessage('error', { message: stimulus.errorCode, code: stimulus.errorCode })
      return
    }
    default: {
      wait.api.signal()
      return
    }
  }
}

async function finish(
  definition: ProcessDefinition,
  state: CanonicalState | null,
  stimulus: Stimulus,
  turn: Played,
): Promise<Turn> {
  const endEvents = turn.passed
    .filter(step => step.kind === 'completed' && isOwnEnd(definition, step.elementId))
    .map(step => step.elementId)
  if (!turn.running) return { state: endedState, waiting: [], passed: turn.passed, ended: true, endEvents }
  const rest = await settle(definition, turn.after)
  if (rest.state.hash === state?.hash && turn.passed.length === 0) throw nothingHappened(stimulus)
  if (rest.open.length === 0)
    throw new StepFailedError('The instance is running and waits for nothing', undefined)
  const survived = new Map(turn.before.map(wait => [turn.rename(wait.slot), wait.slot]))
  const waiting = rest.open.map(({ kind, activityId, slot, index }) => ({
    kind,
    activityId,
    slot: rest.rename(slot) ?? slot,
    ...(index === undefined ? {} : { index }),
    was: survived.get(slot) ?? null,
  }))
  return { state: rest.state, waiting, passed: turn.passed, ended: false, endEvents }
}

/**
 * Recovers a state and lets it come to rest, which is what the next turn will begin with. An engine that has just
 * run and one that has been recovered differ in their residue; at rest, equal situations are equal. What is read as
 * open is what the stored state itself says when it is recovered, so what is stored is known to recover.
 */
async function settle(definition: ProcessDefinition, state: CanonicalState) {
  const observer = observe(definition, () => {
    throw new StepFailedError('A state at rest asked a question', undefined)
  })
  const engine = createEngine({ sourceContext: definition.source, ...observer.options })
  engine.once('error', () => undefined) // the observer keeps the first failure
  engine.recover(toEngineState(state))
  const execution = await engine.resume()
  const failure = observer.failure()
  if (failure) throw failure
  return { ...canonical(execution.getState()), open: observer.open() }
}

function isOwnEnd(definition: ProcessDefinition, elementId: string): boolean {
  const node = definition.nodes.get(elementId)
  return node?.type === 'bpmn:EndEvent' && node.parentId === undefined
}

function nothingHappened(stimulus: Stimulus): Error {
  return 'slot' in stimulus
    ? new NothingHappenedError(stimulus.kind, stimulus.slot)
    : new NothingHappenedError(stimulus.kind, '')
}

function asStepFailure(error: unknown): Error {
  if (error instanceof EngineError) return error
  return new StepFailedError(error instanceof Error ? error.message : String(error), error)
}
