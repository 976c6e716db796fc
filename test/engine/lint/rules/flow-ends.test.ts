import { boundary, end, flow, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const line = start() + task('A') + end() + flows('Start', 'A', 'End')
const sub = node('subProcess', 'Sub', '', start('S1') + task('B') + end('E1') + flows('S1', 'B', 'E1'))

testRule('flow-ends', {
  valid: {
    'a line': line,
    'a loop': line + flow('A', 'A'),
    'a sub-process with flows of its own': start() + sub + end() + flows('Start', 'Sub', 'End'),
  },
  invalid: {
    'a flow back to the start': {
      example: line + flow('A', 'Start'),
      at: 'A-Start',
      says: ['A-Start', '开始之后'],
    },
    'a flow out of the end': { example: line + flow('End', 'A'), at: 'End-A', says: ['End-A', '中间事件'] },
    'a flow to a boundary event': {
      example: line + boundary('T', 'A', timer('P1D')) + flow('Start', 'T'),
      at: 'Start-T',
      says: ['Start-T', '环节本身'],
    },
    'a flow into a sub-process': {
      example: line + sub + flow('A', 'B'),
      at: 'A-B',
      says: ['A-B', '子流程本身'],
    },
    'a flow out of a sub-process': {
      example: start() + node('subProcess', 'Sub', '', start('S1') + task('B') + flow('B', 'End')) + end(),
      at: 'B-End',
      says: ['B-End', '子流程本身'],
    },
    'a flow that ends nowhere': {
      example: line + flow('A', 'Nowhere'),
      at: 'A-Nowhere',
      says: ['A-Nowhere', '重新连接'],
    },
  },
})
