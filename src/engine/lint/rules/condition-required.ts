import { called, plainly } from '../called.js'
import { isDeciding } from '../deciding.js'
import { graphOf, isScope } from '../graph.js'
import type { Rule } from '../rule.js'

/** A flow without a condition is always true to bpmn-engine, whatever was meant. */
export default function conditionRequired(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      for (const node of graph.nodes) {
        if (!isDeciding(node, graph)) continue
        for (const flow of graph.outgoing(node)) {
          if (flow === node.default || flow.conditionExpression) continue
          reporter.report(
            flow.id,
            `${called(flow)}离开网关${plainly(node)}却没有条件；请写明条件，或把它设为默认连线。`,
          )
        }
      }
    },
  }
}
