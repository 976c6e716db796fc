import { isA } from '../../schema/index.js'
import type { BpmnFlowNode } from '../../schema/moddle-types.js'
import { called } from '../called.js'
import { graphOf, isScope, reachableFrom } from '../graph.js'
import type { Rule } from '../rule.js'

/** From everywhere an end can be come to. Said once for each circle without a way out, of its first node. */
export default function wayOut(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      const before = new Map<BpmnFlowNode, BpmnFlowNode[]>()
      for (const node of graph.nodes) {
        for (const next of graph.next(node)) before.set(next, [...(before.get(next) ?? []), node])
      }
      // what has no outgoing flow is dead-end’s affair
      const ends = graph.nodes.filter(node => isA(node, 'bpmn:EndEvent') || graph.outgoing(node).length === 0)
      const ending = reachableFrom(ends, node => before.get(node) ?? [])
      const said = new Set<BpmnFlowNode>()
      for (const node of graph.nodes) {
        if (ending.has(node) || said.has(node)) continue
        for (const other of reachableFrom([node], graph.next)) said.add(other)
        reporter.report(node.id, `从${called(node)}出发，怎样办都到不了结束；请加一条通往结束事件的连线。`)
      }
    },
  }
}
