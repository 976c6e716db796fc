import { isA } from '../../schema/index.js'
import type { BpmnFlowNode } from '../../schema/moddle-types.js'
import { called, plainly } from '../called.js'
import { graphOf, isScope, reachableFrom } from '../graph.js'
import type { Graph } from '../graph.js'
import type { Rule } from '../rule.js'

/** Where ways that are gone at the same time meet without a join, everything behind is done once for each of them. */
export default function mergeWithoutJoin(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      const said = new Set<BpmnFlowNode>()
      for (const fork of graph.nodes) {
        const branches = branchesOf(fork, graph).map(first => ({
          first,
          reached: reachedFrom(first, fork, graph),
        }))
        if (branches.length < 2) continue
        for (const node of graph.nodes) {
          if (said.has(node) || isA(node, 'bpmn:EndEvent') || !meet(node, branches, fork, graph)) continue
          said.add(node)
          reporter.report(
            node.id,
            `${called(fork)}分出的路线在${called(node)}会合却没有汇聚，从这里起会各办一遍；请先用并行网关汇聚${plainly(fork)}的各条路线，或让它们各自结束。`,
          )
        }
      }
    },
  }
}

/** The first nodes of ways that are gone at the same time. */
function branchesOf(fork: BpmnFlowNode, graph: Graph): BpmnFlowNode[] {
  const firsts = graph.outgoing(fork).flatMap(({ targetRef }) => (targetRef ? [targetRef] : []))
  if (isA(fork, 'bpmn:ParallelGateway') || isA(fork, 'bpmn:InclusiveGateway')) return firsts
  const reminders = graph.boundaries(fork).filter(event => event.cancelActivity === false)
  return reminders.length === 0 ? [] : [...firsts.slice(0, 1), ...reminders]
}

/** What a way comes to before it is joined with others. */
function reachedFrom(first: BpmnFlowNode, fork: BpmnFlowNode, graph: Graph): ReadonlySet<BpmnFlowNode> {
  return reachableFrom([first], node => (node === fork || isJoin(node, graph) ? [] : graph.next(node)))
}

function isJoin(node: BpmnFlowNode, graph: Graph): boolean {
  const joins = isA(node, 'bpmn:ParallelGateway') || isA(node, 'bpmn:InclusiveGateway')
  return joins && graph.incoming(node).length > 1
}

/** Whether two of the ways first meet at the node: each comes by a flow that the other does not come by. */
function meet(node: BpmnFlowNode, branches: readonly Branch[], fork: BpmnFlowNode, graph: Graph): boolean {
  if (node === fork || isJoin(node, graph)) return false
  const ways = graph.incoming(node).flatMap(({ sourceRef }) => {
    const by = branches.flatMap(({ first, reached }, index) =>
      sourceRef && (sourceRef === fork ? first === node : reached.has(sourceRef)) ? [index] : [],
    )
    return by.length === 1 ? by : []
  })
  return new Set(ways).size > 1
}

/** A way that begins at a fork, and all that it comes to before it is joined with others. */
interface Branch {
  readonly first: BpmnFlowNode
  readonly reached: ReadonlySet<BpmnFlowNode>
}
