import { boundary, end, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const cycle = 'R/2021-07-01T08:30:00+08:00/P3M'
const starting = (definition: string) =>
  node('startEvent', 'S', 'name="每季度"', definition) + end() + flows('S', 'End')

testRule('timer-place', {
  valid: {
    'a cycle that starts processes': starting(timer(cycle, '', 'timeCycle')),
    'a date that starts a process': starting(timer('2026-07-01T08:30:00+08:00', '', 'timeDate')),
    'a duration on a task':
      start() +
      task('A') +
      boundary('T', 'A', timer('P1D')) +
      end() +
      flows('Start', 'A', 'End') +
      flows('T', 'End'),
  },
  invalid: {
    'a cycle on a task': {
      example:
        start() +
        task('A') +
        boundary('T', 'A', timer(cycle, '', 'timeCycle'), false) +
        end() +
        flows('Start', 'A', 'End'),
      at: 'T',
      says: ['边界定时事件（T）', '开始事件', '期限'],
    },
    'a cycle on the way': {
      example:
        start() +
        node('intermediateCatchEvent', 'T', 'name="等"', timer(cycle, '', 'timeCycle')) +
        end() +
        flows('Start', 'T', 'End'),
      at: 'T',
      says: ['等', '期限'],
    },
    'a start after a duration': { example: starting(timer('P1D')), at: 'S', says: ['每季度', '周期'] },
  },
})
