import type { BpmnFlowNode, BpmnSequenceFlow } from '../../../../src/engine/schema/moddle-types.js'
import type { Change } from './change.js'

/** The flow that is taken when no condition is true. It needs no condition of its own, so that one goes. */
export function setDefaultFlow(gateway: BpmnFlowNode, flow: BpmnSequenceFlow): Change[] {
  return [
    { of: gateway, set: { default: flow } },
    ...(flow.conditionExpression ? [{ of: flow, set: { conditionExpression: undefined } }] : []),
  ]
}
