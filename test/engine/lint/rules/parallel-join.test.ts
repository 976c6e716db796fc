import { boundary, end, flow, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const roots = '<bpmn:message id="M" name="m"/><bpmn:error id="E1" errorCode="e"/>'
const message = '<bpmn:messageEventDefinition messageRef="M"/>'
const fork = (type: string, attributes = '') =>
  start() +
  node(type, 'F', attributes) +
  task('A') +
  task('B') +
  node('parallelGateway', 'J', 'name="会齐"') +
  end() +
  flow('Start', 'F')
const parallel = fork('parallelGateway') + flow('F', 'A') + flow('F', 'B')
const refused = (body: string, ...says: string[]) => ({
  example: { body, roots },
  at: 'J',
  says: ['会齐', '排他网关', ...says],
})

testRule('parallel-join', {
  valid: {
    'a fork and its join': parallel + flows('A', 'J', 'End') + flow('B', 'J'),
    'a loop on one of the ways':
      parallel +
      node('exclusiveGateway', 'G', 'default="G-J"') +
      flows('A', 'G', 'J', 'End') +
      flow('G', 'A', 'x') +
      flow('B', 'J'),
    'a choice that meets again before the join':
      parallel +
      node('exclusiveGateway', 'G', 'default="G-H"') +
      task('C') +
      node('exclusiveGateway', 'H') +
      flows('A', 'G', 'H', 'J', 'End') +
      flow('G', 'C', 'x') +
      flow('C', 'H') +
      flow('B', 'J'),
    'a loop around fork and join':
      start() +
      node('exclusiveGateway', 'L') +
      node('parallelGateway', 'F') +
      task('A') +
      task('B') +
      node('parallelGateway', 'J') +
      node('exclusiveGateway', 'G', 'default="G-End"') +
      end() +
      flows('Start', 'L', 'F', 'A', 'J', 'G', 'End') +
      flows('F', 'B', 'J') +
      flow('G', 'L', 'x'),
    'a message on one of the ways': {
      body:
        parallel +
        node('intermediateCatchEvent', 'C', '', message) +
        flows('A', 'C', 'J', 'End') +
        flow('B', 'J'),
      roots,
    },
    'a way on which all is broken off':
      parallel +
      node('exclusiveGateway', 'G', 'default="G-J"') +
      end('X', '<bpmn:terminateEventDefinition/>') +
      flows('A', 'G', 'J', 'End') +
      flow('G', 'X', 'x') +
      flow('B', 'J'),
    'a timer that takes one way to the join':
      parallel +
      boundary('T', 'A', timer('P1D')) +
      node('exclusiveGateway', 'G') +
      flows('A', 'G', 'J', 'End') +
      flow('T', 'G') +
      flow('B', 'J'),
    'a reminder on one of the ways':
      parallel +
      boundary('T', 'A', timer('P1D'), false) +
      end('X') +
      flows('T', 'X') +
      flows('A', 'J', 'End') +
      flow('B', 'J'),
    'a withdrawal at any time': {
      body:
        start() +
        node('parallelGateway', 'Any') +
        node('eventBasedGateway', 'W') +
        node('intermediateCatchEvent', 'C', '', message) +
        end('X', '<bpmn:terminateEventDefinition/>') +
        node('intermediateCatchEvent', 'D', '', message) +
        flows('Start', 'Any', 'W', 'C', 'X') +
        flows('W', 'D', 'X') +
        node('parallelGateway', 'F') +
        task('A') +
        task('B') +
        node('parallelGateway', 'J') +
        end() +
        flows('Any', 'F', 'A', 'J', 'End') +
        flows('F', 'B', 'J'),
      roots,
    },
    'ten tasks at the same time, each with a loop':
      start() +
      node('parallelGateway', 'F') +
      node('parallelGateway', 'J') +
      end() +
      flows('Start', 'F') +
      flows('J', 'End') +
      Array.from(
        { length: 10 },
        (_, index) =>
          task(`A${index}`) +
          node('exclusiveGateway', `G${index}`, `default="G${index}-J"`) +
          flows('F', `A${index}`, `G${index}`, 'J') +
          flow(`G${index}`, `A${index}`, 'x'),
      ).join(''),
  },
  invalid: {
    'a join behind a choice': refused(
      fork('exclusiveGateway', 'default="F-B"') +
        flow('F', 'A', 'x') +
        flow('F', 'B') +
        flows('A', 'J', 'End') +
        flow('B', 'J'),
    ),
    'a join behind an inclusive gateway': refused(
      fork('inclusiveGateway', 'default="F-B"') +
        flow('F', 'A', 'x') +
        flow('F', 'B') +
        flows('A', 'J', 'End') +
        flow('B', 'J'),
    ),
    'a way that may end before the join': refused(
      parallel +
        node('exclusiveGateway', 'G', 'name="通过" default="G-J"') +
        end('X') +
        flows('A', 'G', 'J', 'End') +
        flow('G', 'X', 'x') +
        flow('B', 'J'),
      '通过',
    ),
    'a timer that takes the work past the join': refused(
      parallel +
        boundary('T', 'A', timer('P1D')) +
        end('X') +
        flows('T', 'X') +
        flows('A', 'J', 'End') +
        flow('B', 'J'),
      '用户任务『A』',
    ),
    'a reminder that must have come': refused(
      start() +
        task('A') +
        boundary('T', 'A', timer('P1D'), false) +
        node('parallelGateway', 'J', 'name="会齐"') +
        end() +
        flows('Start', 'A', 'J', 'End') +
        flow('T', 'J'),
    ),
    'a join hidden by a withdrawal that may never come': refused(
      start() +
        node('parallelGateway', 'Any') +
        node('intermediateCatchEvent', 'C', '', message) +
        end('X', '<bpmn:terminateEventDefinition/>') +
        flows('Start', 'Any', 'C', 'X') +
        node('exclusiveGateway', 'F', 'default="F-B"') +
        task('A') +
        task('B') +
        node('parallelGateway', 'J', 'name="会齐"') +
        end() +
        flows('Any', 'F', 'B', 'J', 'End') +
        flow('F', 'A', 'x') +
        flow('A', 'J'),
    ),
    'a join in a sub-process': refused(
      start() +
        node(
          'subProcess',
          'Sub',
          '',
          fork('exclusiveGateway', 'default="F-B"')
            .replace('Start', 'S1')
            .replace(
              '<bpmn:sequenceFlow id="Start-F" sourceRef="Start"',
              '<bpmn:sequenceFlow id="S1-F" sourceRef="S1"',
            )
            .replace('id="End"', 'id="E9"') +
            flow('F', 'A', 'x') +
            flow('F', 'B') +
            flows('A', 'J', 'E9') +
            flow('B', 'J'),
        ) +
        end() +
        flows('Start', 'Sub', 'End'),
    ),
  },
})
