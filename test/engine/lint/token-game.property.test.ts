import { expect } from 'chai'
import fc from 'fast-check'
import { readXml, toSourceContext } from '../../../src/engine/bpmn.js'
import { advanceOnEngine } from '../../../src/engine/index.js'
import type { CanonicalState, ProcessDefinition, Stimulus, Turn } from '../../../src/engine/index.js'
import { lintDefinitions } from '../../../src/engine/lint/index.js'
import { readDefinition } from '../../../src/engine/read-definition.js'
import { diagram, end, flow, node, start, task } from '../../helpers/bpmn.js'

type Kind = 'task' | 'exclusive' | 'parallel'

/** Any graph of a few tasks and gateways; most are nonsense, and lint must say of which. */
const anyGraph = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Kind>('task', 'exclusive', 'parallel', 'parallel'),
      targets: fc.tuple(fc.nat(7), fc.nat(7)),
    }),
    { minLength: 3, maxLength: 7 },
  )
  .map(nodes => {
    const ids = nodes.map(({ kind }, index) => `${kind}${index}`)
    const places = [...ids, 'End']
    const edges = nodes.flatMap(({ kind, targets }, index) => {
      // the first way leads onward, so that more of the graphs make sense
      const onward = index + 1 + (targets[0] % Math.max(1, places.length - index - 1))
      const chosen = new Set([onward, ...(kind === 'task' ? [] : [targets[1] % places.length])])
      return [...chosen].map(to => [ids[index]!, places[to]!] as const)
    })
    return { ids, edges: [['Start', ids[0]!] as const, ...edges] }
  })

interface Graph {
  readonly ids: readonly string[]
  readonly edges: readonly (readonly [from: string, to: string])[]
}

function drawn({ ids, edges }: Graph): string {
  const out = (id: string) => edges.filter(([from]) => from === id)
  const shapes = ids.map(id => {
    if (id.startsWith('task')) return task(id)
    const [usual] = out(id)
    const chooses = id.startsWith('exclusive') && out(id).length > 1
    return node(id.replace(/\d+$/, 'Gateway'), id, chooses ? `default="${usual!.join('-')}"` : '')
  })
  const flows = edges.map(([from, to]) => {
    const asks = from.startsWith('exclusive') && out(from).length > 1 && out(from)[0]![1] !== to
    return flow(from, to, asks ? 'any' : undefined)
  })
  return diagram(start() + end() + shapes.join('') + flows.join(''))
}

describe('lint’s game with tokens', () => {
  it('finds a join that waits for ever exactly where the engine comes to one', async () => {
    let played = 0
    let stuck = 0
    await fc.assert(
      fc.asyncProperty(anyGraph, async graph => {
        const xml = drawn(graph)
        const problems = (await lintDefinitions((await readXml(xml)).root)).filter(
          ({ severity }) => severity === 'error',
        )
        const said = problems.some(({ rule }) => rule === 'parallel-join')
        if (problems.some(({ rule }) => rule !== 'parallel-join')) return
        const found = await comesToNothing(await unchecked(xml))
        if (found === undefined) return
        played += 1
        if (found) stuck += 1
        expect(
          said,
          found ? 'lint overlooks a stuck join' : 'lint is afraid of a join that never gets stuck',
        ).to.equal(found)
      }),
      { numRuns: 250, seed: 20210401, endOnFailure: true },
    )
    expect(played, 'graphs that say something').to.be.above(8)
    expect(stuck, 'of which some get stuck').to.be.above(1)
  }).timeout(120_000)
})

/** The definition, also where lint would refuse it. */
async function unchecked(xml: string): Promise<ProcessDefinition> {
  const { root, context } = await readXml(xml)
  return { ...readDefinition(root)!, xml, source: toSourceContext(context) }
}

/**
 * Goes every way from the start, with every answer to every question, and says whether one of them ends in a case
 * that is running and waits for nothing; undefined when there are too many ways.
 */
async function comesToNothing(definition: ProcessDefinition): Promise<boolean | undefined> {
  const seen = new Set<string>()
  const open: [CanonicalState | null, Stimulus][] = [[null, { kind: 'start' }]]
  for (let next = open.pop(); next; next = open.pop()) {
    for (const turn of await everyTurn(definition, ...next)) {
      if (turn === 'stuck') return true
      if (turn === 'endless') return undefined
      if (turn.ended || seen.has(turn.state.hash)) continue
      seen.add(turn.state.hash)
      if (seen.size > 60) return undefined
      for (const { slot } of turn.waiting) open.push([turn.state, { kind: 'complete', slot }])
    }
  }
  return false
}

/** The turns that one stimulus can lead to: each time with the next series of answers, until all have been given. */
async function everyTurn(definition: ProcessDefinition, state: CanonicalState | null, stimulus: Stimulus) {
  const turns: (Turn | 'stuck' | 'endless')[] = []
  let answers: boolean[] = []
  do {
    let asked = 0
    const evaluate = () => (answers[asked++] ??= true)
    try {
      turns.push(await advanceOnEngine(definition, state, stimulus, evaluate))
    } catch (error) {
      turns.push((error as Error).message.includes('waits for nothing') ? 'stuck' : 'endless')
    }
    answers = answers.slice(0, asked)
    while (answers.at(-1) === false) answers.pop()
    if (answers.length > 0) answers[answers.length - 1] = false
    if (turns.length > 32) return [...turns, 'endless' as const]
  } while (answers.length > 0)
  return turns
}
