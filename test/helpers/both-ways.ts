import { expect } from 'chai'
import { advanceOnEngine, learningAdvance } from '../../src/engine/index.js'
import type { Advance, Answer } from '../../src/engine/index.js'

/**
 * Every turn twice: looked up where it has been learnt, and on the engine alone with the same answers. They must agree
 * in everything. What a story asks of the house it thus asks of both.
 */
export function bothWays(learning: Advance = learningAdvance()): Advance {
  return async (definition, state, stimulus, evaluate) => {
    const answers: Answer[] = []
    const turn = await learning(definition, state, stimulus, ask => {
      const answer = evaluate(ask)
      answers.push(answer)
      return answer
    })
    const alone = await advanceOnEngine(definition, state, stimulus, () => answers.shift() ?? null)
    expect(turn).to.deep.equal(alone)
    return turn
  }
}
