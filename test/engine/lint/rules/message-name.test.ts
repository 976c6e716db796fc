import { end, flows, node, start } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const waiting = (definition: string) => ({
  body:
    start() +
    node('intermediateCatchEvent', 'A', 'name="等撤回"', definition) +
    end() +
    flows('Start', 'A', 'End'),
  roots: '<bpmn:message id="M" name="withdraw"/><bpmn:message id="N" name=" "/>',
})
const receiving = (attributes: string) => ({
  ...waiting(''),
  body:
    start() + node('receiveTask', 'A', `name="收材料" ${attributes}`) + end() + flows('Start', 'A', 'End'),
})

testRule('message-name', {
  valid: {
    'an event that waits for a named message': waiting('<bpmn:messageEventDefinition messageRef="M"/>'),
    'a receive task for a named message': receiving('messageRef="M"'),
  },
  invalid: {
    'an event without a message': {
      example: waiting('<bpmn:messageEventDefinition/>'),
      at: 'A',
      says: ['等撤回', '选择消息'],
    },
    'an event with a message without a name': {
      example: waiting('<bpmn:messageEventDefinition messageRef="N"/>'),
      at: 'A',
      says: ['等撤回', '起名'],
    },
    'a receive task without a message': { example: receiving(''), at: 'A', says: ['收材料', '选择消息'] },
  },
})
