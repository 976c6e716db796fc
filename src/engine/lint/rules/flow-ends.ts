import { isA } from '../../schema/index.js'
import type { BpmnSequenceFlow } from '../../schema/moddle-types.js'
import { called, plainly } from '../called.js'
import type { Rule } from '../rule.js'

/**
 * A sequence flow joins two nodes of the same process or sub-process, and goes in and out where BPMN lets it. A case
 * that takes a flow across a border stays there for ever; a process whose start has an incoming flow never begins.
 */
export default function flowEnds(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:SequenceFlow')) return
      const problem = endsProblem(element)
      if (problem) reporter.report(element.id, `${called(element)}${problem}。`)
    },
  }
}

function endsProblem(flow: BpmnSequenceFlow): string | undefined {
  const { sourceRef, targetRef } = flow
  if (!sourceRef || !targetRef) return '有一端没有连上；请重新连接，或删除'
  if (sourceRef.$parent !== flow.$parent || targetRef.$parent !== flow.$parent) {
    return '跨越了子流程或泳池的边界；请连到子流程本身，不要连到里面的环节'
  }
  if (isA(targetRef, 'bpmn:StartEvent'))
    return `进入了开始事件${plainly(targetRef)}；请改为连到开始之后的环节`
  if (isA(targetRef, 'bpmn:BoundaryEvent')) return `进入了边界事件${plainly(targetRef)}；请改为连到环节本身`
  if (isA(sourceRef, 'bpmn:EndEvent'))
    return `从结束事件${plainly(sourceRef)}出发；请删除，或把它改为中间事件`
  return undefined
}
