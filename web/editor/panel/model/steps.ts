import { isA } from '../../../../src/engine/schema/index.js'
import type {
  BpmnBoundaryEvent,
  BpmnDefinitions,
  BpmnFlowNode,
  BpmnMessage,
  BpmnScope,
  BpmnSequenceFlow,
  BpmnTimerEventDefinition,
  BpmnUserTask,
  ModdleElement,
} from '../../../../src/engine/schema/moddle-types.js'

/** The file that an element stands in; undefined for one that was taken out. */
export function definitionsOf(element: ModdleElement): BpmnDefinitions | undefined {
  let found: ModdleElement | undefined = element
  while (found && !isA(found, 'bpmn:Definitions')) found = found.$parent
  return found
}

/** The process or sub-process that an element stands in directly. */
export function scopeOf(element: ModdleElement): BpmnScope | undefined {
  let found = element.$parent
  while (found && !isA(found, 'bpmn:FlowElementsContainer')) found = found.$parent
  return found
}

/** The outermost process around an element, or the first of the file where it stands in none. */
export function processOf(element: ModdleElement): BpmnScope | undefined {
  if (isA(element, 'bpmn:Process')) return element
  if (isA(element, 'bpmn:Participant')) return element.processRef
  const scope = scopeOf(element)
  if (scope) return processOf(scope)
  return definitionsOf(element)?.rootElements?.find(root => isA(root, 'bpmn:Process'))
}

/** Every flow node of a scope, those of its sub-processes too, in the order of the file. */
export function nodesWithin(scope: BpmnScope): readonly BpmnFlowNode[] {
  return (scope.flowElements ?? []).flatMap(element =>
    isA(element, 'bpmn:SubProcess')
      ? [element, ...nodesWithin(element)]
      : isA(element, 'bpmn:FlowNode')
        ? [element]
        : [],
  )
}

export function userTasksWithin(scope: BpmnScope): readonly BpmnUserTask[] {
  return nodesWithin(scope).filter(node => isA(node, 'bpmn:UserTask'))
}

/** The flows that leave a node, in the order of the file, by their own ends. */
export function leaving(node: BpmnFlowNode): readonly BpmnSequenceFlow[] {
  return flowsBeside(node).filter(({ sourceRef }) => sourceRef === node)
}

export function arriving(node: BpmnFlowNode): readonly BpmnSequenceFlow[] {
  return flowsBeside(node).filter(({ targetRef }) => targetRef === node)
}

/** The limits on an activity’s border. */
export function limitsOn(activity: BpmnFlowNode): readonly BpmnBoundaryEvent[] {
  return (scopeOf(activity)?.flowElements ?? [])
    .filter(element => isA(element, 'bpmn:BoundaryEvent'))
    .filter(event => event.attachedToRef === activity && timerIn(event) !== undefined)
}

/** The timer of an event; undefined for an event of another kind. */
export function timerIn(event: ModdleElement): BpmnTimerEventDefinition | undefined {
  if (!isA(event, 'bpmn:Event')) return undefined
  return (event.eventDefinitions ?? []).find(definition => isA(definition, 'bpmn:TimerEventDefinition'))
}

/** What refers to the message that an element waits for, and the message; undefined for what waits for none. */
export function receiverIn(
  element: ModdleElement,
): { readonly holder: ModdleElement; readonly message: BpmnMessage | undefined } | undefined {
  if (isA(element, 'bpmn:ReceiveTask')) return { holder: element, message: element.messageRef }
  if (!isA(element, 'bpmn:CatchEvent')) return undefined
  const definition = (element.eventDefinitions ?? []).find(one => isA(one, 'bpmn:MessageEventDefinition'))
  return definition && { holder: definition, message: definition.messageRef }
}

/** What people call an element: its name, or its id until it has one. */
export function nameOf(node: { readonly id?: string; readonly name?: string } | undefined): string {
  const name = node?.name?.trim() ?? ''
  return name === '' ? (node?.id ?? '') : name
}

function flowsBeside(node: BpmnFlowNode): readonly BpmnSequenceFlow[] {
  return (scopeOf(node)?.flowElements ?? []).filter(element => isA(element, 'bpmn:SequenceFlow'))
}
