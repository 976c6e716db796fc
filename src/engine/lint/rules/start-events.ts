import { isA } from '../../schema/index.js'
import { called, plainly } from '../called.js'
import { eventType } from '../event-type.js'
import { isScope } from '../graph.js'
import type { Rule } from '../rule.js'

/** One beginning for each process and sub-process: bpmn-engine starts at every start event at once. */
export default function startEvents(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const starts = (element.flowElements ?? []).filter(node => isA(node, 'bpmn:StartEvent'))
      if (starts.length === 0) {
        reporter.report(element.id, `${called(element)}没有开始事件；请添加一个开始事件。`)
      }
      for (const start of starts.slice(1)) {
        reporter.report(
          start.id,
          `${called(element)}有${starts.length}个开始事件，会同时启动，${plainly(start)}是多出来的；请只保留一个，用网关分出各条路线。`,
        )
      }
      if (isA(element, 'bpmn:Process')) return
      for (const start of starts) {
        if (eventType(start) === 'none') continue
        reporter.report(start.id, `${called(start)}在子流程里；子流程随流程到达而开始，请改为普通开始事件。`)
      }
    },
  }
}
