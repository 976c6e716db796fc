import { isA } from '../schema/index.js'
import type { ModdleElement } from '../schema/moddle-types.js'

/** The element on the diagram that something belongs to: itself, or the nearest around it that can be pointed at. */
export function ownerOf(element: ModdleElement): ModdleElement {
  let owner = element
  while (
    owner.$parent &&
    !isA(owner, 'bpmn:FlowElement') &&
    !isA(owner, 'bpmn:Process') &&
    !isA(owner, 'bpmn:Participant')
  ) {
    owner = owner.$parent
  }
  return owner
}
