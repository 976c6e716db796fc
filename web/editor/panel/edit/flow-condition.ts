import type { BpmnSequenceFlow } from '../../../../src/engine/schema/moddle-types.js'
import type { Change, Create } from './change.js'

/** A flow’s condition in FEEL; empty text takes it away. */
export function setCondition(flow: BpmnSequenceFlow, feel: string, create: Create): Change[] {
  const { conditionExpression } = flow
  if (feel.trim() === '')
    return conditionExpression ? [{ of: flow, set: { conditionExpression: undefined } }] : []
  return conditionExpression
    ? [{ of: conditionExpression, set: { body: feel, language: 'feel' } }]
    : [
        {
          of: flow,
          set: { conditionExpression: create('bpmn:FormalExpression', { body: feel, language: 'feel' }) },
        },
      ]
}
