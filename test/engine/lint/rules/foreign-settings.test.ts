import { end, extensions, flows, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

testRule('foreign-settings', {
  valid: {
    'camunda’s settings and ours':
      start() + task('A', '', 'bdc:differentFrom="A"') + end() + flows('Start', 'A', 'End'),
    'what draws and colours':
      start() +
      task('A', extensions('<color:fill xmlns:color="https://example.org/color">red</color:fill>')) +
      end() +
      flows('Start', 'A', 'End'),
  },
  invalid: {
    'an element of Camunda 8': {
      example:
        start() +
        task(
          'A',
          extensions(
            '<zeebe:assignmentDefinition xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" assignee="li"/>',
          ),
        ) +
        end() +
        flows('Start', 'A', 'End'),
      at: 'A',
      says: ['用户任务『A』', 'Camunda 8', '重新填写'],
    },
  },
})
