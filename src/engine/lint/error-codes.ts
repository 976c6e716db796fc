import { isA } from '../schema/index.js'
import type { BpmnEvent, BpmnScope } from '../schema/moddle-types.js'

/** The code of the event’s error or escalation; `any` where it names none, undefined where it has no such definition. */
export function codeOf(event: BpmnEvent, kind: 'error' | 'escalation'): string | undefined {
  for (const definition of event.eventDefinitions ?? []) {
    if (kind === 'error' && isA(definition, 'bpmn:ErrorEventDefinition')) {
      return definition.errorRef ? (definition.errorRef.errorCode?.trim() ?? '') : any
    }
    if (kind === 'escalation' && isA(definition, 'bpmn:EscalationEventDefinition')) {
      return definition.escalationRef ? (definition.escalationRef.escalationCode?.trim() ?? '') : any
    }
  }
  return undefined
}

/** What a boundary event without a reference catches: everything of its kind. No code can be written like this. */
export const any = '*'

/** Whether an event for `caught` takes what is thrown as `thrown`. */
export function catches(caught: string | undefined, thrown: string): boolean {
  return caught !== undefined && (caught === any || caught === thrown)
}

/** Whether jobs run in the scope, at any depth: a job may fail with any code. */
export function hasJobs(scope: BpmnScope): boolean {
  return (scope.flowElements ?? []).some(
    element => isA(element, 'bpmn:ServiceTask') || (isA(element, 'bpmn:SubProcess') && hasJobs(element)),
  )
}
