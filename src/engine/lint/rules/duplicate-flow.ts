import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { graphOf, isScope } from '../graph.js'
import type { Rule } from '../rule.js'

/** Two flows between the same two nodes say nothing more than one; bpmn-engine takes one of them only. */
export default function duplicateFlow(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const seen = new Set<string>()
      for (const flow of graphOf(element).flows) {
        // behind an exclusive gateway two conditions may lead to the same place
        const condition = isA(flow.sourceRef, 'bpmn:ExclusiveGateway')
          ? flow.conditionExpression?.body
          : undefined
        const key = JSON.stringify([flow.sourceRef?.id, flow.targetRef?.id, condition])
        if (seen.has(key)) {
          reporter.report(flow.id, `${called(flow)}重复了，同样的两个环节之间已有一条；请删除其中一条。`)
        }
        seen.add(key)
      }
    },
  }
}
