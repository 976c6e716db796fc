import { expect } from 'chai'
import {
  advanceOnEngine,
  compile,
  createTransitions,
  InstanceEndedError,
  learningAdvance,
  NothingWaitsError,
  StepFailedError,
} from '../../src/engine/index.js'
import type { Advance, Answer, Ask, ProcessDefinition, Stimulus, Turn } from '../../src/engine/index.js'
import { diagram } from '../helpers/bpmn.js'

const user = (id: string, inside = '') =>
  `<bpmn:userTask id="${id}" name="${id}" camunda:candidateGroups="officer">${inside}</bpmn:userTask>`
const flow = (from: string, to: string, condition = '') =>
  condition === ''
    ? `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`
    : `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="feel">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`
const start = '<bpmn:startEvent id="start" name="开始"/>'
const end = (id = 'end', inside = '') => `<bpmn:endEvent id="${id}" name="结束">${inside}</bpmn:endEvent>`
const timer = (id: string, on: string, interrupting: boolean) =>
  `<bpmn:boundaryEvent id="${id}" name="${id}" attachedToRef="${on}" cancelActivity="${interrupting}"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`

const no: (ask: Ask) => Answer = () => false

for (const [how, make] of [
  ['on the engine alone', () => advanceOnEngine],
  ['with learnt transitions', () => learningAdvance()],
] as const) {
  describe(`A turn ${how}`, () => {
    let advance: Advance
    beforeEach(() => {
      advance = make()
    })

    it('waits at a user task and ends when it is completed', async () => {
      const play = await player(advance, start + user('a') + end() + flow('start', 'a') + flow('a', 'end'))
      expect(play.open()).to.deep.equal(['userTask a'])
      await play.complete('a')
      expect(play.turn.ended).to.equal(true)
      expect(play.turn.endEvents).to.deep.equal(['end'])
      expect(play.turn.passed.map(({ kind, elementId }) => `${kind} ${elementId}`)).to.deep.equal([
        'completed a',
        'taken a_end',
        'entered end',
        'completed end',
      ])
    })

    it('asks conditions in order and takes the default when none holds', async () => {
      const body =
        start +
        user('a') +
        '<bpmn:exclusiveGateway id="x" name="结果" default="x_c"/>' +
        user('b') +
        user('c') +
        end() +
        flow('start', 'a') +
        flow('a', 'x') +
        flow('x', 'b', 'yes = true') +
        flow('x', 'c') +
        flow('b', 'end') +
        flow('c', 'end')
      const asked: Ask[] = []
      const play = await player(advance, body)
      await play.complete('a', ask => {
        asked.push(ask)
        return false
      })
      expect(asked).to.deep.equal([{ kind: 'condition', flowId: 'x_b', expression: 'yes = true' }])
      expect(play.open()).to.deep.equal(['userTask c'])
    })

    it('lets an interrupting timer end the task, and one that does not leave it open', async () => {
      const body = (interrupting: boolean) =>
        start +
        user('a') +
        timer('t', 'a', interrupting) +
        user('b') +
        end() +
        end('end2') +
        flow('start', 'a') +
        flow('a', 'end') +
        flow('t', 'b') +
        flow('b', 'end2')
      const hard = await player(advance, body(true))
      await hard.fire('t')
      expect(hard.open()).to.deep.equal(['userTask b'])
      const soft = await player(advance, body(false))
      await soft.fire('t')
      expect(soft.open()).to.have.members(['userTask a', 'userTask b'])
      expect(soft.turn.waiting.find(wait => wait.activityId === 'a')?.was).to.not.equal(null)
      expect(soft.turn.waiting.find(wait => wait.activityId === 'b')?.was).to.equal(null)
    })

    it('follows each run of a multi-instance task by its index', async () => {
      const many =
        '<bpmn:multiInstanceLoopCharacteristics camunda:collection="departments" camunda:elementVariable="department"/>'
      const play = await player(
        advance,
        start + user('a', many) + end() + flow('start', 'a') + flow('a', 'end'),
        ask => (ask.kind === 'cardinality' ? 3 : false),
      )
      expect(play.turn.waiting.map(wait => wait.index)).to.deep.equal([0, 1, 2])
      const middle = play.turn.waiting[1]!
      await play.step({ kind: 'complete', slot: middle.slot })
      expect(play.turn.waiting.map(wait => wait.index)).to.deep.equal([0, 2])
      expect(play.turn.waiting.every(wait => wait.was !== null)).to.equal(true)
    })

    it('asks a service task’s work of the outside, and catches its error', async () => {
      const body =
        start +
        '<bpmn:serviceTask id="s" name="固化" camunda:type="external" camunda:topic="report.freeze"/>' +
        '<bpmn:boundaryEvent id="e" name="失败" attachedToRef="s"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>' +
        user('b') +
        end() +
        end('end2') +
        flow('start', 's') +
        flow('s', 'end') +
        flow('e', 'b') +
        flow('b', 'end2')
      const play = await player(advance, body)
      expect(play.open()).to.deep.equal(['job s'])
      const slot = play.turn.waiting[0]!.slot
      const failed = await advance(
        play.definition,
        play.turn.state,
        { kind: 'failJob', slot, errorCode: 'x' },
        no,
      )
      expect(failed.waiting.map(wait => wait.activityId)).to.deep.equal(['b'])
      await play.step({ kind: 'completeJob', slot })
      expect(play.turn.ended).to.equal(true)
    })

    it('hands a job’s error code to the boundary event that names it', async () => {
      const body =
        start +
        '<bpmn:serviceTask id="s" name="固化" camunda:type="external" camunda:topic="report.freeze"/>' +
        '<bpmn:boundaryEvent id="e" name="失败" attachedToRef="s"><bpmn:errorEventDefinition errorRef="Error_1"/></bpmn:boundaryEvent>' +
        user('b') +
        end() +
        end('end2') +
        flow('start', 's') +
        flow('s', 'end') +
        flow('e', 'b') +
        flow('b', 'end2')
      const roots = '<bpmn:error id="Error_1" name="没有数据" errorCode="no-data"/>'
      const play = await player(advance, body, no, roots)
      const { slot } = play.turn.waiting[0]!
      await play.step({ kind: 'failJob', slot, errorCode: 'no-data' })
      expect(play.open()).to.deep.equal(['userTask b'])
    })

    it('comes back to the same state, byte for byte, when a loop comes round', async () => {
      const body =
        start +
        user('a') +
        '<bpmn:exclusiveGateway id="x" name="再来" default="x_end"/>' +
        end() +
        flow('start', 'a') +
        flow('a', 'x') +
        flow('x', 'a', 'again = true') +
        flow('x', 'end')
      const play = await player(advance, body)
      const first = play.turn.state
      await play.complete('a', () => true)
      expect(play.turn.state).to.deep.equal(first)
      expect(play.turn.waiting[0]!.was, 'another task at the same place').to.equal(null)
    })

    it('refuses what does not wait, what has ended, and a turn that cannot go on', async () => {
      const body =
        start +
        user('a') +
        '<bpmn:exclusiveGateway id="x" name="分支" default="x_b"/>' +
        user('b') +
        end() +
        flow('start', 'a') +
        flow('a', 'x') +
        flow('x', 'end', 'ok = true') +
        flow('x', 'b') +
        flow('b', 'end')
      const play = await player(advance, body)
      const { state } = play.turn
      expect(await failure(play.step({ kind: 'complete', slot: 'b_0000000001' }))).to.be.instanceOf(
        NothingWaitsError,
      )
      const broken = await failure(
        play.complete('a', () => {
          throw new StepFailedError('the world does not answer', undefined)
        }),
      )
      expect(broken).to.be.instanceOf(StepFailedError)
      expect(play.turn.state, 'the state still stands').to.equal(state)
      await play.complete('a', () => true)
      expect(await failure(play.step({ kind: 'complete', slot: 'a_0000000001' }))).to.be.instanceOf(
        InstanceEndedError,
      )
    })

    it('is ended by a cancellation, wherever it stands', async () => {
      const play = await player(advance, start + user('a') + end() + flow('start', 'a') + flow('a', 'end'))
      await play.step({ kind: 'cancel' })
      expect(play.turn).to.deep.include({ ended: true, waiting: [] })
    })
  })
}

describe('Learnt transitions', () => {
  it('play the second case without the engine, and ask what the first one asked', async () => {
    const definition = await compile(
      diagram(start + user('a') + end() + flow('start', 'a') + flow('a', 'end')),
    )
    const transitions = createTransitions()
    const advance = learningAdvance(transitions)
    for (let round = 0; round < 3; round++) {
      const begun = await advance(definition, null, { kind: 'start' }, no)
      await advance(definition, begun.state, { kind: 'complete', slot: begun.waiting[0]!.slot }, no)
      expect(transitions.size).to.equal(2)
    }
  })
})

async function player(advance: Advance, body: string, evaluate: (ask: Ask) => Answer = no, roots = '') {
  const definition: ProcessDefinition = await compile(diagram(body, { roots }))
  let turn: Turn = await advance(definition, null, { kind: 'start' }, evaluate)
  const slotOf = (activityId: string) => turn.waiting.find(wait => wait.activityId === activityId)!.slot
  const step = async (stimulus: Stimulus, answer: (ask: Ask) => Answer = no) => {
    turn = await advance(definition, turn.state, stimulus, answer)
  }
  return {
    definition,
    get turn() {
      return turn
    },
    open: () =>
      turn.waiting.filter(wait => wait.kind !== 'timer').map(wait => `${wait.kind} ${wait.activityId}`),
    step,
    complete: (activityId: string, answer = no) =>
      step({ kind: 'complete', slot: slotOf(activityId) }, answer),
    fire: (activityId: string) => step({ kind: 'fireTimer', slot: slotOf(activityId) }),
  }
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  )
}
