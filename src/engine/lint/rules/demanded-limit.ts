import { isA } from '../../schema/index.js'
import type { BpmnProcess } from '../../schema/moddle-types.js'
import { called, plainly } from '../called.js'
import { daysOf, keeperOf, placeFor, uncovered } from '../demanded-limits.js'
import type { Keeper } from '../demanded-limits.js'
import { demandsOn } from '../demands.js'
import type { DemandedLimit } from '../demands.js'
import type { Rule, RuleFactory } from '../rule.js'

/**
 * The limits that the law sets are still there: as long as it says or shorter, in its working days, from its day, over
 * all the work that it means, and without ending that work when they are missed.
 */
const demandedLimit: RuleFactory = ({ demands }): Rule => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:Process')) return
    for (const limit of demandsOn(demands, element.id)?.limits ?? []) {
      const keeper = keeperOf(element, limit)
      if (!keeper) {
        const place = placeFor(element, limit)
        const on = place ? `在${called(place)}的边框上` : '在相应环节的边框上'
        reporter.report(
          place?.id ?? element.id,
          `${called(place ?? element)}没有了方案${limit.paragraph}的法定时限“${limit.label}”；请${on}补上这个时限：${limit.workingDays}个工作日，法定，到期不中断办理。`,
        )
        continue
      }
      for (const problem of problemsOf(element, keeper, limit))
        reporter.report(keeper.event.id, `${called(keeper.event)}${problem}。`)
    }
  },
})

export default demandedLimit

function problemsOf(process: BpmnProcess, keeper: Keeper, limit: DemandedLimit): string[] {
  const { timer } = keeper
  const { label, paragraph, workingDays, from } = limit
  const days = daysOf(timer)
  const problems: string[] = []
  if (timer.kind !== 'statutory')
    problems.push(`是方案${paragraph}的法定时限“${label}”，却没有标为法定；请改回“法定”`)
  if (timer.calendar !== 'workdays') {
    problems.push(`是方案${paragraph}的法定时限，方案按工作日计算；请改回按工作日`)
  } else if (days === undefined || days > workingDays) {
    problems.push(
      `长于方案${paragraph}规定的${workingDays}个工作日，或不是固定的天数；请改回${workingDays}个工作日`,
    )
  }
  if (timer.from !== from.fact)
    problems.push(`不是自“${from.label}”起算，与方案${paragraph}不符；请改回自“${from.label}”起算`)
  const [step, ...more] = uncovered(process, keeper, limit)
  if (step) {
    const steps = [step, ...more].slice(0, 3).map(plainly).join('、')
    problems.push(
      `没有管住${steps}，方案${paragraph}的时限却包括这些环节；请把它移到包含这些环节的子流程上，或把环节移回`,
    )
  }
  return problems
}
