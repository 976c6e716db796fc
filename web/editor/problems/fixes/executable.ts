import type { ModelElement } from '../../bpmn-js'
import type { FixMaker } from '../fix'

/** Many tools export diagrams that are only to be looked at; this one is to be run. */
export const executableFix: FixMaker = ({ elementId }, { find, modeling, words }) => {
  const shape = find(elementId)
  const process = (shape?.businessObject.get('processRef') ?? shape?.businessObject) as
    ModelElement | undefined
  if (!shape || !process || process.get('isExecutable') === true) return undefined
  return {
    label: words('fix.executable'),
    apply: () => {
      modeling.updateModdleProperties(shape, process, { isExecutable: true })
    },
  }
}
