import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { graphOf, isScope, reachableFrom } from '../graph.js'
import type { Rule } from '../rule.js'

/**
 * Everything comes after the start. bpmn-engine begins with every node that has no incoming flow, so a forgotten
 * task would be opened with each new case; a circle apart from the rest would never be.
 */
export default function unreachable(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      const starts = graph.nodes.filter(node => isA(node, 'bpmn:StartEvent'))
      if (starts.length === 0) return
      const reached = reachableFrom(starts, graph.next)
      for (const node of graph.nodes) {
        if (reached.has(node)) continue
        const floating = isA(node, 'bpmn:BoundaryEvent') && !node.attachedToRef
        const early = graph.incoming(node).length === 0 && !isA(node, 'bpmn:BoundaryEvent')
        reporter.report(
          node.id,
          floating
            ? `${called(node)}没有附在任何环节上；请把它拖到环节的边框上，或删除。`
            : early
              ? `${called(node)}没有进入的连线，会在流程一开始就启动；请从前一环节连线到它，或删除。`
              : `从开始事件走不到${called(node)}；请从前一环节连线到它，或删除。`,
        )
      }
    },
  }
}
