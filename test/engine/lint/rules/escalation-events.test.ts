import { boundary, end, flows, node, start } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const roots =
  '<bpmn:escalation id="X1" escalationCode="late"/><bpmn:escalation id="X2" escalationCode="other"/>'
const escalation = (ref: string) => `<bpmn:escalationEventDefinition ${ref ? `escalationRef="${ref}"` : ''}/>`
const sub = (inside: string, id = 'Sub') => node('subProcess', id, '', inside)
const thrown = (ref: string) =>
  start('S1') +
  node('intermediateThrowEvent', 'T', 'name="请示"', escalation(ref)) +
  end('E1') +
  flows('S1', 'T', 'E1')
const around = (activity: string, border: string) => ({
  body: start() + activity + border + end() + flows('Start', 'Sub', 'End'),
  roots,
})
const caught = (ref: string) => boundary('B', 'Sub', escalation(ref), false) + flows('B', 'End')

testRule('escalation-events', {
  valid: {
    'an escalation caught at the border': around(sub(thrown('X1')), caught('X1')),
    'an escalation caught by whatever comes': around(sub(thrown('X1')), caught('')),
    'an escalation caught further out': around(sub(sub(thrown('X1'), 'Inner')), caught('X1')),
  },
  invalid: {
    'an escalation that nobody catches': {
      example: around(sub(thrown('X1')), ''),
      at: 'T',
      says: ['请示', '边界事件'],
    },
    'an escalation that somebody waits for by another code': {
      example: around(sub(thrown('X1')), caught('X2')),
      at: 'T',
      says: ['请示', '边界事件'],
    },
    'an escalation without a code': {
      example: around(sub(thrown('')), caught('')),
      at: 'T',
      says: ['请示', 'escalationCode'],
    },
  },
})
