import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { graphOf, isScope } from '../graph.js'
import type { Rule } from '../rule.js'

/**
 * Conditions stand behind exclusive and inclusive gateways only. bpmn-engine also follows them behind a task, where a
 * reader does not see that a choice is made and nothing happens when none is true.
 */
export default function conditionPlace(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      for (const flow of graphOf(element).flows) {
        const source = flow.sourceRef
        if (
          !flow.conditionExpression ||
          isA(source, 'bpmn:ExclusiveGateway') ||
          isA(source, 'bpmn:InclusiveGateway')
        ) {
          continue
        }
        reporter.report(
          flow.id,
          `${called(flow)}上的条件不起作用或不可靠，因为它离开的是${called(source)}；请在其后加一个排他网关，把条件写在网关的连线上。`,
        )
      }
    },
  }
}
