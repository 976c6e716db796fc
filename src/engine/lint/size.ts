import { isA } from '../schema/index.js'
import { feelTextsOf } from './feel-texts.js'
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

/** Most characters of FEEL in a process; the whole procedure has some two thousand. */
export const mostFeel = 60_000

/** How many characters of FEEL stand in the process or sub-process, at every level. */
export function feelLength(scope: BpmnScope): number {
  return (scope.flowElements ?? []).reduce(
    (sum, element) =>
      feelTextsOf(element).reduce((own, { expression }) => own + expression.length, sum) +
      (isA(element, 'bpmn:FlowElementsContainer') ? feelLength(element) : 0),
    0,
  )
}

/** Whether a process of the model is larger than anybody can read: then nothing more is asked of it. */
export function isTooLarge(root: ModdleElement): boolean {
  return hasTooManyElements(root) || processesOf(root).some(process => feelLength(process) > mostFeel)
}

/** Whether a process of the model has more elements than can be laid out. */
export function hasTooManyElements(root: ModdleElement): boolean {
  return processesOf(root).some(process => countElements(process) > mostElements)
}

function processesOf(root: ModdleElement): readonly BpmnScope[] {
  const elements = isA(root, 'bpmn:Definitions') ? (root.rootElements ?? []) : []
  return elements.filter(element => isA(element, 'bpmn:Process'))
}
