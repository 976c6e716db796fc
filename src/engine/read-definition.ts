import type { FlowNode, ProcessDefinition, SequenceFlow } from './definition.js'
import { readForm } from './schema/read-form.js'
import { extensionsOf, isA } from './schema/index.js'
import type {
  BpmnExpression,
  BpmnFlowElement,
  BpmnFlowNode,
  BpmnLane,
  BpmnProcess,
  ModdleElement,
} from './schema/moddle-types.js'

/** What a diagram says, whether or not it is fit to run. */
export type WhatIsSaid = Omit<ProcessDefinition, 'xml' | 'source'>

/** Reads everything that the first executable process says; undefined when there is none. */
export function readDefinition(root: ModdleElement): WhatIsSaid | undefined {
  const process = processesOf(root).find(one => one.isExecutable === true)
  return process && readProcess(process)
}

/** The processes of a file, in its order. */
export function processesOf(root: ModdleElement): BpmnProcess[] {
  if (!isA(root, 'bpmn:Definitions')) return []
  return (root.rootElements ?? []).filter(element => isA(element, 'bpmn:Process'))
}

/** Reads everything that a process says. */
export function readProcess(process: BpmnProcess): WhatIsSaid | undefined {
  if (!process.id) return undefined
  const nodes = new Map<string, FlowNode>()
  const flows = new Map<string, SequenceFlow>()
  readScope(process.flowElements ?? [], undefined, lanesOf(process), nodes, flows)
  return {
    key: process.id,
    name: process.name ?? process.id,
    nodes,
    flows,
    startTimers: [...nodes.values()].filter(node => node.type === 'bpmn:StartEvent' && node.timer),
  }
}

function readScope(
  elements: readonly BpmnFlowElement[],
  parent: FlowNode | undefined,
  lanes: ReadonlyMap<string, string>,
  nodes: Map<string, FlowNode>,
  flows: Map<string, SequenceFlow>,
) {
  for (const element of elements) {
    if (isA(element, 'bpmn:SequenceFlow')) {
      const { id, name, sourceRef, targetRef, conditionExpression } = element
      if (!id || !sourceRef?.id || !targetRef?.id) continue
      const condition = conditionExpression?.body
      flows.set(id, {
        id,
        from: sourceRef.id,
        to: targetRef.id,
        ...(name && { name }),
        ...(condition && { condition }),
      })
    } else if (isA(element, 'bpmn:FlowNode') && element.id) {
      const node = readNode(element, element.id, parent, lanes)
      nodes.set(node.id, node)
      if (isA(element, 'bpmn:SubProcess')) readScope(element.flowElements ?? [], node, lanes, nodes, flows)
    }
  }
}

function readNode(
  element: BpmnFlowNode,
  id: string,
  parent: FlowNode | undefined,
  lanes: ReadonlyMap<string, string>,
): FlowNode {
  const documentation = (element.documentation ?? []).map(text => text.text ?? '').join('\n')
  const lane = lanes.get(id) ?? parent?.lane
  return {
    id,
    type: element.$type,
    name: element.name ?? id,
    ...(documentation && { documentation }),
    ...(parent && { parentId: parent.id }),
    ...(lane && { lane }),
    ...boundaryOf(element),
    ...userTaskOf(element),
    ...eventOf(element),
    ...jobOf(element),
    ...multiInstanceOf(element),
    outputs: outputsOf(element),
  }
}

function boundaryOf(element: BpmnFlowNode): Partial<FlowNode> {
  if (!isA(element, 'bpmn:BoundaryEvent') || !element.attachedToRef?.id) return {}
  return { attachedTo: element.attachedToRef.id, interrupting: element.cancelActivity !== false }
}

function userTaskOf(element: BpmnFlowNode): Partial<FlowNode> {
  if (!isA(element, 'bpmn:UserTask')) return {}
  return {
    userTask: {
      candidateGroups: words(element.candidateGroups, ','),
      ...(element.assignee && { assignee: element.assignee }),
      form: readForm(element),
      differentFrom: words(element.differentFrom, /\s+/),
    },
  }
}

function eventOf(element: BpmnFlowNode): Partial<FlowNode> {
  if (isA(element, 'bpmn:ReceiveTask')) return { message: { name: element.messageRef?.name ?? '' } }
  if (!isA(element, 'bpmn:Event')) return {}
  for (const definition of element.eventDefinitions ?? []) {
    if (isA(definition, 'bpmn:MessageEventDefinition'))
      return { message: { name: definition.messageRef?.name ?? '' } }
    if (isA(definition, 'bpmn:TimerEventDefinition')) {
      const { timeDuration, timeDate, timeCycle, kind, warnBefore, warn, from, paragraph, promise } =
        definition
      const mayPause = words(definition.mayPause, /\s+/)
      const [type, value] = timeDuration
        ? (['timeDuration', bodyOf(timeDuration)] as const)
        : timeCycle
          ? (['timeCycle', bodyOf(timeCycle)] as const)
          : (['timeDate', bodyOf(timeDate)] as const)
      return {
        timer: {
          type,
          value,
          calendar: definition.calendar === 'workdays' ? 'workdays' : 'days',
          ...((kind === 'statutory' || kind === 'internal') && { kind }),
          ...(warnBefore && { warnBefore }),
          ...(warn && { warn }),
          ...(from && { from }),
          ...(paragraph && { paragraph }),
          ...(promise && { promise }),
          ...(mayPause.length > 0 && { mayPause }),
          ...(definition.mayExtend === 'interimReply' && { mayExtend: 'interimReply' }),
        },
      }
    }
  }
  return {}
}

function jobOf(element: BpmnFlowNode): Partial<FlowNode> {
  return isA(element, 'bpmn:ServiceTask') && element.topic ? { job: { topic: element.topic } } : {}
}

function multiInstanceOf(element: BpmnFlowNode): Partial<FlowNode> {
  const loop = isA(element, 'bpmn:Activity') ? element.loopCharacteristics : undefined
  if (!isA(loop, 'bpmn:MultiInstanceLoopCharacteristics')) return {}
  const cardinality = loop.loopCardinality?.body
  const completionCondition = loop.completionCondition?.body
  return {
    multiInstance: {
      sequential: loop.isSequential === true,
      ...(loop.collection && { collection: loop.collection }),
      ...(loop.elementVariable && { elementVariable: loop.elementVariable }),
      ...(cardinality && { cardinality }),
      ...(completionCondition && { completionCondition }),
    },
  }
}

function outputsOf(element: BpmnFlowNode): FlowNode['outputs'] {
  return extensionsOf(element, 'camunda:InputOutput').flatMap(io =>
    (io.outputParameters ?? []).flatMap(({ name, value }) =>
      name === undefined ? [] : [{ name, value: (value ?? '').trim() }],
    ),
  )
}

function lanesOf(process: BpmnProcess): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const visit = (lane: BpmnLane) => {
    for (const node of lane.flowNodeRef ?? []) if (node.id) names.set(node.id, lane.name ?? lane.id ?? '')
    for (const inner of lane.childLaneSet?.lanes ?? []) visit(inner)
  }
  for (const set of process.laneSets ?? []) for (const lane of set.lanes ?? []) visit(lane)
  return names
}

function words(text: string | undefined, separator: string | RegExp): string[] {
  return (text ?? '')
    .split(separator)
    .map(word => word.trim())
    .filter(word => word !== '')
}

function bodyOf(expression: BpmnExpression | undefined): string {
  return (expression?.body ?? '').trim()
}
