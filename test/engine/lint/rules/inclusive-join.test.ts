import { end, flow, flows, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const split =
  start() +
  node('inclusiveGateway', 'G', 'name="责任" default="G-B"') +
  task('A') +
  task('B') +
  end() +
  flow('Start', 'G') +
  flow('G', 'A', 'x') +
  flow('G', 'B')

testRule('inclusive-join', {
  valid: { 'an inclusive gateway that only splits': split + flows('A', 'End') + flows('B', 'End') },
  invalid: {
    'an inclusive gateway that joins': {
      example:
        split + node('inclusiveGateway', 'J', 'name="办完"') + flows('A', 'J', 'End') + flows('B', 'J'),
      at: 'J',
      says: ['包容网关『办完』', '子流程'],
    },
    'a split to which a loop returns': {
      example: split + flows('A', 'G') + flows('B', 'End'),
      at: 'G',
      says: ['责任', '子流程'],
    },
  },
})
