import { end, flow, flows, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const line = (length: number) => {
  const ids = Array.from({ length }, (_, index) => `A${index}`)
  return start() + ids.map(id => task(id)).join('') + end() + flows('Start', ...ids, 'End')
}
const nested = (depth: number): string =>
  depth === 0 ? task('A') : node('subProcess', `Sub${depth}`, '', nested(depth - 1))
const named = (name: string) =>
  start() + node('userTask', 'A', `name="${name}"`) + end() + flows('Start', 'A', 'End')

const conditions = (count: number) =>
  start() +
  node('exclusiveGateway', 'G', 'default="G-End"') +
  end() +
  flows('Start', 'G', 'End') +
  Array.from({ length: count }, (_, at) =>
    flow('G', 'End', `x = "${'长'.repeat(990)}"`).replace('"G-End"', `"F${at}"`),
  ).join('')

testRule('size-limits', {
  valid: {
    'a large process': line(900),
    'ten sub-processes within each other': nested(10),
    'many conditions': conditions(60),
    'a long name': named('长'.repeat(500)),
  },
  invalid: {
    'a process that nobody can read': {
      example: line(1100),
      at: 'p',
      says: ['测试流程', '2203 个元素', '拆分'],
    },
    'conditions without end': { example: conditions(61), at: 'p', says: ['测试流程', '60000 字', '简化'] },
    'eleven sub-processes within each other': {
      example: nested(11),
      at: 'Sub1',
      says: ['（Sub1）', '10 层', '减少'],
    },
    'a name as long as a page': {
      example: named('长'.repeat(501)),
      at: 'A',
      says: ['长长长', '500 字', '说明'],
    },
  },
})
