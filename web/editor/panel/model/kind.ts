import { isA } from '../../../../src/engine/schema/index.js'
import type { BpmnFlowNode, ModdleElement } from '../../../../src/engine/schema/moddle-types.js'
import type { Words } from '../../words.js'

/** What an element is, in words people use: the key of the word under `kind.`. */
export function kindOf(element: ModdleElement): string {
  if (isA(element, 'bpmn:Event')) {
    const definition = element.eventDefinitions?.[0]?.$type
    return (
      events[`${element.$type} ${definition ?? ''}`] ??
      events[definition ?? ''] ??
      events[element.$type] ??
      'event'
    )
  }
  return kinds[element.$type] ?? 'other'
}

/** What a node is called in a sentence: its name, or what it is while it has none: 并行. */
export function nodeWords(node: BpmnFlowNode | undefined, words: Words): string {
  if (!node) return words('none')
  const name = node.name?.trim() ?? ''
  return name === '' ? (words(`kind.${kindOf(node)}`).split('：')[0] ?? '') : name
}

const kinds: Readonly<Record<string, string>> = {
  'bpmn:Process': 'process',
  'bpmn:Participant': 'process',
  'bpmn:Collaboration': 'process',
  'bpmn:Lane': 'lane',
  'bpmn:UserTask': 'userTask',
  'bpmn:ManualTask': 'manualTask',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:ReceiveTask': 'receiveTask',
  'bpmn:SubProcess': 'subProcess',
  'bpmn:ExclusiveGateway': 'exclusiveGateway',
  'bpmn:InclusiveGateway': 'inclusiveGateway',
  'bpmn:ParallelGateway': 'parallelGateway',
  'bpmn:EventBasedGateway': 'eventBasedGateway',
  'bpmn:SequenceFlow': 'sequenceFlow',
  'bpmn:TextAnnotation': 'textAnnotation',
  'bpmn:Group': 'group',
}

const events: Readonly<Record<string, string>> = {
  'bpmn:StartEvent': 'startEvent',
  'bpmn:EndEvent': 'endEvent',
  'bpmn:IntermediateThrowEvent': 'throwEvent',
  'bpmn:StartEvent bpmn:TimerEventDefinition': 'startTimer',
  'bpmn:BoundaryEvent bpmn:TimerEventDefinition': 'limit',
  'bpmn:IntermediateCatchEvent bpmn:TimerEventDefinition': 'wait',
  'bpmn:EndEvent bpmn:TerminateEventDefinition': 'terminateEnd',
  'bpmn:MessageEventDefinition': 'messageEvent',
  'bpmn:EscalationEventDefinition': 'escalationEvent',
  'bpmn:ErrorEventDefinition': 'errorEvent',
}
