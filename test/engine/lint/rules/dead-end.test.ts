import { boundary, end, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

testRule('dead-end', {
  valid: {
    'a line to the end': start() + task('A') + end() + flows('Start', 'A', 'End'),
    'a reminder with nothing behind it':
      start() + task('A') + boundary('T', 'A', timer('P1D'), false) + end() + flows('Start', 'A', 'End'),
  },
  invalid: {
    'a task with nothing behind it': {
      example: start() + task('A') + flows('Start', 'A'),
      at: 'A',
      says: ['用户任务『A』', '结束事件'],
    },
    'a gateway with nothing behind it': {
      example: start() + node('exclusiveGateway', 'G', 'name="受理"') + flows('Start', 'G'),
      at: 'G',
      says: ['受理', '结束事件'],
    },
    'a sub-process with nothing behind it': {
      example: start() + node('subProcess', 'Sub', 'name="整改"') + flows('Start', 'Sub'),
      at: 'Sub',
      says: ['整改', '结束事件'],
    },
    'an event behind an event-based gateway with nothing behind it': {
      example:
        start() +
        node('eventBasedGateway', 'G') +
        node('intermediateCatchEvent', 'T', 'name="等一天"', timer('P1D')) +
        flows('Start', 'G', 'T'),
      at: 'T',
      says: ['等一天', '结束事件'],
    },
    'a timer that takes the work away and puts nothing in its place': {
      example: start() + task('A') + boundary('T', 'A', timer('P1D')) + end() + flows('Start', 'A', 'End'),
      at: 'T',
      says: ['（T）', '用户任务『A』', '非中断'],
    },
  },
})
