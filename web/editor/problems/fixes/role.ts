import type { FixMaker } from '../fix'

/** A step without a role is given to the office itself, which has most of them. One with a wrong role may mean any. */
export const roleFix: FixMaker = ({ elementId }, { find, modeling, words }) => {
  const shape = find(elementId)
  if (!shape || shape.businessObject.get('camunda:candidateGroups')) return undefined
  return {
    label: words('fix.role'),
    apply: () => {
      modeling.updateProperties(shape, { 'camunda:candidateGroups': 'officer' })
    },
  }
}
