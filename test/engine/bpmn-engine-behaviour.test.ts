import { expect } from 'chai'
import { boundary, end, flow, flows, node, start, task, timer } from '../helpers/bpmn.js'
import { playAlone } from '../helpers/bpmn-engine-alone.js'

// What bpmn-engine 25.0.1 does with diagrams that lint refuses. A test that fails after an upgrade is good news, or
// a reason to look at the rule that is named with it.

const message = '<bpmn:messageEventDefinition messageRef="M"/>'
const roots =
  '<bpmn:message id="M" name="m"/><bpmn:error id="E1" errorCode="e1"/><bpmn:error id="E2" errorCode="e2"/>'
const again = (xml: string) => xml.replace(/id="([^"]*)"/, 'id="again"')

describe('bpmn-engine, left to itself', () => {
  describe('at gateways', () => {
    it('does not wait at a converging inclusive gateway (inclusive-join)', async () => {
      const run = await playAlone(
        start() +
          node('parallelGateway', 'F') +
          task('A') +
          task('B') +
          node('inclusiveGateway', 'J') +
          task('C') +
          flows('Start', 'F', 'A', 'J', 'C') +
          flows('F', 'B', 'J'),
      )
      run.complete('A')
      expect(run.waiting()).to.deep.equal(['B', 'C'])
    })

    it('fails where no condition is true and nothing is the default (default-flow)', async () => {
      for (const type of ['exclusiveGateway', 'inclusiveGateway']) {
        const run = await playAlone(
          start() + node(type, 'G') + task('A') + flow('Start', 'G') + flow('G', 'A', 'no'),
        )
        expect(run.error()?.message).to.contain('no conditional flow taken')
      }
    })

    it('takes a default flow without asking its condition (default-flow)', async () => {
      const run = await playAlone(
        start() +
          node('exclusiveGateway', 'G', 'default="G-A"') +
          task('A') +
          flow('Start', 'G') +
          flow('G', 'A', 'no'),
      )
      expect(run.waiting()).to.deep.equal(['A'])
    })

    it('takes the first flow without a condition and never looks at the others (condition-required)', async () => {
      const run = await playAlone(
        start() +
          node('exclusiveGateway', 'G') +
          task('A') +
          task('B') +
          flow('Start', 'G') +
          flow('G', 'A') +
          flow('G', 'B', 'yes'),
        { yes: ['G-B'] },
      )
      expect(run.waiting()).to.deep.equal(['A'])
    })

    it('takes one of two flows between the same nodes (duplicate-flow)', async () => {
      const run = await playAlone(
        start() +
          node('parallelGateway', 'G') +
          task('A') +
          flow('Start', 'G') +
          flow('G', 'A') +
          again(flow('G', 'A')),
      )
      run.complete('A')
      expect(run.waiting()).to.deep.equal([])
      expect(run.entered.filter(id => id === 'A')).to.have.length(1)
    })

    it('counts a way not taken as come at a parallel join, so a loop is overtaken (parallel-join: the engine’s flows are silent instead)', async () => {
      const run = await playAlone(
        start() +
          node('parallelGateway', 'F') +
          task('A') +
          task('B') +
          node('exclusiveGateway', 'G', 'default="G-J"') +
          node('parallelGateway', 'J') +
          task('C') +
          flows('Start', 'F', 'A', 'G') +
          flow('G', 'J') +
          flow('G', 'A', 'again') +
          flows('F', 'B', 'J', 'C'),
        { yes: ['G-A'] },
      )
      run.complete('B')
      run.complete('A')
      expect(run.waiting(), 'C although A is to be done again').to.have.members(['A', 'C'])
    })

    it('lets a task stand behind an event-based gateway and loses what comes after it (event-gateway)', async () => {
      const run = await playAlone(
        start() +
          node('eventBasedGateway', 'G') +
          task('A') +
          node('intermediateCatchEvent', 'C', '', message) +
          task('B') +
          end() +
          flows('Start', 'G', 'C', 'B') +
          flows('G', 'A', 'End'),
        { roots },
      )
      expect(run.waiting()).to.have.members(['A', 'C'])
    })

    it('passes an event-based gateway behind which nothing waits (event-gateway)', async () => {
      const run = await playAlone(start() + node('eventBasedGateway', 'G') + flow('Start', 'G'))
      expect(run.ended()).to.be.true
    })
  })

  describe('at the beginning', () => {
    it('starts at every start event (start-events)', async () => {
      const run = await playAlone(
        start('S1') + start('S2') + task('A') + task('B') + flow('S1', 'A') + flow('S2', 'B'),
      )
      expect(run.waiting()).to.deep.equal(['A', 'B'])
    })

    it('starts at every start event of a sub-process (start-events)', async () => {
      const sub = node(
        'subProcess',
        'Sub',
        '',
        start('S1') + start('S2') + task('A') + task('B') + flow('S1', 'A') + flow('S2', 'B'),
      )
      const run = await playAlone(start() + sub + flow('Start', 'Sub'))
      expect(run.waiting()).to.deep.equal(['A', 'B'])
    })

    it('opens what nothing leads to (unreachable)', async () => {
      const run = await playAlone(start() + task('A') + task('Forgotten') + flow('Start', 'A'))
      expect(run.waiting()).to.deep.equal(['A', 'Forgotten'])
    })

    it('never begins when a flow leads back to the start (flow-ends)', async () => {
      const run = await playAlone(start() + task('A') + flows('Start', 'A', 'Start'))
      expect(run.entered).to.deep.equal([])
      expect(run.ended()).to.be.false
    })

    it('starts every executable process of the file (executable-process)', async () => {
      const second = `<bpmn:process id="q" isExecutable="true">${start('S2') + task('B') + flow('S2', 'B')}</bpmn:process>`
      const run = await playAlone(start() + task('A') + flow('Start', 'A'), { roots: second })
      expect(run.waiting()).to.have.members(['A', 'B'])
    })

    it('never starts an event sub-process (supported-elements)', async () => {
      const sub = node(
        'subProcess',
        'Sub',
        'triggeredByEvent="true"',
        node('startEvent', 'S2', '', message) + task('B') + flow('S2', 'B'),
      )
      const run = await playAlone(start() + task('A') + end() + flows('Start', 'A', 'End') + sub, { roots })
      expect(run.waiting()).to.deep.equal(['A'])
      expect(run.entered).to.not.include('Sub')
    })
  })

  describe('on the way', () => {
    it('stays for ever where a flow enters a sub-process from outside (flow-ends)', async () => {
      const sub = node('subProcess', 'Sub', '', start('S1') + task('B') + task('C') + flow('S1', 'B'))
      const run = await playAlone(start() + sub + task('A') + flows('Start', 'Sub', 'A', 'C'))
      run.complete('B')
      run.complete('A')
      expect(run.waiting()).to.deep.equal([])
      expect(run.ended()).to.be.false
    })

    it('goes on behind an end event (flow-ends)', async () => {
      const run = await playAlone(start() + end() + task('A') + flows('Start', 'End', 'A'))
      expect(run.waiting()).to.deep.equal(['A'])
    })

    it('does a task once for each token, one after the other (merge-without-join; loops may return to a task)', async () => {
      const run = await playAlone(
        start() +
          node('parallelGateway', 'F') +
          task('A') +
          task('B') +
          task('C') +
          end() +
          flows('Start', 'F', 'A', 'C', 'End') +
          flows('F', 'B', 'C'),
      )
      run.complete('A')
      run.complete('B')
      expect(run.waiting()).to.deep.equal(['C'])
      run.complete('C')
      expect(run.waiting()).to.deep.equal(['C'])
      run.complete('C')
      expect(run.ended()).to.be.true
    })

    it('follows every flow out of a task (implicit-split)', async () => {
      const run = await playAlone(
        start() + task('A') + task('B') + task('C') + flows('Start', 'A', 'B') + flow('A', 'C'),
      )
      run.complete('A')
      expect(run.waiting()).to.deep.equal(['B', 'C'])
    })

    it('fails behind a task whose only condition is false (condition-place)', async () => {
      const run = await playAlone(start() + task('A') + task('B') + flow('Start', 'A') + flow('A', 'B', 'no'))
      run.complete('A')
      expect(run.error()?.message).to.contain('no conditional flow taken')
    })

    it('fails at a multi-instance task without a number, when a case is already there (multi-instance)', async () => {
      const run = await playAlone(
        start() + task('A', '<bpmn:multiInstanceLoopCharacteristics/>') + flow('Start', 'A'),
      )
      expect(run.error()?.message).to.contain('cardinality or collection is required')
    })
  })

  describe('at events', () => {
    const waiting = (definition: string) =>
      start() + node('intermediateCatchEvent', 'C', '', definition) + task('A') + flows('Start', 'C', 'A')

    it('fails at an invalid duration, when a case is already there (timer-value)', async () => {
      expect((await playAlone(waiting(timer('3 days')))).error()?.message).to.contain('ISO 8601')
    })

    it('passes a timer without a value at once (timer-value)', async () => {
      expect((await playAlone(waiting('<bpmn:timerEventDefinition/>'))).waiting()).to.include('A')
    })

    it('waits for ever at a catch event that says not what for (supported-elements)', async () => {
      expect((await playAlone(waiting(''))).waiting()).to.deep.equal(['C'])
    })

    it('waits for ever for a message that is not named (message-name)', async () => {
      expect((await playAlone(waiting('<bpmn:messageEventDefinition/>'))).waiting()).to.deep.equal(['C'])
    })

    it('ends a case in silence behind an interrupting event with nothing after it (dead-end)', async () => {
      const run = await playAlone(
        start() + task('A') + boundary('B', 'A', message) + end() + flows('Start', 'A', 'End'),
        { roots },
      )
      run.complete('B')
      expect(run.ended()).to.be.true
      expect(run.entered).to.not.include('End')
    })

    it('fires a non-interrupting event once only (a second message finds nobody)', async () => {
      const run = await playAlone(
        start() + task('A') + boundary('B', 'A', message, false) + end() + flows('Start', 'A', 'End'),
        { roots },
      )
      run.complete('B')
      expect(run.waiting()).to.deep.equal(['A'])
    })

    const failing = node(
      'subProcess',
      'Sub',
      '',
      start('S1') +
        task('B') +
        end('X', '<bpmn:errorEventDefinition errorRef="E1"/>') +
        flows('S1', 'B', 'X'),
    )

    it('goes on as if nothing had happened where nobody catches an error (error-events)', async () => {
      for (const border of ['', boundary('C', 'Sub', '<bpmn:errorEventDefinition errorRef="E2"/>')]) {
        const run = await playAlone(start() + failing + border + task('A') + flows('Start', 'Sub', 'A'), {
          roots,
        })
        run.complete('B')
        expect(run.waiting()).to.include('A')
        expect(run.error()).to.be.undefined
      }
    })

    it('follows every border that catches an error, not the best (error-events)', async () => {
      const borders =
        boundary('C1', 'Sub', '<bpmn:errorEventDefinition errorRef="E1"/>') +
        boundary('C2', 'Sub', '<bpmn:errorEventDefinition/>')
      const run = await playAlone(
        start() +
          failing +
          borders +
          task('A1') +
          task('A2') +
          flow('Start', 'Sub') +
          flow('C1', 'A1') +
          flow('C2', 'A2'),
        { roots },
      )
      run.complete('B')
      expect(run.waiting()).to.have.members(['A1', 'A2'])
    })

    it('goes on for a moment on the way to a border further out, when nothing has waited yet (error-events)', async () => {
      const atOnce = node(
        'subProcess',
        'Sub',
        '',
        start('S1') + end('X', '<bpmn:errorEventDefinition errorRef="E1"/>') + flow('S1', 'X'),
      )
      const between = node('intermediateThrowEvent', 'Between')
      const inside = start('S0') + atOnce + between + end('E0') + flows('S0', 'Sub', 'Between', 'E0')
      const border = boundary('C', 'Outer', '<bpmn:errorEventDefinition errorRef="E1"/>')
      const run = await playAlone(
        start() +
          node('subProcess', 'Outer', '', inside) +
          border +
          task('A') +
          flow('Start', 'Outer') +
          flow('C', 'A'),
        { roots },
      )
      expect(run.waiting()).to.deep.equal(['A'])
      expect(run.entered, 'although the error should have ended all in Outer').to.include('Between')
    })
  })

  describe('at what it does not know', () => {
    it('refuses a complex gateway when the model is read, and says so in its own words (supported-elements)', async () => {
      const run = await playAlone(start() + node('complexGateway', 'G') + end() + flows('Start', 'G', 'End'))
      expect(run.error()?.message).to.contain('Unknown activity type')
    })

    it('stays at a call activity for ever (supported-elements)', async () => {
      const staying = await playAlone(
        start() + node('callActivity', 'X') + task('A') + flows('Start', 'X', 'A'),
      )
      expect(staying.waiting()).to.deep.equal([])
      expect(staying.ended()).to.be.false
    })
  })
})
