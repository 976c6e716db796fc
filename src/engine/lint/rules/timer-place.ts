import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import type { Rule } from '../rule.js'
import { timerOf, timerValues } from '../timer-of.js'

/** What repeats starts processes; a limit inside one runs once. */
export default function timerPlace(): Rule {
  return {
    check(element, reporter) {
      const timer = timerOf(element)
      if (!timer) return
      const starts = isA(element, 'bpmn:StartEvent')
      for (const { type } of timerValues(timer)) {
        if (type === 'timeCycle' && !starts) {
          reporter.report(
            element.id,
            `${called(element)}用了周期，但周期只能用在开始事件上；请改为期限（timeDuration）。`,
          )
        }
        if (type === 'timeDuration' && starts) {
          reporter.report(
            element.id,
            `${called(element)}用了期限，但还没有可以起算的时间；请改为周期（timeCycle）或日期（timeDate）。`,
          )
        }
      }
    },
  }
}
