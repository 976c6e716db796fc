import type { FixMaker } from '../fix'

/** A promise that has been missed must still be kept: its timer is made to warn only. */
export const statutoryFix: FixMaker = ({ elementId }, { find, modeling, words }) => {
  const shape = find(elementId)
  if (shape?.type !== 'bpmn:BoundaryEvent') return undefined
  return {
    label: words('fix.notInterrupting'),
    apply: () => {
      modeling.updateProperties(shape, { cancelActivity: false })
    },
  }
}
