import { isA } from '../../schema/index.js'
import { called, plainly } from '../called.js'
import { graphOf, isScope } from '../graph.js'
import { isDeciding } from '../deciding.js'
import type { Rule } from '../rule.js'

/** Without a default flow a case stops with an error when no condition is true. */
export default function defaultFlow(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      for (const node of graph.nodes) {
        const flows = graph.outgoing(node)
        if (isDeciding(node, graph) && !node.default) {
          reporter.report(
            node.id,
            `${called(node)}没有默认连线，条件都不成立时办理会中断；请把其中一条连线设为默认。`,
          )
        }
        if (!node.default || flows.includes(node.default)) {
          if (isA(node.default, 'bpmn:SequenceFlow') && node.default.conditionExpression) {
            reporter.report(
              node.default.id,
              `${called(node.default)}是${plainly(node)}的默认连线，不应再写条件；请删除条件，或另设默认连线。`,
            )
          }
          continue
        }
        reporter.report(node.id, `${called(node)}的默认连线不是从它出发的；请在它的连线中重新选择默认连线。`)
      }
    },
  }
}
