import { end, flows, node, start, task } from '../../../helpers/bpmn.js'
import { asks, demands, field, noting } from '../demands.js'
import { testRule } from '../rule-table.js'

const process = (step: string) => start() + step + end() + flows('Start', 'A', 'End')

testRule(
  'figure-details',
  {
    valid: {
      'a form that asks': process(asks('A', field('grade', ''))),
      'a step that notes': process(task('A', noting('grade', '无'))),
      'a form within a sub-process': process(
        node('subProcess', 'A', '', start('S') + asks('B', field('grade')) + end('E') + flows('S', 'B', 'E')),
      ),
      'another process': { body: process(task('A')), id: 'other' },
    },
    invalid: {
      'nobody who asks': {
        example: process(task('A')),
        at: 'p',
        says: ['测试流程', 'grade', '“满意率”', '请在有关环节的表单中加上字段'],
      },
    },
  },
  { demands },
)
