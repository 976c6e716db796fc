import { boundary, end, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const statutory = timer('P10D', 'bdc:calendar="workdays" bdc:kind="statutory"')

testRule('statutory-limit', {
  valid: {
    'a statutory limit that warns':
      start() + task('A') + boundary('T', 'A', statutory, false) + end() + flows('Start', 'A', 'End'),
    'an internal limit that interrupts':
      start() +
      task('A') +
      boundary('T', 'A', timer('P1D', 'bdc:kind="internal"')) +
      end() +
      flows('Start', 'A', 'End') +
      flows('T', 'End'),
  },
  invalid: {
    'a statutory limit that ends the work': {
      example:
        start() +
        task('A') +
        boundary('T', 'A', statutory) +
        end() +
        flows('Start', 'A', 'End') +
        flows('T', 'End'),
      at: 'T',
      says: ['边界定时事件（T）', '法定时限', '非中断'],
    },
    'a statutory limit on no work': {
      example:
        start() +
        node('intermediateCatchEvent', 'T', 'name="十日"', statutory) +
        end() +
        flows('Start', 'T', 'End'),
      at: 'T',
      says: ['十日', '边界定时事件'],
    },
  },
})
