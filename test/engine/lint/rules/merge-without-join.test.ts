import { boundary, end, flow, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const fork =
  start() +
  node('parallelGateway', 'F', 'name="同时办"') +
  task('A') +
  task('B') +
  end() +
  flow('Start', 'F') +
  flow('F', 'A') +
  flow('F', 'B')

testRule('merge-without-join', {
  valid: {
    'a fork and its join': fork + node('parallelGateway', 'J') + flows('A', 'J', 'End') + flow('B', 'J'),
    'ways that end by themselves': fork + flows('A', 'End') + end('E2') + flows('B', 'E2'),
    'ways that end at the same end': fork + flows('A', 'End') + flow('B', 'End'),
    'a choice that meets again':
      start() +
      node('exclusiveGateway', 'G', 'default="G-B"') +
      task('A') +
      task('B') +
      task('C') +
      end() +
      flows('Start', 'G', 'B', 'C', 'End') +
      flow('G', 'A', 'x') +
      flow('A', 'C'),
    'a choice on one of the ways':
      fork +
      node('parallelGateway', 'J') +
      node('exclusiveGateway', 'G', 'default="G-J"') +
      flows('A', 'G', 'J', 'End') +
      flow('G', 'A', 'x') +
      flow('B', 'J'),
    'a reminder that ends by itself':
      start() +
      task('A') +
      boundary('T', 'A', timer('P1D'), false) +
      task('B') +
      end() +
      end('E2') +
      flows('Start', 'A', 'End') +
      flows('T', 'B', 'E2'),
    'work that returns to a task with a reminder':
      start() +
      task('A') +
      boundary('T', 'A', timer('P1D'), false) +
      task('B') +
      node('exclusiveGateway', 'G', 'default="G-End"') +
      end() +
      end('E2') +
      flows('Start', 'A', 'B', 'G', 'End') +
      flow('G', 'B', 'x') +
      flow('T', 'E2'),
  },
  invalid: {
    'ways that meet in a task': {
      example: fork + task('C') + flows('A', 'C', 'End') + flow('B', 'C'),
      at: 'C',
      says: ['用户任务『C』', '同时办', '各办一遍', '并行网关'],
    },
    'ways that meet in an exclusive gateway': {
      example: fork + node('exclusiveGateway', 'J', 'name="会合"') + flows('A', 'J', 'End') + flow('B', 'J'),
      at: 'J',
      says: ['会合', '并行网关'],
    },
    'a reminder that comes back to the work': {
      example:
        start() +
        task('A') +
        boundary('T', 'A', timer('P1D'), false) +
        task('B') +
        task('C') +
        end() +
        flows('Start', 'A', 'B', 'End') +
        flows('T', 'C', 'B'),
      at: 'B',
      says: ['用户任务『B』', '用户任务『A』', '各自结束'],
    },
  },
})
