import { isA } from '../../schema/index.js'
import type { BpmnFlowNode } from '../../schema/moddle-types.js'
import { called } from '../called.js'
import { graphOf, isScope } from '../graph.js'
import type { Rule } from '../rule.js'

/** An event-based gateway waits for what happens first, so only what waits may stand behind it, and only for it. */
export default function eventGateway(): Rule {
  return {
    check(element, reporter) {
      if (!isScope(element)) return
      const graph = graphOf(element)
      for (const gateway of graph.nodes) {
        if (!isA(gateway, 'bpmn:EventBasedGateway')) continue
        const flows = graph.outgoing(gateway)
        if (flows.length < 2) {
          reporter.report(
            gateway.id,
            `${called(gateway)}之后至少要有两个等待的事件；请补充，只等一件事时请删除网关。`,
          )
        }
        for (const { targetRef } of flows) {
          if (!targetRef) continue
          if (!waits(targetRef)) {
            reporter.report(
              targetRef.id,
              `${called(gateway)}之后不能直接是${called(targetRef)}；请先放一个定时或消息中间事件，或接收任务。`,
            )
          } else if (graph.incoming(targetRef).length > 1) {
            reporter.report(
              targetRef.id,
              `${called(targetRef)}除${called(gateway)}外还有别的进入连线；请为别的路线另放一个事件。`,
            )
          }
        }
      }
    },
  }
}

function waits(node: BpmnFlowNode): boolean {
  return isA(node, 'bpmn:IntermediateCatchEvent') || isA(node, 'bpmn:ReceiveTask')
}
