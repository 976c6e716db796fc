import { end, flow, flows, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const called = (id: string) =>
  start() +
  node('userTask', id, 'name="受理"') +
  end() +
  flows('Start', id, 'End').replaceAll(
    /<bpmn:sequenceFlow id="[^"]*"/g,
    () => `<bpmn:sequenceFlow id="F${++count}"`,
  )
let count = 0

testRule('ids', {
  valid: {
    'readable ids': start() + task('Task_Analyse-2') + end() + flows('Start', 'Task_Analyse-2', 'End'),
    'the ids of other tools': called('sid-8C9F4A2E-1_b'),
  },
  invalid: {
    'an id with a dot': {
      example: called('task.1'),
      at: 'task.1',
      says: ['受理', '“task.1”', 'Task_Analyse'],
    },
    'an id without end': { example: called('A'.repeat(201)), at: 'A'.repeat(201), says: ['受理', '改短'] },
    'a process whose id has a dot': {
      example: { body: start() + end() + flow('Start', 'End'), id: 'p.1' },
      at: 'p.1',
      says: ['测试流程', '字母或下划线开头'],
    },
  },
})
