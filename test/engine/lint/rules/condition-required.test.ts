import { end, flow, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const around = (type: string, inside: string) =>
  start() +
  node(type, 'G', 'name="受理" default="G-B"') +
  task('A') +
  task('B') +
  task('C') +
  end() +
  flow('Start', 'G') +
  flow('G', 'B') +
  inside +
  flow('A', 'End') +
  flow('B', 'End') +
  flow('C', 'End')

testRule('condition-required', {
  valid: {
    'a condition on each flow but the default': around(
      'exclusiveGateway',
      flow('G', 'A', 'x = 1') + flow('G', 'C', 'x = 2'),
    ),
    'flows out of a parallel gateway':
      start() +
      node('parallelGateway', 'G') +
      task('A') +
      task('B') +
      end() +
      flow('Start', 'G') +
      flow('G', 'A') +
      flow('G', 'B') +
      flow('A', 'End') +
      flow('B', 'End'),
  },
  invalid: {
    'a flow that says neither': {
      example: around('exclusiveGateway', flow('G', 'A', 'x = 1') + flow('G', 'C')),
      at: 'G-C',
      says: ['G-C', '受理', '设为默认连线'],
    },
    'the same behind an inclusive gateway': {
      example: around('inclusiveGateway', flow('G', 'A') + flow('G', 'C', 'x')),
      at: 'G-A',
      says: ['G-A', '写明条件'],
    },
  },
})
