import type { ProcessDefinition } from './definition.js'
import { StepFailedError } from './errors.js'
import type { Answer, Ask, Evaluate, Stimulus } from './stimulus.js'
import type { CanonicalState } from './canonical-state.js'
import type { Turn } from './turn.js'

/** A turn as it was learnt: ask this, and by the answer go on, until the outcome is known. */
type Learnt = { readonly ask: Ask; readonly next: Map<Answer, Learnt> } | { readonly turn: Turn }

/**
 * What has been learnt of each definition: (state, stimulus, answers) → turn. It is a finite automaton discovered
 * along the way, never written by hand; the engine alone is the authority, and tests hold the two against each other.
 */
export interface Transitions {
  /** Plays the turn from memory, asking `evaluate` as the engine would; undefined when a step of it is unknown. */
  recall(
    definition: ProcessDefinition,
    state: CanonicalState | null,
    stimulus: Stimulus,
    evaluate: Evaluate,
  ): Turn | undefined
  /** Keeps a turn under the answers that led to it. */
  learn(
    definition: ProcessDefinition,
    state: CanonicalState | null,
    stimulus: Stimulus,
    answers: readonly (readonly [Ask, Answer])[],
    turn: Turn,
  ): void
  /** How many turns are known. */
  readonly size: number
}

/** Answers are evaluated once per turn: a recall that breaks off hands on what it was told. */
export function createTransitions(limit = 50_000): Transitions {
  const tables = new WeakMap<ProcessDefinition, Map<string, Learnt>>()
  let size = 0

  return {
    get size() {
      return size
    },
    recall(definition, state, stimulus, evaluate) {
      let node = tables.get(definition)?.get(keyOf(state, stimulus))
      while (node && 'ask' in node) node = node.next.get(evaluate(node.ask))
      return node?.turn
    },
    learn(definition, state, stimulus, answers, turn) {
      if (size >= limit) return
      const table = tables.get(definition) ?? new Map<string, Learnt>()
      tables.set(definition, table)
      if (plant(table, keyOf(state, stimulus), answers, turn)) size++
    },
  }
}

function keyOf(state: CanonicalState | null, stimulus: Stimulus): string {
  const slot = 'slot' in stimulus ? stimulus.slot : ''
  const code = 'errorCode' in stimulus ? stimulus.errorCode : ''
  return [state?.hash ?? '', stimulus.kind, slot, code].join('|')
}

function plant<K>(
  table: Map<K, Learnt>,
  key: K,
  answers: readonly (readonly [Ask, Answer])[],
  turn: Turn,
): boolean {
  const [first, ...rest] = answers
  const known = table.get(key)
  if (!first) {
    table.set(key, { turn })
    return known === undefined
  }
  const [ask, answer] = first
  if (known && !('ask' in known && sameAsk(known.ask, ask))) {
    throw new StepFailedError('One situation asked two different questions: the turn is not pure', undefined)
  }
  const node = known && 'ask' in known ? known : { ask, next: new Map<Answer, Learnt>() }
  table.set(key, node)
  return plant(node.next, answer, rest, turn)
}

function sameAsk(a: Ask, b: Ask): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
