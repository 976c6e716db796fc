import { isA } from '../../schema/index.js'
import type { BpmnEvent, ModdleElement } from '../../schema/moddle-types.js'
import { called } from '../called.js'
import { any, catches, codeOf } from '../error-codes.js'
import { graphOf } from '../graph.js'
import type { Rule } from '../rule.js'

/** An escalation that nobody catches goes unheard. It may be caught at the border of any sub-process around it. */
export default function escalationEvents(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:ThrowEvent')) return
      const code = codeOf(element, 'escalation')
      if (code === undefined) return
      if (code === any || code === '') {
        reporter.report(
          element.id,
          `${called(element)}没有写明升级代码；请选择一个有代码（escalationCode）的升级。`,
        )
      } else if (!isCaught(element, code)) {
        reporter.report(
          element.id,
          `${called(element)}发出的升级没有谁捕获；请在外面的子流程上加同一升级的边界事件，或改为普通事件。`,
        )
      }
    },
  }
}

function isCaught(event: BpmnEvent, code: string): boolean {
  for (let at: ModdleElement | undefined = event.$parent; isA(at, 'bpmn:SubProcess'); at = at.$parent) {
    const around = at.$parent
    const border = isA(around, 'bpmn:FlowElementsContainer') ? graphOf(around).boundaries(at) : []
    if (border.some(other => catches(codeOf(other, 'escalation'), code))) return true
  }
  return false
}
