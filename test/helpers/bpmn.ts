export interface DiagramOptions {
  /** The process’s id. */
  readonly id?: string
  readonly name?: string
  /** What stands beside the process: messages, errors, escalations, a collaboration. */
  readonly roots?: string
  /** Attributes of the process. */
  readonly attributes?: string
}

/** A BPMN file around the body of one executable process, with the namespaces of camunda and ours. */
export function diagram(body: string, options: DiagramOptions = {}): string {
  const { id = 'p', name = '测试流程', roots = '', attributes = 'isExecutable="true"' } = options
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:bdc="https://bandecheng.dev/schema/bpmn/1.0" id="Definitions_1" targetNamespace="https://bandecheng.dev/test">
  ${roots}
  <bpmn:process id="${id}" name="${name}" ${attributes}>
    ${body}
  </bpmn:process>
</bpmn:definitions>`
}

/** Sequence flows along a line of nodes: `flows('Start', 'Task', 'End')`. Ids are `Start-Task`, `Task-End`. */
export function flows(...ids: readonly string[]): string {
  return ids
    .slice(1)
    .map((to, index) => flow(ids[index] ?? '', to))
    .join('')
}

/** One sequence flow, with a FEEL condition when one is given; its id is `from-to`. */
export function flow(from: string, to: string, condition?: string): string {
  const ends = `id="${from}-${to}" sourceRef="${from}" targetRef="${to}"`
  return condition === undefined
    ? `<bpmn:sequenceFlow ${ends}/>`
    : `<bpmn:sequenceFlow ${ends}><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="feel"><![CDATA[${condition}]]></bpmn:conditionExpression></bpmn:sequenceFlow>`
}

/** A user task that an officer does, named like its id. */
export function task(id: string, inside = '', attributes = ''): string {
  return `<bpmn:userTask id="${id}" name="${id}" camunda:candidateGroups="officer" ${attributes}>${inside}</bpmn:userTask>`
}

/** Any other element without surprises: `node('exclusiveGateway', 'Gateway_1', 'default="a-b"')`. */
export function node(type: string, id: string, attributes = '', inside = ''): string {
  return `<bpmn:${type} id="${id}" ${attributes}>${inside}</bpmn:${type}>`
}

export function start(id = 'Start', inside = ''): string {
  return node('startEvent', id, '', inside)
}

export function end(id = 'End', inside = ''): string {
  return node('endEvent', id, '', inside)
}

/** A timer event definition: `timer('P3D', 'bdc:calendar="workdays"')`. */
export function timer(value: string, attributes = '', type = 'timeDuration'): string {
  return `<bpmn:timerEventDefinition ${attributes}><bpmn:${type} xsi:type="bpmn:tFormalExpression">${value}</bpmn:${type}></bpmn:timerEventDefinition>`
}

/** A boundary event on an activity; interrupting unless said otherwise. */
export function boundary(id: string, on: string, inside: string, interrupting = true): string {
  return node('boundaryEvent', id, `attachedToRef="${on}" cancelActivity="${interrupting}"`, inside)
}

/** Extension elements around the given ones. */
export function extensions(inside: string): string {
  return `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`
}
