import { end, flow, flows, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

testRule('implicit-split', {
  valid: {
    'a gateway that splits':
      start() +
      node('parallelGateway', 'G') +
      task('A') +
      task('B') +
      end() +
      flows('Start', 'G', 'A', 'End') +
      flows('G', 'B', 'End'),
    'a line': start() + task('A') + end() + flows('Start', 'A', 'End'),
  },
  invalid: {
    'a task with two flows behind it': {
      example:
        start() +
        task('A') +
        task('B') +
        task('C') +
        end() +
        flows('Start', 'A', 'B', 'End') +
        flows('A', 'C', 'End'),
      at: 'A',
      says: ['用户任务『A』', '2条', '排他网关', '并行网关'],
    },
    'a start with two flows': {
      example: start() + task('A') + end() + flows('Start', 'A', 'End') + flow('Start', 'End'),
      at: 'Start',
      says: ['开始事件（Start）', '并行网关'],
    },
  },
})
