import { extensionsOf, isA } from '../../schema/index.js'
import { called } from '../called.js'
import type { Rule } from '../rule.js'

/** Every element sees all facts of the case; there is nothing to hand in. */
export default function inputParameters(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:FlowNode')) return
      const parameters = extensionsOf(element, 'camunda:InputOutput').flatMap(io => io.inputParameters ?? [])
      if (parameters.length === 0) return
      reporter.report(element.id, `${called(element)}的输入参数不起作用，事项数据可以直接使用；请删除。`)
    },
  }
}
