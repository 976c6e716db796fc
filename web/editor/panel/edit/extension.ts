import type { BpmnBaseElement, ModdleElement } from '../../../../src/engine/schema/moddle-types.js'
import type { Change, Create } from './change.js'

/** Puts an extension element behind those that are there. */
export function addExtension(to: BpmnBaseElement, extension: ModdleElement, create: Create): Change[] {
  const { extensionElements } = to
  if (!extensionElements) {
    return [{ of: to, set: { extensionElements: create('bpmn:ExtensionElements', { values: [extension] }) } }]
  }
  return [{ of: extensionElements, set: { values: [...(extensionElements.values ?? []), extension] } }]
}

/** Takes an extension element out; with the last one goes what held them. */
export function removeExtension(from: BpmnBaseElement, extension: ModdleElement): Change[] {
  const { extensionElements } = from
  const rest = (extensionElements?.values ?? []).filter(value => value !== extension)
  if (!extensionElements) return []
  return rest.length === 0
    ? [{ of: from, set: { extensionElements: undefined } }]
    : [{ of: extensionElements, set: { values: rest } }]
}
