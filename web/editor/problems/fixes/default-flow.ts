import type { FixMaker } from '../fix'

/**
 * Of a gateway’s flows the one without a condition is the one for all other cases, where there is exactly one. A
 * default flow with a condition loses the condition.
 */
export const defaultFlowFix: FixMaker = ({ elementId }, { find, modeling, words }) => {
  const shape = find(elementId)
  if (!shape) return undefined
  if (shape.waypoints) {
    return {
      label: words('fix.noCondition'),
      apply: () => {
        modeling.updateProperties(shape, { conditionExpression: undefined })
      },
    }
  }
  const [open, ...others] = shape.outgoing.filter(
    ({ type, businessObject }) => type === 'bpmn:SequenceFlow' && !businessObject.get('conditionExpression'),
  )
  if (!open || others.length > 0) return undefined
  const to = open.target?.businessObject.name ?? open.target?.id ?? ''
  return {
    label: words('fix.defaultFlow', { to }),
    apply: () => {
      modeling.updateProperties(shape, { default: open.businessObject })
    },
  }
}
