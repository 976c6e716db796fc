import type { BpmnBaseElement } from '../../../../src/engine/schema/moddle-types.js'
import type { Change, Create } from './change.js'

/** The explanation that people who do the step read. A file may have several texts: they are shown as one. */
export function documentationOf({ documentation = [] }: BpmnBaseElement): string {
  return documentation.map(({ text }) => text ?? '').join('\n')
}

export function setDocumentation(of: BpmnBaseElement, text: string, create: Create): Change[] {
  const documentation = text.trim() === '' ? [] : [create('bpmn:Documentation', { text })]
  return [{ of, set: { documentation } }]
}
