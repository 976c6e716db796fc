import { isA } from '../schema/index.js'
import type { BpmnScope, ModdleElement } from '../schema/moddle-types.js'

/** Most flow elements (nodes and arrows at every level) of a process. */
export const mostElements = 2000

/** How many flow elements the process or sub-process holds, at every level. */
export function countElements(scope: BpmnScope): number {
  return (scope.flowElements ?? []).reduce(
    (sum, element) => sum + 1 + (isA(element, 'bpmn:FlowElementsContainer') ? countElements(element) : 0),
    0,
  )
}

/** Whether a process of the model is larger than anybody can read: then nothing more is asked of it. */
export function isTooLarge(root: ModdleElement): boolean {
  const processes = isA(root, 'bpmn:Definitions') ? (root.rootElements ?? []) : []
  return processes.some(process => isA(process, 'bpmn:Process') && countElements(process) > mostElements)
}
