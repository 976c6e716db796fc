import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { graphOf, isScope } from '../graph.js'
import type { Rule } from '../rule.js'
import { timerOf } from '../timer-of.js'

/** A boundary event with nothing behind it does nothing, unless it is a limit whose card is all that is wanted. */
export default function idleBoundary(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      for (const node of graph.nodes) {
        if (!isA(node, 'bpmn:BoundaryEvent') || graph.outgoing(node).length > 0) continue
        if (node.cancelActivity !== false || timerOf(node)?.kind) continue
        reporter.report(
          node.id,
          `${called(node)}之后没有连线，发生了也没有作用；请连到要做的环节，或标明时限性质（法定或内部）以便亮牌。`,
        )
      }
    },
  }
}
