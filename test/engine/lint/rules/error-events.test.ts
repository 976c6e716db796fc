import { boundary, end, flows, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const roots =
  '<bpmn:error id="E1" errorCode="refused"/><bpmn:error id="E2" errorCode="failed"/><bpmn:error id="E0"/>'
const error = (ref: string) => `<bpmn:errorEventDefinition ${ref ? `errorRef="${ref}"` : ''}/>`
const job = node('serviceTask', 'J', 'camunda:type="external" camunda:topic="t"')
const sub = (inside: string, id = 'Sub') => node('subProcess', id, `name="整改"`, inside)
const throwing = (ref: string) =>
  sub(start('S1') + node('endEvent', 'X', 'name="退回"', error(ref)) + flows('S1', 'X'))
const around = (activity: string, id: string, border: string) => ({
  body: start() + activity + border + end() + end('E') + flows('Start', id, 'End'),
  roots,
})
const caught = (ref: string, on = 'Sub', id = 'B') => boundary(id, on, error(ref)) + flows(id, 'E')

testRule('error-events', {
  valid: {
    'an error caught at the border of its sub-process': around(throwing('E1'), 'Sub', caught('E1')),
    'an error caught by whatever comes': around(throwing('E1'), 'Sub', caught('')),
    'a job that fails': around(job, 'J', caught('E1', 'J')),
    'a job that fails in two ways': around(job, 'J', caught('E1', 'J') + caught('E2', 'J', 'B2')),
    'a job that fails in a sub-process': around(sub(job), 'Sub', caught('E1')),
    'no errors at all': around(task('A'), 'A', ''),
  },
  invalid: {
    'an error that nobody catches': {
      example: around(throwing('E1'), 'Sub', ''),
      at: 'X',
      says: ['退回', '整改', '边界事件'],
    },
    'an error that somebody waits for by another code': {
      example: around(throwing('E1'), 'Sub', caught('E2')),
      at: 'X',
      says: ['退回', '同一错误'],
      count: 2,
    },
    'an error that is caught further out only': {
      example: around(
        sub(start('S0') + throwing('E1').replace('id="Sub"', 'id="Inner"') + flows('S0', 'Inner')),
        'Sub',
        caught('E1'),
      ),
      at: 'X',
      says: ['退回', '边界事件'],
      count: 2,
    },
    'an error at the process’s own level': {
      example: around(node('endEvent', 'X', 'name="失败"', error('E1')), 'X', ''),
      at: 'X',
      says: ['失败', '放进子流程'],
    },
    'an error without a code': {
      example: around(throwing(''), 'Sub', caught('')),
      at: 'X',
      says: ['退回', 'errorCode'],
    },
    'an error whose code is missing': {
      example: around(throwing('E0'), 'Sub', caught('')),
      at: 'X',
      says: ['退回', 'errorCode'],
    },
    'a border that waits for an error without a code': {
      example: around(job, 'J', caught('E0', 'J')),
      at: 'B',
      says: ['（B）', 'errorCode'],
    },
    'a border at which nothing is thrown': {
      example: around(sub(task('A')), 'Sub', caught('E1')),
      at: 'B',
      says: ['（B）', '整改', '错误结束事件'],
    },
    'a user task, which cannot fail': {
      example: around(task('A'), 'A', caught('E1', 'A')),
      at: 'B',
      says: ['（B）', '用户任务『A』', '服务任务或子流程'],
    },
    'two that catch the same': {
      example: around(job, 'J', caught('E1', 'J') + caught('', 'J', 'B2')),
      at: 'B',
      says: ['（B）', '只保留一个'],
    },
    'an error that does not interrupt': {
      example: around(job, 'J', boundary('B', 'J', error('E1'), false) + flows('B', 'E')),
      at: 'B',
      says: ['（B）', '改为中断'],
    },
  },
})
