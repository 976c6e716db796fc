import { isA } from '../../schema/index.js'
import type { BpmnBoundaryEvent, BpmnEvent } from '../../schema/moddle-types.js'
import { called } from '../called.js'
import { any, catches, codeOf, hasJobs } from '../error-codes.js'
import { graphOf, isScope } from '../graph.js'
import type { Graph } from '../graph.js'
import type { Rule } from '../rule.js'

/**
 * An error is thrown in a sub-process and caught at its border. bpmn-engine goes on as if nothing had happened where
 * nobody catches it, leaves an inner sub-process normally on the way to an outer one’s border, and follows every
 * boundary event that fits, not the best one.
 */
export default function errorEvents(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      for (const node of graph.nodes) {
        const problem = isA(node, 'bpmn:EndEvent')
          ? thrownProblem(node)
          : isA(node, 'bpmn:BoundaryEvent')
            ? caughtProblem(node, graph)
            : undefined
        if (problem) reporter.report(node.id, `${called(node)}${problem}。`)
      }
    },
  }
}

function thrownProblem(end: BpmnEvent): string | undefined {
  const code = codeOf(end, 'error')
  if (code === undefined) return undefined
  if (code === any || code === '') return '没有写明错误代码；请选择一个有代码（errorCode）的错误'
  const scope = end.$parent
  if (!isA(scope, 'bpmn:SubProcess'))
    return '抛出的错误没有谁能捕获；请把相关环节放进子流程，或改为普通结束事件'
  const around = scope.$parent
  const border = isA(around, 'bpmn:FlowElementsContainer') ? graphOf(around).boundaries(scope) : []
  return border.some(event => catches(codeOf(event, 'error'), code))
    ? undefined
    : `抛出的错误在${called(scope)}的边框上没有捕获；请在子流程上加同一错误的边界事件`
}

function caughtProblem(event: BpmnBoundaryEvent, graph: Graph): string | undefined {
  const code = codeOf(event, 'error')
  const host = event.attachedToRef
  if (code === undefined || !host) return undefined
  if (code === '') return '引用的错误没有代码；请填写错误代码（errorCode）'
  if (event.cancelActivity === false) return '捕获错误却不中断；错误已使办理中断，请改为中断的边界事件'
  const others = graph
    .boundaries(host)
    .filter(other => other !== event && codeOf(other, 'error') !== undefined)
  if (others.some(other => catches(codeOf(other, 'error'), code))) {
    return `与${called(host)}上的另一个错误事件捕获同样的错误，会同时发生；请只保留一个，或写明不同的错误代码`
  }
  if (isA(host, 'bpmn:ServiceTask')) return undefined
  if (!isA(host, 'bpmn:SubProcess'))
    return `附在${called(host)}上永远不会发生；请附在服务任务或子流程上，或删除`
  const thrown = graphOf(host)
    .nodes.filter(node => isA(node, 'bpmn:EndEvent'))
    .map(node => codeOf(node, 'error'))
  return hasJobs(host) || thrown.some(each => each !== undefined && catches(code, each))
    ? undefined
    : `等待的错误在${called(host)}中没有谁抛出；请在子流程中加错误结束事件，或删除`
}
