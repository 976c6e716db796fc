import type { FixMaker } from '../fix'

/** A task that does not say who does it is work for a person, until it is made something else. */
export const userTaskFix: FixMaker = ({ elementId }, { find, replace, words }) => {
  const shape = find(elementId)
  if (shape?.type !== 'bpmn:Task') return undefined
  return {
    label: words('fix.userTask'),
    apply: () => {
      replace.replaceElement(shape, { type: 'bpmn:UserTask' })
    },
  }
}
