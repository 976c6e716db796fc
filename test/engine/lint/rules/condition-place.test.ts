import { boundary, end, flow, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

testRule('condition-place', {
  valid: {
    'conditions behind exclusive and inclusive gateways':
      start() +
      node('exclusiveGateway', 'G', 'default="G-H"') +
      node('inclusiveGateway', 'H', 'default="H-End"') +
      task('A') +
      end() +
      flow('Start', 'G') +
      flow('G', 'A', 'x') +
      flow('G', 'H') +
      flow('H', 'A', 'y') +
      flow('H', 'End') +
      flow('A', 'End'),
  },
  invalid: {
    'a condition behind a task': {
      example: start() + task('A') + end() + flow('Start', 'A') + flow('A', 'End', 'x'),
      at: 'A-End',
      says: ['A-End', '用户任务『A』', '排他网关'],
    },
    'a condition behind the start': {
      example: start() + end() + flow('Start', 'End', 'x'),
      at: 'Start-End',
      says: ['Start-End', '开始事件', '排他网关'],
    },
    'a condition behind a parallel gateway': {
      example: start() + node('parallelGateway', 'G') + end() + flow('Start', 'G') + flow('G', 'End', 'x'),
      at: 'G-End',
      says: ['G-End', '并行网关', '排他网关'],
    },
    'a condition behind a boundary event': {
      example:
        start() +
        task('A') +
        boundary('B', 'A', timer('P1D')) +
        end() +
        flow('Start', 'A') +
        flow('A', 'End') +
        flow('B', 'End', 'x'),
      at: 'B-End',
      says: ['B-End', '边界定时事件', '排他网关'],
    },
  },
})
