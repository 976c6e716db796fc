import { compile, createTransitions, evaluateFeel, learningAdvance } from '../../src/engine/index.js'
import type { Ask, CanonicalState, ProcessDefinition, Stimulus, Turn, Wait } from '../../src/engine/index.js'
import { xmlOf } from './models.js'
import type { modelNames } from './models.js'

type Facts = Record<string, unknown>
type ModelName = (typeof modelNames)[number]

const compiled = new Map<ModelName, Promise<ProcessDefinition>>()
// What one case has shown of the model need not be played on the engine again for the next.
const advance = learningAdvance(createTransitions())

/** A case that is played on the model and the engine alone: no store, no calendar, no people. */
export type PlayedCase = Awaited<ReturnType<typeof play>>

/** Starts a process. What a form says, and what the office derives from rows, comes in as facts. */
export async function play(name: ModelName, begin: Facts) {
  const definition = await definitionOf(name)
  const facts: Facts = { ...begin, now: '2026-04-15T01:30:00.000Z' }
  let turn = await advance(definition, null, { kind: 'start' }, ask => answer(definition, facts, ask))

  return {
    facts,
    /** The user tasks that wait, in the order of the diagram; one of several runs is said as often as it waits. */
    tasks: () => idsOf(turn, 'userTask'),
    timers: () => idsOf(turn, 'timer'),
    ended: () => (turn.ended ? turn.endEvents.at(-1) : undefined),
    complete: (activityId: string, said: Facts = {}) => step('userTask', 'complete', activityId, said),
    fire: (activityId: string) => step('timer', 'fireTimer', activityId),
    finishJob: (activityId: string) => step('job', 'completeJob', activityId),
    receive: (activityId: string) => step('message', 'message', activityId),
  }

  async function step(
    kind: Wait['kind'],
    stimulus: Exclude<Stimulus['kind'], 'start' | 'cancel' | 'failJob'>,
    activityId: string,
    said: Facts = {},
  ) {
    const wait = turn.waiting.find(each => each.kind === kind && each.activityId === activityId)
    if (!wait)
      throw new Error(`${activityId} does not wait; ${turn.waiting.map(each => each.activityId).join()}`)
    Object.assign(facts, said)
    const state: CanonicalState = turn.state
    turn = await advance(definition, state, { kind: stimulus, slot: wait.slot }, ask =>
      answer(definition, facts, ask),
    )
  }
}

function definitionOf(name: ModelName): Promise<ProcessDefinition> {
  const known = compiled.get(name) ?? compile(xmlOf(name))
  compiled.set(name, known)
  return known
}

function answer(definition: ProcessDefinition, facts: Facts, ask: Ask) {
  switch (ask.kind) {
    case 'condition':
    case 'completion':
      return evaluateFeel(ask.expression, facts) === true
    case 'cardinality':
      return (facts[ask.collection] as unknown[]).length
    case 'record':
      for (const { name, value } of definition.nodes.get(ask.elementId)!.outputs)
        facts[name] = value.startsWith('=') ? evaluateFeel(value.slice(1), facts) : value
      return null
  }
}

function idsOf({ waiting }: Turn, kind: Wait['kind']): string[] {
  return waiting
    .filter(wait => wait.kind === kind)
    .map(wait => wait.activityId)
    .sort()
}
