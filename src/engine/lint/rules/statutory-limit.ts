import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import type { Rule } from '../rule.js'
import { timerOf } from '../timer-of.js'

/** A promise to the citizen that has been missed must still be kept: its timer warns, it does not end the work. */
export default function statutoryLimit(): Rule {
  return {
    check(element, reporter) {
      if (timerOf(element)?.kind !== 'statutory') return
      if (!isA(element, 'bpmn:BoundaryEvent')) {
        reporter.report(
          element.id,
          `${called(element)}标为法定时限，但没有附在办理环节上；请改为环节或子流程的边界定时事件。`,
        )
      } else if (element.cancelActivity !== false) {
        reporter.report(
          element.id,
          `${called(element)}是法定时限，到期不应中断办理；请把它改为非中断的边界事件。`,
        )
      }
    },
  }
}
