import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { graphOf, isScope } from '../graph.js'
import type { Rule } from '../rule.js'

/** Where work is split, a gateway says whether one way is gone or all of them. bpmn-engine goes all of them. */
export default function implicitSplit(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      for (const node of graph.nodes) {
        const count = graph.outgoing(node).length
        if (isA(node, 'bpmn:Gateway') || isA(node, 'bpmn:EndEvent') || count < 2) continue
        reporter.report(
          node.id,
          `${called(node)}之后有${count}条连线，会同时走；请在其后加网关：只走一条用排他网关，同时走用并行网关。`,
        )
      }
    },
  }
}
