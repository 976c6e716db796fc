import { extensionsOf, isA } from '../schema/index.js'
import type { CamundaFormField } from '../schema/camunda-types.js'
import type { BpmnFlowNode, BpmnScope } from '../schema/moddle-types.js'

/** Every flow node of the scope, those of its sub-processes included. */
export function nodesWithin(scope: BpmnScope): readonly BpmnFlowNode[] {
  return (scope.flowElements ?? []).flatMap(element => {
    if (!isA(element, 'bpmn:FlowNode')) return []
    return isA(element, 'bpmn:SubProcess') ? [element, ...nodesWithin(element)] : [element]
  })
}

/** Whether the node asks for the fact in its form, or notes it when it is left. */
export function notes(node: BpmnFlowNode, fact: string): boolean {
  return setsAsOutput(node, fact) || fieldsOf(node).some(({ id }) => id === fact)
}

/** Whether whoever leaves the node has surely said the fact: it is set, or asked of everybody and not to be left out. */
export function surelyNotes(node: BpmnFlowNode, fact: string): boolean {
  return setsAsOutput(node, fact) || fieldsOf(node).some(field => field.id === fact && isAlwaysAsked(field))
}

/** The fields of a user task’s form. */
export function fieldsOf(node: BpmnFlowNode): readonly CamundaFormField[] {
  if (!isA(node, 'bpmn:UserTask')) return []
  return extensionsOf(node, 'camunda:FormData').flatMap(({ fields }) => fields ?? [])
}

/** What the node notes when it is left, by name; the value is text, or FEEL after `=`. */
export function outputsOf(node: BpmnFlowNode): readonly { readonly name: string; readonly value: string }[] {
  return extensionsOf(node, 'camunda:InputOutput').flatMap(({ outputParameters }) =>
    (outputParameters ?? []).map(({ name = '', value = '' }) => ({ name, value: value.trim() })),
  )
}

/** What is set to nothing is forgotten, for another round of the same steps, and not noted. */
function setsAsOutput(node: BpmnFlowNode, fact: string): boolean {
  return outputsOf(node).some(({ name, value }) => name === fact && !/^=\s*null$/.test(value))
}

function isAlwaysAsked({ validation, properties }: CamundaFormField): boolean {
  const required = validation?.constraints?.some(({ name }) => name === 'required') ?? false
  return required && !properties?.values?.some(({ id }) => id === 'showWhen')
}
