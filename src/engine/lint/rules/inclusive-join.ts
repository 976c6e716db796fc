import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { graphOf, isScope } from '../graph.js'
import type { Rule } from '../rule.js'

/** bpmn-engine’s inclusive gateway does not wait: what follows a join would be done once per branch. */
export default function inclusiveJoin(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      for (const node of graph.nodes) {
        if (!isA(node, 'bpmn:InclusiveGateway') || graph.incoming(node).length < 2) continue
        reporter.report(
          node.id,
          `${called(node)}有多条进入的连线，但不会等齐各条路线；请把各条路线放进一个子流程，以子流程结束代替汇聚。`,
        )
      }
    },
  }
}
