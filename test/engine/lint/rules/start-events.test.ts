import { end, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const sub = (inside: string) =>
  start() +
  node('subProcess', 'Sub', 'name="整改"', inside + task('A') + end('E1')) +
  end() +
  flows('Start', 'Sub', 'End')

testRule('start-events', {
  valid: {
    'one start for the process and one for the sub-process': sub(start('S1')),
    'a process that a timer starts':
      start('S', timer('R/2021-07-01T08:30:00Z/P3M', '', 'timeCycle')) + end() + flows('S', 'End'),
  },
  invalid: {
    'a process without a start': {
      example: task('A') + end() + flows('A', 'End'),
      at: 'p',
      says: ['测试流程', '添加一个开始事件'],
    },
    'a process with two': {
      example:
        start('S1') +
        node('startEvent', 'S2', 'name="网上"') +
        end() +
        flows('S1', 'End') +
        flows('S2', 'End'),
      at: 'S2',
      says: ['网上', '同时启动', '只保留一个'],
    },
    'a sub-process without a start': { example: sub(''), at: 'Sub', says: ['整改', '添加一个开始事件'] },
    'a sub-process with two': {
      example: sub(start('S1') + start('S2')),
      at: 'S2',
      says: ['（S2）', '整改', '只保留一个'],
    },
    'a sub-process that a timer starts': {
      example: sub(node('startEvent', 'S1', 'name="到期"', timer('P1D'))),
      at: 'S1',
      says: ['到期', '普通开始事件'],
    },
  },
})
