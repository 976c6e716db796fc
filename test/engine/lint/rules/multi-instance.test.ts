import { end, flows, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const each = (inside: string) => start() + task('A', inside) + end() + flows('Start', 'A', 'End')
const loop = (attributes: string, inside = '') =>
  each(
    `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`,
  )
const cardinality = (value: string) =>
  `<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">${value}</bpmn:loopCardinality>`
const refused = (example: string, ...says: string[]) => ({
  example,
  at: 'A',
  says: ['用户任务『A』', ...says],
})

testRule('multi-instance', {
  valid: {
    'each of a list': loop('camunda:collection="departments" camunda:elementVariable="department"'),
    'one after the other': loop('isSequential="true" camunda:collection="departments"'),
    'a number of people': loop('', cardinality('3')),
    'a number that FEEL tells': loop('', cardinality('count(leaders)')),
    once: each(''),
  },
  invalid: {
    'nobody knows how many': refused(loop(''), '名单', '填写名单'),
    'a list and a number': refused(loop('camunda:collection="departments"', cardinality('3')), '只保留一种'),
    'a number of none': refused(loop('', cardinality('0')), '“0”', '整数'),
    'a fraction of a person': refused(loop('', cardinality('1.5')), '“1.5”', '整数'),
    'a standard loop': refused(
      each('<bpmn:standardLoopCharacteristics loopMaximum="3"/>'),
      '标准循环',
      '排他网关',
    ),
    'an element that no expression can name': refused(
      loop('camunda:collection="departments" camunda:elementVariable="the department"'),
      '“the department”',
      '字母开头',
    ),
  },
})
