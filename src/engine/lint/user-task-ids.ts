import { isA } from '../schema/index.js'
import type { BpmnDefinitions, BpmnFlowElement } from '../schema/moddle-types.js'

/** The ids of all user tasks of the model, at every level. */
export function userTaskIds(definitions: BpmnDefinitions): ReadonlySet<string> {
  const ids = new Set<string>()
  const visit = (elements: readonly BpmnFlowElement[]) => {
    for (const element of elements) {
      if (isA(element, 'bpmn:UserTask') && element.id) ids.add(element.id)
      if (isA(element, 'bpmn:FlowElementsContainer')) visit(element.flowElements ?? [])
    }
  }
  for (const root of definitions.rootElements ?? []) {
    if (isA(root, 'bpmn:Process')) visit(root.flowElements ?? [])
  }
  return ids
}
