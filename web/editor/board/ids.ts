import BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory'
import type { ModelElement } from '../bpmn-js'

interface Moddle {
  readonly ids: {
    nextPrefixed(prefix: string, element: ModelElement): string
    claim(id: string, element: ModelElement): void
  }
}

/**
 * Gives new elements the ids of the house (glossary): readable by what they are, and for ever their own, because cases
 * that stand at an element are stored under its id.
 */
export const idsModule = { bpmnFactory: ['factory', officeFactory] }

officeFactory.$inject = ['moddle']
function officeFactory(moddle: Moddle) {
  const factory = new BpmnFactory(moddle) as unknown as {
    _ensureId: (element: ModelElement) => void
    _needsId: (element: ModelElement) => boolean
  }
  const others = factory._ensureId.bind(factory)
  factory._ensureId = element => {
    const prefix = element.id ? undefined : prefixOf(element)
    if (prefix === undefined) others(element)
    else (element as { id: string }).id = moddle.ids.nextPrefixed(`${prefix}_`, element)
  }
  return factory
}

function prefixOf(element: ModelElement): string | undefined {
  return prefixes.find(([type]) => element.$instanceOf(type))?.[1]
}

/** The first that fits. A boundary event is a limit more often than not; what it is about is chosen later. */
const prefixes: readonly (readonly [type: string, prefix: string])[] = [
  ['bpmn:ServiceTask', 'Job'],
  ['bpmn:SubProcess', 'SubProcess'],
  ['bpmn:Activity', 'Task'],
  ['bpmn:StartEvent', 'Start'],
  ['bpmn:EndEvent', 'End'],
  ['bpmn:BoundaryEvent', 'Timer'],
  ['bpmn:Event', 'Event'],
  ['bpmn:EventBasedGateway', 'EventGateway'],
  ['bpmn:Gateway', 'Gateway'],
  ['bpmn:SequenceFlow', 'Flow'],
  ['bpmn:Lane', 'Lane'],
  ['bpmn:Group', 'Group'],
  ['bpmn:TextAnnotation', 'Note'],
]
