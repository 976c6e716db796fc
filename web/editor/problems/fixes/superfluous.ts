import type { FixMaker } from '../fix'

/** Of two flows that say the same the second can go. */
export const duplicateFlowFix: FixMaker = ({ elementId }, { find, modeling, words }) => {
  const shape = find(elementId)
  if (!shape) return undefined
  return {
    label: words('fix.removeFlow'),
    apply: () => {
      modeling.removeElements([shape])
    },
  }
}

/** A gateway with one way in and one out can go; bpmn-js joins the two flows. */
export const superfluousGatewayFix: FixMaker = ({ elementId }, { find, modeling, words }) => {
  const shape = find(elementId)
  if (!shape) return undefined
  return {
    label: words('fix.removeGateway'),
    apply: () => {
      modeling.removeElements([shape])
    },
  }
}
