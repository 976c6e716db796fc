import { end, flows, node, start } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const roots = '<bpmn:message id="M" name="notify"/>'
const message = '<bpmn:messageEventDefinition messageRef="M"/>'

testRule('thrown-message', {
  valid: {
    'a message that is waited for': {
      body: start() + node('intermediateCatchEvent', 'A', '', message) + end() + flows('Start', 'A', 'End'),
      roots,
    },
  },
  invalid: {
    'a message thrown on the way': {
      example: {
        body:
          start() +
          node('intermediateThrowEvent', 'A', 'name="通知部门"', message) +
          end() +
          flows('Start', 'A', 'End'),
        roots,
      },
      at: 'A',
      says: ['通知部门', '服务任务'],
    },
    'a message thrown at the end': {
      example: {
        body: start() + node('endEvent', 'A', 'name="通知群众"', message) + flows('Start', 'A'),
        roots,
      },
      at: 'A',
      says: ['通知群众', '服务任务'],
    },
  },
})
