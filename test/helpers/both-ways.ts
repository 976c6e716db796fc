import { expect } from 'chai'
import { advanceOnEngine, learningAdvance } from '../../src/engine/index.js'
import type { Advance, Answer, ProcessDefinition, Turn } from '../../src/engine/index.js'

/**
 * Every turn twice: looked up where it has been learnt, and on the engine alone with the same answers. They must agree
 * in everything. What a story asks of the house it thus asks of both.
 *
 * The engine plays a turn purely by where it begins and what it is answered, so it alone is asked once for each of
 * them; every turn of every story is held against what it said.
 */
export function bothWays(learning: Advance = learningAdvance()): Advance {
  const said = new WeakMap<ProcessDefinition, Map<string, Turn>>()
  return async (definition, state, stimulus, evaluate) => {
    const answers: Answer[] = []
    const turn = await learning(definition, state, stimulus, ask => {
      const answer = evaluate(ask)
      answers.push(answer)
      return answer
    })
    const turns = said.get(definition) ?? new Map<string, Turn>()
    said.set(definition, turns)
    const key = JSON.stringify([state?.hash ?? null, stimulus, answers])
    const alone =
      turns.get(key) ?? (await advanceOnEngine(definition, state, stimulus, () => answers.shift() ?? null))
    turns.set(key, alone)
    expect(turn).to.deep.equal(alone)
    return turn
  }
}
