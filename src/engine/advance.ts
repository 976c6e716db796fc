import type { CanonicalState } from './canonical-state.js'
import type { ProcessDefinition } from './definition.js'
import type { Answer, Ask, Evaluate, Stimulus } from './stimulus.js'
import { createTransitions } from './transitions.js'
import type { Transitions } from './transitions.js'
import { playTurn } from './turn.js'
import type { Turn } from './turn.js'

/**
 * One step of an instance: `(definition, state, stimulus, evaluate) → turn`. The state is null for `start`. On any
 * error nothing has happened.
 */
export type Advance = (
  definition: ProcessDefinition,
  state: CanonicalState | null,
  stimulus: Stimulus,
  evaluate: Evaluate,
) => Promise<Turn>

/** Every turn on bpmn-engine itself, nothing remembered. */
export const advanceOnEngine: Advance = playTurn

/** Turns seen before are looked up, new ones are played on bpmn-engine and learnt. */
export function learningAdvance(transitions: Transitions = createTransitions()): Advance {
  return async (definition, state, stimulus, evaluate) => {
    const answers: (readonly [Ask, Answer])[] = []
    const known = transitions.recall(definition, state, stimulus, ask => {
      const answer = evaluate(ask)
      answers.push([ask, answer])
      return answer
    })
    if (known) return known
    const turn = await playTurn(definition, state, stimulus, replaying(answers, evaluate))
    transitions.learn(definition, state, stimulus, answers, turn)
    return turn
  }
}

// A recall that broke off has already asked some of the questions; each is asked of the world once per turn,
// because to note an output twice would be to note it wrongly.
function replaying(answers: (readonly [Ask, Answer])[], evaluate: Evaluate): Evaluate {
  let position = 0
  return ask => {
    const told = answers[position++]
    if (told) return told[1]
    const answer = evaluate(ask)
    answers.push([ask, answer])
    return answer
  }
}
