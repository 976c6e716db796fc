import { end, flows, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

testRule('manual-task', {
  valid: { 'a user task': start() + task('A') + end() + flows('Start', 'A', 'End') },
  invalid: {
    'a manual task, which nobody is given': {
      example: start() + node('manualTask', 'A', 'name="张贴公示"') + end() + flows('Start', 'A', 'End'),
      at: 'A',
      says: ['张贴公示', '改为用户任务'],
    },
  },
})
