/**
 * What the engine runs as BPMN means it: the rule `supported-elements` refuses the rest, and the editor does not offer it.
 * Nodes by moddle type.
 */
export const supportedNodes: ReadonlySet<string> = new Set([
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:IntermediateThrowEvent',
  'bpmn:BoundaryEvent',
  'bpmn:UserTask',
  'bpmn:ManualTask',
  'bpmn:ServiceTask',
  'bpmn:ReceiveTask',
  'bpmn:SubProcess',
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:EventBasedGateway',
])

/** Events by place and what they wait for or tell (`none`, `timer` …, as `eventType` has it). */
export const supportedEvents: Readonly<Record<string, ReadonlySet<string>>> = {
  'bpmn:StartEvent': new Set(['none', 'timer']),
  'bpmn:EndEvent': new Set(['none', 'message', 'error', 'escalation', 'terminate']),
  'bpmn:IntermediateCatchEvent': new Set(['timer', 'message']),
  'bpmn:IntermediateThrowEvent': new Set(['none', 'message', 'escalation']),
  'bpmn:BoundaryEvent': new Set(['timer', 'message', 'error', 'escalation']),
}
