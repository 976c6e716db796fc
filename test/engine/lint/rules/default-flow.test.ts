import { end, flow, flows, node, start, task } from '../../../helpers/bpmn.js'
import { asks, choice } from '../demands.js'
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
/** A gateway behind a step that asks for a choice between a, b and c. */
const chosen = (conditions: readonly [string, string], step = asks('Q', choice('scope', ['a', 'b', 'c']))) =>
  start() +
  step +
  exclusive('') +
  task('A') +
  task('B') +
  end() +
  flows('Start', 'Q', 'G') +
  flow('G', 'A', conditions[0]) +
  flow('G', 'B', conditions[1]) +
  flow('A', 'End') +
  flow('B', 'End')

testRule('default-flow', {
  valid: {
    'conditions that take every choice that was made': chosen(['scope = "a"', 'scope in ("b", "c")']),
    'the same in other words': chosen(['scope = "a" or scope = "b"', '(scope = "c")']),
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
    'conditions that leave a choice out': {
      example: chosen(['scope = "a"', 'scope = "b"']),
      at: 'G',
      says: ['受理', '“scope”选“选c”时没有路可走', '设为默认'],
    },
    'conditions that take every choice only when something else is true': {
      example: chosen(['scope = "a" and x', 'scope in ("b", "c")']),
      at: 'G',
      says: ['受理', '条件都不成立'],
    },
    'conditions about two facts': {
      example: chosen(['scope in ("a", "b", "c")', 'other = "d"']),
      at: 'G',
      says: ['受理', '条件都不成立'],
    },
    'every choice, of which none need be made': {
      example: chosen(
        ['scope = "a"', 'scope in ("b", "c")'],
        asks('Q', choice('scope', ['a', 'b', 'c'], '')),
      ),
      at: 'G',
      says: ['受理', '不一定已经填写', '必填'],
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
