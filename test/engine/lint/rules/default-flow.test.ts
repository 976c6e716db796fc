import { end, flow, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const around = (gateway: string, inside: string) =>
  start() +
  gateway +
  task('A') +
  task('B') +
  end() +
  flow('Start', 'G') +
  inside +
  flow('A', 'End') +
  flow('B', 'End')
const exclusive = (attributes: string) => node('exclusiveGateway', 'G', `name="受理" ${attributes}`)

testRule('default-flow', {
  valid: {
    'a default beside a condition': around(
      exclusive('default="G-B"'),
      flow('G', 'A', 'x = 1') + flow('G', 'B'),
    ),
    'an inclusive gateway with a default': around(
      node('inclusiveGateway', 'G', 'default="G-B"'),
      flow('G', 'A', 'x = 1') + flow('G', 'B'),
    ),
    'a gateway that only joins': around(exclusive(''), flow('G', 'A')),
    'a parallel gateway, which chooses nothing': around(
      node('parallelGateway', 'G'),
      flow('G', 'A') + flow('G', 'B'),
    ),
  },
  invalid: {
    'conditions only': {
      example: around(exclusive(''), flow('G', 'A', 'x = 1') + flow('G', 'B', 'x = 2')),
      at: 'G',
      says: ['受理', '没有默认连线', '设为默认'],
    },
    'conditions only, behind an inclusive gateway': {
      example: around(
        node('inclusiveGateway', 'G', 'name="责任"'),
        flow('G', 'A', 'x = 1') + flow('G', 'B', 'x = 2'),
      ),
      at: 'G',
      says: ['包容网关『责任』', '设为默认'],
    },
    'the only flow with a condition': {
      example: around(exclusive(''), flow('G', 'A', 'x = 1')),
      at: 'G',
      says: ['受理', '设为默认'],
    },
    'a default with a condition': {
      example: around(exclusive('default="G-B"'), flow('G', 'A', 'x = 1') + flow('G', 'B', 'x = 2')),
      at: 'G-B',
      says: ['G-B', '受理', '删除条件'],
    },
    'a default that leaves another node': {
      example: around(exclusive('default="A-End"'), flow('G', 'A', 'x = 1') + flow('G', 'B')),
      at: 'G',
      says: ['受理', '重新选择默认连线'],
    },
  },
})
