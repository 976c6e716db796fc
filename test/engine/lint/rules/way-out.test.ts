import { boundary, end, flow, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const circle = start() + task('A') + task('B') + flows('Start', 'A', 'B', 'A')

testRule('way-out', {
  valid: {
    'a loop with a way out':
      start() +
      task('A') +
      node('exclusiveGateway', 'G', 'default="G-End"') +
      end() +
      flows('Start', 'A', 'G', 'End') +
      flow('G', 'A', 'x'),
    'a loop that a timer ends': circle + boundary('T', 'A', timer('P1D')) + end() + flows('T', 'End'),
  },
  invalid: {
    'a loop without a way out': {
      example: circle + end(),
      at: 'Start',
      says: ['开始事件（Start）', '结束事件'],
    },
    'a loop without a way out, on one of two ways': {
      example:
        start() +
        node('exclusiveGateway', 'G', 'default="G-End"') +
        end() +
        flows('Start', 'G', 'End') +
        flow('G', 'A', 'x') +
        task('A') +
        task('B') +
        flows('A', 'B', 'A'),
      at: 'A',
      says: ['用户任务『A』', '结束事件'],
    },
  },
})
