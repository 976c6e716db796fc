import { end, flows, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const named = (attributes: string) =>
  start() + node('userTask', 'A', attributes) + end() + flows('Start', 'A', 'End')

testRule('user-task-name', {
  valid: {
    'a task with a name': start() + task('A') + end() + flows('Start', 'A', 'End'),
    'a gateway without one': start() + node('parallelGateway', 'G') + end() + flows('Start', 'G', 'End'),
  },
  invalid: {
    'a task without a name': { example: named(''), at: 'A', says: ['用户任务（A）', '填写名称'] },
    'a task with a blank name': { example: named('name="  "'), at: 'A', says: ['用户任务（A）', '填写名称'] },
  },
})
