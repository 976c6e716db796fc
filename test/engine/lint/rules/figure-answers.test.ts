import { end, flows, start, task } from '../../../helpers/bpmn.js'
import { asks, choice, demands, field } from '../demands.js'
import { testRule } from '../rule-table.js'

const process = (step: string) => start() + step + end() + flows('Start', 'A', 'End')

testRule(
  'figure-answers',
  {
    valid: {
      'all its choices': process(asks('A', choice('grade', ['5', '4']))),
      'some of its choices': process(asks('A', choice('grade', ['5']))),
      'a fact that is counted whatever it says': process(asks('A', field('result'))),
      'a field of the diagram’s own': process(asks('A', choice('mood', ['sunny']))),
      'a step without a form': process(task('A')),
      'another process': { body: process(asks('A', field('grade'))), id: 'other' },
    },
    invalid: {
      'an answer in words where one of some is counted': {
        example: process(asks('A', field('grade'))),
        at: 'A',
        says: ['“满意度”（grade）', '“单行文字”', '“满意率”会漏计', '“从选项中选一个”', '另加一个字段'],
      },
      'a choice that is not counted': {
        example: process(asks('A', choice('grade', ['5', 'option_3']))),
        at: 'A',
        says: ['“满意度”（grade）', '“选option_3”', '“满意率”会漏计', '请删除这些选项'],
      },
    },
  },
  { demands },
)
