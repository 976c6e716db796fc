import { end, extensions, flows, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const withParameters = (inside: string) =>
  start() +
  task('A', extensions(`<camunda:inputOutput>${inside}</camunda:inputOutput>`)) +
  end() +
  flows('Start', 'A', 'End')

testRule('input-parameters', {
  valid: { 'outputs only': withParameters('<camunda:outputParameter name="x">1</camunda:outputParameter>') },
  invalid: {
    'an input': {
      example: withParameters('<camunda:inputParameter name="x">1</camunda:inputParameter>'),
      at: 'A',
      says: ['用户任务『A』', '删除'],
    },
  },
})
