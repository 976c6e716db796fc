import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { graphOf, isScope } from '../graph.js'
import type { Rule } from '../rule.js'

/**
 * Where a path ends, an end event says so. Non-interrupting boundary events may have nothing behind them (see
 * idle-boundary); an interrupting one takes the work away and must put something in its place.
 */
export default function deadEnd(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      for (const node of graph.nodes) {
        if (isA(node, 'bpmn:EndEvent') || graph.outgoing(node).length > 0) continue
        if (!isA(node, 'bpmn:BoundaryEvent')) {
          reporter.report(node.id, `${called(node)}之后没有连线，办到这里就断了；请连到下一环节或结束事件。`)
        } else if (node.cancelActivity !== false) {
          reporter.report(
            node.id,
            `${called(node)}会中断${called(node.attachedToRef)}，之后却没有连线，事项就此无人办理；请连到下一环节，或改为非中断。`,
          )
        }
      }
    },
  }
}
