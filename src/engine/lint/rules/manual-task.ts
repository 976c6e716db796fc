import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import type { Rule } from '../rule.js'

/** BPMN’s manual task is done without the system’s help; here somebody must still say that it is done. */
export default function manualTask(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:ManualTask')) return
      reporter.report(
        element.id,
        `${called(element)}不能指定角色，只会等人确认已办；请改为用户任务并指定角色，除非确实不限由谁确认。`,
      )
    },
  }
}
