import { boundary, end, flows, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const reminder = (definition: string, behind = '') => ({
  body:
    start() +
    task('A') +
    boundary('T', 'A', definition, false).replace('id="T"', 'id="T" name="提醒"') +
    end() +
    end('E2') +
    flows('Start', 'A', 'End') +
    behind,
  roots: '<bpmn:message id="M" name="m"/>',
})

testRule('idle-boundary', {
  valid: {
    'an internal limit whose card is all that is wanted': reminder(timer('P5D', 'bdc:kind="internal"')),
    'a timer with something behind it': reminder(timer('P5D'), flows('T', 'E2')),
  },
  invalid: {
    'a timer that does nothing': { example: reminder(timer('P5D')), at: 'T', says: ['提醒', '时限性质'] },
    'a message that does nothing': {
      example: reminder('<bpmn:messageEventDefinition messageRef="M"/>'),
      at: 'T',
      says: ['提醒', '连到'],
    },
  },
})
