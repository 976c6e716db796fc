import fc from 'fast-check'

/** A block-structured process: sound by construction, so whatever goes wrong with it is the engine’s doing. */
export type Block =
  | { readonly kind: 'task' | 'service' | 'throw' | 'receive' }
  | { readonly kind: 'many'; readonly count: number; readonly sequential: boolean }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel' | 'events'; readonly blocks: readonly Block[] }
  | { readonly kind: 'loop' | 'limited' | 'guarded'; readonly block: Block }

/** Models of up to three levels; every construct the engine promises to run. */
export const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block; leaf: Block }>(tie => ({
  leaf: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Block>({ kind: 'task' }) },
    fc.constant<Block>({ kind: 'service' }),
    fc.constant<Block>({ kind: 'throw' }),
    fc.constant<Block>({ kind: 'receive' }),
    fc.record({
      kind: fc.constant('many' as const),
      count: fc.integer({ min: 1, max: 3 }),
      sequential: fc.boolean(),
    }),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 3 },
    tie('leaf'),
    fc.record({
      kind: fc.constantFrom(
        'sequence' as const,
        'exclusive' as const,
        'parallel' as const,
        'events' as const,
      ),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom('loop' as const, 'limited' as const, 'guarded' as const),
      block: tie('block'),
    }),
  ),
})).block

/** The BPMN of a block. Conditions are `ask`, answered by the test; cardinalities are numbers in the diagram. */
export function modelOf(block: Block): string {
  const elements: string[] = []
  const messages: string[] = []
  let count = 0
  const next = (kind: string) => `${kind}_${++count}`
  const add = (xml: string) => void elements.push(xml)
  const flow = (from: string, to: string, condition?: string) => {
    const id = next('flow')
    add(
      condition === undefined
        ? `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`
        : `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="feel">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    )
    return id
  }
  const message = () => {
    const id = next('Message')
    messages.push(`<bpmn:message id="${id}" name="${id}"/>`)
    return `<bpmn:messageEventDefinition messageRef="${id}"/>`
  }
  const exclusive = (outgoing: (gateway: string) => string) => {
    const gateway = next('xor')
    const usual = outgoing(gateway)
    add(`<bpmn:exclusiveGateway id="${gateway}" default="${usual}"/>`)
    return gateway
  }

  /** Draws the block and answers where it begins and ends. */
  function draw(b: Block): [string, string] {
    switch (b.kind) {
      case 'task':
        return node(id => `<bpmn:userTask id="${id}" camunda:candidateGroups="officer"/>`, 'task')
      case 'service':
        return node(id => `<bpmn:serviceTask id="${id}" camunda:type="external" camunda:topic="t"/>`, 'job')
      case 'throw':
        return node(id => `<bpmn:intermediateThrowEvent id="${id}"/>`, 'event')
      case 'receive':
        return node(
          id => `<bpmn:intermediateCatchEvent id="${id}">${message()}</bpmn:intermediateCatchEvent>`,
          'catch',
        )
      case 'many':
        return node(
          id =>
            `<bpmn:userTask id="${id}" camunda:candidateGroups="liaison"><bpmn:multiInstanceLoopCharacteristics isSequential="${b.sequential}"><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">${b.count}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
          'many',
        )
      case 'sequence': {
        const drawn = b.blocks.map(draw)
        drawn.slice(1).forEach(([begin], index) => flow(drawn[index]![1], begin))
        return [drawn[0]![0], drawn.at(-1)![1]]
      }
      case 'exclusive': {
        const drawn = b.blocks.map(draw)
        const join = next('merge')
        add(`<bpmn:exclusiveGateway id="${join}"/>`)
        const split = exclusive(gateway => {
          drawn.slice(1).forEach(([begin]) => flow(gateway, begin, 'ask'))
          return flow(gateway, drawn[0]![0])
        })
        drawn.forEach(([, end]) => flow(end, join))
        return [split, join]
      }
      case 'parallel': {
        const drawn = b.blocks.map(draw)
        const [split, join] = [next('fork'), next('join')]
        add(`<bpmn:parallelGateway id="${split}"/>`)
        add(`<bpmn:parallelGateway id="${join}"/>`)
        drawn.forEach(([begin, end]) => {
          flow(split, begin)
          flow(end, join)
        })
        return [split, join]
      }
      case 'events': {
        const drawn = b.blocks.map(draw)
        const [split, join] = [next('race'), next('merge')]
        add(`<bpmn:eventBasedGateway id="${split}"/>`)
        add(`<bpmn:exclusiveGateway id="${join}"/>`)
        drawn.forEach(([begin, end]) => {
          const caught = next('catch')
          add(`<bpmn:intermediateCatchEvent id="${caught}">${message()}</bpmn:intermediateCatchEvent>`)
          flow(split, caught)
          flow(caught, begin)
          flow(end, join)
        })
        return [split, join]
      }
      case 'loop': {
        const [begin, end] = draw(b.block)
        const [entry, exit, pause] = [next('merge'), next('exit'), next('task')]
        add(`<bpmn:exclusiveGateway id="${entry}"/>`)
        add(`<bpmn:exclusiveGateway id="${exit}"/>`)
        // a loop without a wait would be refused, rightly
        add(`<bpmn:userTask id="${pause}" camunda:candidateGroups="officer"/>`)
        flow(entry, begin)
        flow(end, pause)
        const decide = exclusive(gateway => {
          flow(gateway, entry, 'ask')
          return flow(gateway, exit)
        })
        flow(pause, decide)
        return [entry, exit]
      }
      case 'limited':
      case 'guarded': {
        const inner = scope(b.block)
        const [id, timer, after, join] = [next('sub'), next('timer'), next('task'), next('merge')]
        add(`<bpmn:subProcess id="${id}">${inner}</bpmn:subProcess>`)
        add(
          `<bpmn:boundaryEvent id="${timer}" attachedToRef="${id}" cancelActivity="${b.kind === 'guarded'}"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`,
        )
        add(`<bpmn:userTask id="${after}" camunda:candidateGroups="supervisor"/>`)
        flow(timer, after)
        if (b.kind === 'limited') {
          const end = next('end')
          add(`<bpmn:endEvent id="${end}"/>`)
          flow(after, end)
          return [id, id]
        }
        add(`<bpmn:exclusiveGateway id="${join}"/>`)
        flow(id, join)
        flow(after, join)
        return [id, join]
      }
    }
  }

  function node(xml: (id: string) => string, kind: string): [string, string] {
    const id = next(kind)
    add(xml(id))
    return [id, id]
  }

  function scope(b: Block): string {
    const outer = elements.splice(0)
    const [start, end] = [next('start'), next('end')]
    add(`<bpmn:startEvent id="${start}"/>`)
    add(`<bpmn:endEvent id="${end}"/>`)
    const [first, last] = draw(b)
    flow(start, first)
    flow(last, end)
    const inner = elements.splice(0).join('\n')
    elements.push(...outer)
    return inner
  }

  const body = scope(block)
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions" targetNamespace="https://bandecheng.dev/test">
<bpmn:process id="random" isExecutable="true">
${body}
</bpmn:process>
${messages.join('\n')}
</bpmn:definitions>`
}
