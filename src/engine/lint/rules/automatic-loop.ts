import type { BpmnFlowNode } from '../../schema/moddle-types.js'
import { automaticNext } from '../automatic.js'
import { called, plainly } from '../called.js'
import { graphOf, isScope, reachableFrom } from '../graph.js'
import type { Rule } from '../rule.js'

/** A circle in which nothing is waited for would run until the turn is broken off. */
export default function automaticLoop(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      const next = automaticNext(graph)
      const said = new Set<BpmnFlowNode>()
      for (const node of graph.nodes) {
        if (said.has(node)) continue
        const after = reachableFrom(next(node), next)
        if (!after.has(node)) continue
        const circle = [...after].filter(other => reachableFrom(next(other), next).has(node))
        for (const other of circle) said.add(other)
        const others = circle.filter(other => other !== node).slice(0, 3)
        reporter.report(
          node.id,
          `${called(node)}${others.length > 0 ? `与${others.map(plainly).join('、')}` : ''}构成了没有任何等待的循环，会无休止地转下去；请在循环中加入用户任务或等待事件。`,
        )
      }
    },
  }
}
