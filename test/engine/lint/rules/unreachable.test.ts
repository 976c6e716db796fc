import { boundary, end, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const line = start() + task('A') + end() + flows('Start', 'A', 'End')

testRule('unreachable', {
  valid: {
    'a line': line,
    'what comes after a boundary event':
      line + boundary('T', 'A', timer('P1D'), false) + task('B') + end('E2') + flows('T', 'B', 'E2'),
    'a boundary event with nothing behind it': line + boundary('T', 'A', timer('P1D'), false),
  },
  invalid: {
    'a task that nothing leads to': {
      example: line + task('督办').replace('id="督办"', 'id="B"') + flows('B', 'End'),
      at: 'B',
      says: ['督办', '一开始就启动', '连线'],
    },
    'a circle apart from the rest': {
      example: line + task('B') + task('C') + flows('B', 'C', 'B'),
      at: 'B',
      says: ['用户任务『B』', '走不到', '连线'],
      count: 2,
    },
    'a boundary event on nothing': {
      example: line + node('boundaryEvent', 'T', 'name="到期"', timer('P1D')) + flows('T', 'End'),
      at: 'T',
      says: ['到期', '边框'],
    },
    'a boundary event on a task that is never come to': {
      example: line + task('B') + task('C') + flows('B', 'C', 'B') + boundary('T', 'B', timer('P1D'), false),
      at: 'T',
      says: ['（T）', '走不到'],
      count: 3,
    },
  },
})
