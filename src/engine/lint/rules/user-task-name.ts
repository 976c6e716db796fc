import { isA } from '../../schema/index.js'
import { called, nameOf } from '../called.js'
import type { Rule } from '../rule.js'

/** The name is what people find in their list of work. */
export default function userTaskName(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:UserTask') || nameOf(element)) return
      reporter.report(
        element.id,
        `${called(element)}没有名称，待办列表中将无从辨认；请填写名称，如“原因分析”。`,
      )
    },
  }
}
