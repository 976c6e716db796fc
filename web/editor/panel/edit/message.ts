import { isA } from '../../../../src/engine/schema/index.js'
import type {
  BpmnDefinitions,
  BpmnMessage,
  ModdleElement,
} from '../../../../src/engine/schema/moddle-types.js'
import type { Change, Create } from './change.js'

/** The messages that the file declares. */
export function messagesOf(definitions: BpmnDefinitions): readonly BpmnMessage[] {
  return (definitions.rootElements ?? []).filter(root => isA(root, 'bpmn:Message'))
}

/**
 * What a receive task or a message event waits for, by the message’s name. A message the file does not declare yet is
 * declared: one a name, because they are found by their names.
 */
export function setMessage(
  of: ModdleElement,
  name: string,
  definitions: BpmnDefinitions,
  create: Create,
): Change[] {
  if (name === '') return [{ of, set: { messageRef: undefined } }]
  const declared = messagesOf(definitions).find(message => message.name === name)
  if (declared) return [{ of, set: { messageRef: declared } }]
  const ids = new Set((definitions.rootElements ?? []).map(({ id }) => id))
  const wanted = `Message_${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const made = create('bpmn:Message', { id: ids.has(wanted) ? `${wanted}_2` : wanted, name })
  return [
    { of: definitions, set: { rootElements: [made, ...(definitions.rootElements ?? [])] } },
    { of, set: { messageRef: made } },
  ]
}
