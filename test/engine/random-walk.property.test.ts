import { expect } from 'chai'
import fc from 'fast-check'
import { advanceOnEngine, createTransitions, learningAdvance } from '../../src/engine/index.js'
import type {
  Advance,
  Ask,
  CanonicalState,
  ProcessDefinition,
  Stimulus,
  Turn,
  Wait,
} from '../../src/engine/index.js'
import { createEngine, readXml, toSourceContext } from '../../src/engine/bpmn.js'
import { canonical, toEngineState } from '../../src/engine/canonical-state.js'
import { observe } from '../../src/engine/observer.js'
import { readDefinition } from '../../src/engine/read-definition.js'
import { anyBlock, modelOf } from '../helpers/random-model.js'

const runs = 20
type Choice = readonly [pick: number, answers: readonly boolean[]]
const steps = fc.array(fc.tuple(fc.nat({ max: 50 }), fc.array(fc.boolean(), { maxLength: 6 })), {
  minLength: 1,
  maxLength: 14,
})

describe('Random models and random stimuli', function () {
  this.timeout(120_000)

  it('a recovered state does what an engine that was never stopped does', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock, steps, async (block, choices) => {
        const definition = await definitionOf(modelOf(block))
        const live = await liveInstance(definition)
        let turn = await advanceOnEngine(definition, null, { kind: 'start' }, answering([]))
        for (const [choice, answers] of choices) {
          expect(situation(turn.waiting)).to.deep.equal(live.situation())
          if (turn.ended) return
          const wait = turn.waiting[choice % turn.waiting.length]!
          live.apply(wait, answers)
          turn = await advanceOnEngine(definition, turn.state, stimulusFor(wait), answering(answers))
        }
      }),
      { numRuns: runs },
    )
  })

  it('a learnt turn is the engine’s own, and a state at rest is a fixed point', async () => {
    const transitions = createTransitions()
    const learning = learningAdvance(transitions)
    await fc.assert(
      fc.asyncProperty(anyBlock, steps, steps, async (block, first, second) => {
        const definition = await definitionOf(modelOf(block))
        for (const choices of [first, second, first]) {
          const path = await walk(learning, definition, choices)
          const alone = await walk(advanceOnEngine, definition, choices)
          expect(path).to.deep.equal(alone)
          for (const turn of path.filter(each => !each.ended)) {
            expect((await atRest(definition, turn.state)).hash).to.equal(turn.state.hash)
          }
        }
      }),
      { numRuns: runs },
    )
  })

  it('no stimulus leaves an instance running with nothing to wait for, and every wait can be answered', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock, steps, async (block, choices) => {
        const definition = await definitionOf(modelOf(block))
        for (const turn of await walk(advanceOnEngine, definition, choices)) {
          expect(turn.ended || turn.waiting.length > 0, 'waits for something').to.equal(true)
          expect(new Set(turn.waiting.map(wait => wait.slot)).size, 'slots are addresses').to.equal(
            turn.waiting.length,
          )
        }
      }),
      { numRuns: runs },
    )
  })
})

async function definitionOf(xml: string): Promise<ProcessDefinition> {
  const { root, context } = await readXml(xml)
  return { ...readDefinition(root)!, xml, source: toSourceContext(context) }
}

function stimulusFor(wait: Wait): Stimulus {
  const kinds = { userTask: 'complete', timer: 'fireTimer', job: 'completeJob', message: 'message' } as const
  return { kind: kinds[wait.kind], slot: wait.slot }
}

function answering(script: readonly boolean[]) {
  let position = 0
  return (ask: Ask) => (ask.kind === 'cardinality' ? Number(ask.collection) : (script[position++] ?? false))
}

async function walk(advance: Advance, definition: ProcessDefinition, choices: readonly Choice[]) {
  const turns: Turn[] = []
  let turn = await advance(definition, null, { kind: 'start' }, answering([]))
  turns.push(turn)
  for (const [choice, answers] of choices) {
    if (turn.ended) break
    const wait = turn.waiting[choice % turn.waiting.length]!
    turn = await advance(definition, turn.state, stimulusFor(wait), answering(answers))
    turns.push(turn)
  }
  return turns
}

async function atRest(definition: ProcessDefinition, state: CanonicalState): Promise<CanonicalState> {
  const observer = observe(definition, () => false)
  const engine = createEngine({ sourceContext: definition.source, ...observer.options })
  engine.recover(toEngineState(state))
  return canonical((await engine.resume()).getState()).state
}

/** What can be done now, whatever the ids. */
function situation(waits: readonly { kind: string; activityId: string; index?: number }[]): string[] {
  return waits.map(({ kind, activityId, index }) => `${kind} ${activityId} ${index ?? ''}`).sort()
}

/** One engine that runs on and is never saved. A wait is open while the engine’s own state still holds its id. */
async function liveInstance(definition: ProcessDefinition) {
  let answer = answering([])
  const observer = observe(definition, ask => answer(ask))
  const engine = createEngine({ sourceContext: definition.source, ...observer.options })
  const run = await engine.execute()
  const open = () => {
    if (run.state !== 'running') return []
    const alive = JSON.stringify(run.getState())
    return observer.open().filter(wait => alive.includes(`"executionId":"${wait.slot}"`))
  }
  return {
    situation: () => situation(open()),
    apply(wait: Wait, answers: readonly boolean[]) {
      answer = answering(answers)
      const same = open().find(
        each => each.activityId === wait.activityId && each.kind === wait.kind && each.index === wait.index,
      )!
      if (same.kind === 'timer') same.api.cancel()
      else same.api.signal()
    },
  }
}
