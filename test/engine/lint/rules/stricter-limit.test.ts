import { boundary, end, flows, start, task, timer } from '../../../helpers/bpmn.js'
import { demands } from '../demands.js'
import { testRule } from '../rule-table.js'

const days = (duration: string) =>
  start() +
  task('A') +
  boundary('T', 'A', timer(duration, 'bdc:promise="answer" bdc:calendar="workdays"'), false) +
  end() +
  flows('Start', 'A', 'End')

testRule(
  'stricter-limit',
  {
    valid: {
      'what the law asks': days('P3D'),
      'more, which is not allowed and said elsewhere': days('P5D'),
      'another process': { body: days('P1D'), id: 'other' },
    },
    invalid: {
      'a shorter promise': {
        example: days('P2D'),
        at: 'T',
        says: ['T', '2个工作日', '3个工作日', '内部时限'],
      },
    },
  },
  { demands },
)
