import { end, flow, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const loop = (inside: string, id: string) =>
  start() +
  node('exclusiveGateway', 'J', 'name="再来"') +
  inside +
  node('exclusiveGateway', 'G', 'default="G-End"') +
  end() +
  flows('Start', 'J', id, 'G', 'End') +
  flow('G', 'J', 'x')
const sub = (inside: string) => node('subProcess', 'Sub', '', start('S1') + inside + end('E1'))

testRule('automatic-loop', {
  valid: {
    'a loop with a task': loop(task('A'), 'A'),
    'a loop that waits a day': loop(node('intermediateCatchEvent', 'A', '', timer('P1D')), 'A'),
    'a loop with a job': loop(node('serviceTask', 'A'), 'A'),
    'a loop with a sub-process that waits': loop(sub(task('A') + flows('S1', 'A', 'E1')), 'Sub'),
    'gateways one after the other':
      start() +
      node('exclusiveGateway', 'G') +
      node('parallelGateway', 'H') +
      end() +
      flows('Start', 'G', 'H', 'End'),
  },
  invalid: {
    'a loop of gateways': {
      example:
        start() +
        node('exclusiveGateway', 'J', 'name="再来"') +
        node('exclusiveGateway', 'G', 'default="G-End"') +
        end() +
        flows('Start', 'J', 'G', 'End') +
        flow('G', 'J', 'x'),
      at: 'J',
      says: ['再来', '用户任务或等待事件'],
    },
    'a loop with an event that is thrown': {
      example: loop(node('intermediateThrowEvent', 'A'), 'A'),
      at: 'J',
      says: ['再来', '用户任务或等待事件'],
    },
    'a gateway that returns to itself': {
      example:
        start() +
        node('exclusiveGateway', 'J', 'name="再来" default="J-End"') +
        end() +
        flows('Start', 'J', 'End') +
        flow('J', 'J', 'x'),
      at: 'J',
      says: ['再来'],
    },
    'a loop with a sub-process that may wait for nothing': {
      example: loop(
        sub(
          node('exclusiveGateway', 'H', 'default="H-E1"') +
            task('A') +
            flows('S1', 'H', 'A', 'E1') +
            flow('H', 'E1'),
        ),
        'Sub',
      ),
      at: 'J',
      says: ['再来', '用户任务或等待事件'],
    },
  },
})
