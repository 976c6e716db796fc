import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { daysOf, keeperOf } from '../demanded-limits.js'
import { demandsOn } from '../demands.js'
import type { Rule, RuleFactory } from '../rule.js'

/**
 * A house may promise more than the law asks. It should know that it does: the shorter limit is what citizens are told,
 * what cards go by and what the figures measure.
 */
const stricterLimit: RuleFactory = ({ demands }): Rule => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:Process')) return
    for (const limit of demandsOn(demands, element.id)?.limits ?? []) {
      const keeper = keeperOf(element, limit)
      const days = keeper && daysOf(keeper.timer)
      if (!keeper || !days || days >= limit.workingDays) continue
      reporter.report(
        keeper.event.id,
        `${called(keeper.event)}是${days}个工作日，短于方案${limit.paragraph}的${limit.workingDays}个工作日：对群众的承诺、亮牌和按期率都将按${days}个工作日计算。如只是内部要求，请改回${limit.workingDays}个工作日，另加一个内部时限。`,
      )
    }
  },
})

export default stricterLimit
