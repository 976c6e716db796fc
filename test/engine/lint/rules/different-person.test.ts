import { end, flows, node, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const review = (ids: string) =>
  start() +
  task('A') +
  task('B') +
  task('C', '', `bdc:differentFrom="${ids}"`) +
  end() +
  flows('Start', 'A', 'B', 'C', 'End')

testRule('different-person', {
  valid: {
    'one other task': review('A'),
    'two other tasks': review('A  B'),
    'a task inside a sub-process':
      start() + node('subProcess', 'Sub', '', task('A')) + task('C', '', 'bdc:differentFrom="A"') + end(),
    'nobody in particular': review(''),
  },
  invalid: {
    'a task that does not exist': {
      example: review('A X'),
      at: 'C',
      says: ['用户任务『C』', '“X”', '重新选择'],
    },
    'something that is no user task': {
      example: review('Start'),
      at: 'C',
      says: ['用户任务『C』', '“Start”'],
    },
    itself: { example: review('C'), at: 'C', says: ['用户任务『C』', '自己'] },
  },
})
