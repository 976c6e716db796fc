import { end, flow, flows, node, start, task } from '../../../helpers/bpmn.js'
import { asks, choice, field, noting } from '../demands.js'
import { testRule } from '../rule-table.js'

const chosen = (condition: string, step = asks('A', choice('scope', ['accept', 'refuse']))) =>
  start() +
  step +
  node('exclusiveGateway', 'G', 'default="G-End"') +
  task('B') +
  end() +
  flows('Start', 'A', 'G') +
  flow('G', 'B', condition) +
  flow('G', 'End') +
  flow('B', 'End')

testRule(
  'known-choice',
  {
    valid: {
      'a choice that is offered': chosen('scope = "accept"'),
      'choices that are offered': chosen('scope in ("accept", "refuse") and x > 1'),
      'a fact that nobody chooses': chosen('name = "李"'),
      'a fact that is typed': chosen('scope = "maybe"', asks('A', field('scope'))),
      'a fact that is computed elsewhere':
        chosen('scope = "maybe"') + task('C', noting('scope', '=x')) + flow('C', 'End'),
      'a value that is noted elsewhere': chosen(
        'scope = "late"',
        asks('A', choice('scope', ['accept'])) + task('C', noting('scope', 'late')),
      ),
      'what was known before': chosen('channel = "window"'),
    },
    invalid: {
      'a choice that is misspelt': {
        example: chosen('scope = "acept"'),
        at: 'G-B',
        says: ['G-B', '“acept”', 'accept、refuse'],
      },
      'one of several, within a negation': {
        example: chosen('not(scope in ("accept", "refused"))'),
        at: 'G-B',
        says: ['G-B', '“refused”'],
      },
      'what cannot have been known before': {
        example: chosen('channel = "fax"'),
        at: 'G-B',
        says: ['G-B', '“fax”', 'window'],
      },
    },
  },
  { given: { channel: ['window', 'web'] } },
)
