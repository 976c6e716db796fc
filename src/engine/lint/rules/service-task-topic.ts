import { isA } from '../../schema/index.js'
import { called, quoted } from '../called.js'
import type { Rule } from '../rule.js'

/** A service task is a job outside of the engine, found by its topic. */
export default function serviceTaskTopic(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:ServiceTask')) return
      if (element.type !== 'external' || !element.topic?.trim()) {
        reporter.report(
          element.id,
          `${called(element)}没有写明外部作业；请把类型设为外部（camunda:type="external"）并填写主题（camunda:topic）。`,
        )
      } else if (!/^[A-Za-z][\w.-]*$/.test(element.topic)) {
        reporter.report(
          element.id,
          `${called(element)}的主题${quoted(element.topic)}不正确；请用字母开头，只含字母、数字、点和横线，如 report.freeze。`,
        )
      }
    },
  }
}
