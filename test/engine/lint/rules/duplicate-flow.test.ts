import { end, flow, flows, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const again = (xml: string) => xml.replace(/id="([^"]*)"/, 'id="again"')
const around = (gateway: string, inside: string) =>
  start() + gateway + task('A') + end() + flows('Start', 'G') + inside + flows('A', 'End')

testRule('duplicate-flow', {
  valid: {
    'two conditions that lead to the same place': around(
      node('exclusiveGateway', 'G', 'default="G-End"'),
      flow('G', 'A', 'x = 1') + again(flow('G', 'A', 'x = 2')) + flow('G', 'End'),
    ),
    'a loop beside a way on': around(
      node('exclusiveGateway', 'G', 'default="G-A"'),
      flow('G', 'A') + flow('A', 'G'),
    ),
  },
  invalid: {
    'the same flow twice': {
      example: around(node('parallelGateway', 'G'), flow('G', 'A') + again(flow('G', 'A'))),
      at: 'again',
      says: ['again', '删除其中一条'],
    },
    'the same condition twice': {
      example: around(
        node('exclusiveGateway', 'G', 'default="G-End"'),
        flow('G', 'A', 'x') + again(flow('G', 'A', 'x')) + flow('G', 'End'),
      ),
      at: 'again',
      says: ['again', '删除其中一条'],
    },
    'two conditions behind an inclusive gateway, of which one flow would be taken': {
      example: around(
        node('inclusiveGateway', 'G', 'default="G-End"'),
        flow('G', 'A', 'x') + again(flow('G', 'A', 'y')) + flow('G', 'End'),
      ),
      at: 'again',
      says: ['again', '删除其中一条'],
    },
  },
})
