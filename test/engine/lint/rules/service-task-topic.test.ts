import { end, flows, node, start } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const job = (attributes: string) =>
  start() + node('serviceTask', 'J', `name="固化数据" ${attributes}`) + end() + flows('Start', 'J', 'End')

testRule('service-task-topic', {
  valid: { 'an external job with a topic': job('camunda:type="external" camunda:topic="report.freeze"') },
  invalid: {
    'a service task that says nothing': { example: job(''), at: 'J', says: ['固化数据', 'camunda:topic'] },
    'an external job without a topic': {
      example: job('camunda:type="external"'),
      at: 'J',
      says: ['固化数据', 'camunda:topic'],
    },
    'a topic without the type': {
      example: job('camunda:topic="report.freeze"'),
      at: 'J',
      says: ['固化数据', 'external'],
    },
    'a topic with blanks': {
      example: job('camunda:type="external" camunda:topic="report freeze"'),
      at: 'J',
      says: ['固化数据', '“report freeze”', 'report.freeze'],
    },
  },
})
