import { isA } from '../../schema/index.js'
import type { BpmnFlowNode, BpmnProcess } from '../../schema/moddle-types.js'
import { called } from '../called.js'
import { isDeciding } from '../deciding.js'
import { demandsOn } from '../demands.js'
import type { DemandedOrder } from '../demands.js'
import { factsNamed } from '../facts-named.js'
import { graphOf, isScope } from '../graph.js'
import type { Graph } from '../graph.js'
import { nodesWithin, notes, surelyNotes } from '../noted-facts.js'
import type { Rule, RuleFactory } from '../rule.js'
import { reachedWithout } from '../without.js'

/**
 * What the house must know before it goes on is known on every way there: a verdict before it is acted on, the
 * department’s word before a verdict.
 */
const askedBefore: RuleFactory = ({ demands }): Rule => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:Process')) return
    for (const order of demandsOn(demands, element.id)?.orders ?? []) {
      for (const node of comeToEarly(element, order)) {
        const what = order.where === 'chosenBy' ? '按' : '填写'
        const missing = order.first.map(({ label }) => `“${label}”`).join('或')
        reporter.report(
          node.id,
          `${called(node)}${what}“${order.label}”${order.where === 'chosenBy' ? '分路' : ''}，却有路线不经过${missing}就走到这里（方案${order.paragraph}）；请${order.remedy}。`,
        )
      }
    }
  },
})

export default askedBefore

function comeToEarly(process: BpmnProcess, { where, fact, first }: DemandedOrder): readonly BpmnFlowNode[] {
  const graphs = [process, ...nodesWithin(process)].filter(isScope).map(graphOf)
  const comesFirst = (node: BpmnFlowNode) => first.some(each => surelyNotes(node, each.fact))
  const asks =
    where === 'noted'
      ? (node: BpmnFlowNode) => notes(node, fact)
      : (node: BpmnFlowNode) =>
          graphs.some(graph => graph.nodes.includes(node) && choosesBy(node, fact, graph))
  return [...reachedWithout(process, comesFirst, asks)].filter(asks)
}

function choosesBy(node: BpmnFlowNode, fact: string, graph: Graph): boolean {
  return (
    isDeciding(node, graph) &&
    graph
      .outgoing(node)
      .some(({ conditionExpression }) => factsNamed(conditionExpression?.body ?? '').has(fact))
  )
}
