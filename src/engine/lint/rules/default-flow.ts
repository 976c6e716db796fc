import { isA } from '../../schema/index.js'
import type { BpmnFlowNode, BpmnSequenceFlow } from '../../schema/moddle-types.js'
import { called, plainly } from '../called.js'
import { coverageOf } from '../choice-coverage.js'
import { graphOf, isScope } from '../graph.js'
import { isDeciding } from '../deciding.js'
import type { Rule } from '../rule.js'

/**
 * Without a default flow a case stops with an error when no condition is true. None is needed where the conditions take
 * every value of a choice that has surely been made by then.
 */
export default function defaultFlow(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      for (const node of graph.nodes) {
        const flows = graph.outgoing(node)
        if (isDeciding(node, graph) && !node.default) {
          const problem = openProblem(node, flows)
          if (problem) reporter.report(node.id, `${called(node)}${problem}。`)
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

function openProblem(gateway: BpmnFlowNode, flows: readonly BpmnSequenceFlow[]): string | undefined {
  const coverage = coverageOf(gateway, flows)
  if (!coverage) return '没有默认连线，条件都不成立时办理会中断；请把其中一条连线设为默认'
  const { label, left, known } = coverage
  if (left.length > 0) {
    const choices = left.map(name => `“${name}”`).join('、')
    return `没有默认连线，“${label}”选${choices}时没有路可走；请加上这样的连线，或把其中一条设为默认`
  }
  return known
    ? undefined
    : `没有默认连线，而“${label}”到这里时不一定已经填写；请把其中一条连线设为默认，或先让人必填`
}
