import { supportedEvents, supportedNodes } from '../../../src/engine/lint/supported.js'

/** What a palette or menu entry makes. */
export interface Target {
  readonly type: string
  readonly eventDefinitionType?: string
  readonly triggeredByEvent?: boolean
}

/** Whether the engine runs it: by the same list as the rule `supported-elements`, so that nobody is offered a problem. */
export function isOffered({ type, eventDefinitionType, triggeredByEvent = false }: Target): boolean {
  const place = supportedEvents[type]
  if (place) return place.has(waitsFor(eventDefinitionType))
  return others.has(type) || (supportedNodes.has(type) && !triggeredByEvent)
}

/** `bpmn:TimerEventDefinition` → `timer`, as the list has it. */
function waitsFor(definition: string | undefined): string {
  if (definition === undefined) return 'none'
  return definition.replace(/^bpmn:(.*)EventDefinition$/, '$1').toLowerCase()
}

/** What the engine passes over, and people read: pools and lanes, frames, notes. */
const others: ReadonlySet<string> = new Set([
  'bpmn:Participant',
  'bpmn:Lane',
  'bpmn:Group',
  'bpmn:TextAnnotation',
  'bpmn:SequenceFlow',
])
