import type { BpmnEvent } from '../schema/moddle-types.js'

/** What an event is about: `timer`, `message` …; `none` for a plain one; of several definitions, the first. */
export function eventType(event: BpmnEvent): string {
  const type = event.eventDefinitions?.[0]?.$type
  if (type === undefined) return 'none'
  return type.replace(/^bpmn:(\w+)EventDefinition$/, '$1').toLowerCase()
}
