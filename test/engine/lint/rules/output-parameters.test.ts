import { end, extensions, flows, start, task } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const output = (name: string, value: string) =>
  start() +
  task(
    'A',
    extensions(
      `<camunda:inputOutput><camunda:outputParameter name="${name}">${value}</camunda:outputParameter></camunda:inputOutput>`,
    ),
  ) +
  end() +
  flows('Start', 'A', 'End')
const refused = (example: string, ...says: string[]) => ({
  example,
  at: 'A',
  says: ['用户任务『A』', ...says],
})

testRule('output-parameters', {
  valid: { FEEL: output('repliedAt', '=now'), text: output('verdictReason', '到期未定') },
  invalid: {
    'a name that no expression can name': refused(output('replied at', '=now'), '“replied at”', '字母开头'),
    'a name that means the present': refused(output('now', '1'), '“now”', '不用 now'),
    'nothing to note': refused(output('x', ' '), '“x”', '=now'),
    'a list': refused(
      output('x', '<camunda:list><camunda:value>1</camunda:value></camunda:list>'),
      '“x”',
      '改为文字',
    ),
  },
})
