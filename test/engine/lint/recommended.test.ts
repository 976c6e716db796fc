import { diagram, end, flow, flows, node, start, task } from '../../helpers/bpmn.js'
import { testRule } from './rule-table.js'

const line = start() + task('A') + end() + flows('Start', 'A', 'End')
const listed = (incoming: number, outgoing: number) =>
  '<bpmn:incoming>I</bpmn:incoming>'.repeat(incoming).replaceAll('>I<', () => `>I${++counted}<`) +
  '<bpmn:outgoing>O</bpmn:outgoing>'.repeat(outgoing).replaceAll('>O<', () => `>O${++counted}<`)
let counted = 0

/** A drawing around the line, with a place for each element. */
const drawn = (places: Readonly<Record<string, readonly [x: number, y: number]>>, edges: readonly string[]) =>
  diagram(line).replace(
    '</bpmn:definitions>',
    `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="D"><bpmndi:BPMNPlane id="P" bpmnElement="p">
    ${Object.entries(places)
      .map(
        ([id, [x, y]]) =>
          `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="100" height="80"/></bpmndi:BPMNShape>`,
      )
      .join('')}
    ${edges.map(id => `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="0" y="0"/><di:waypoint x="1" y="1"/></bpmndi:BPMNEdge>`).join('')}
    </bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`,
  )
const edges = ['Start-A', 'A-End']

testRule('end-event-required', {
  valid: { 'a process with an end': line },
  invalid: {
    'a process without one': {
      example: start() + task('A') + flows('Start', 'A'),
      at: 'p',
      says: ['测试流程', '结束事件'],
    },
  },
})

const waiting =
  start() +
  node('intermediateCatchEvent', 'M1', 'name="等"', '<bpmn:messageEventDefinition messageRef="M"/>') +
  end() +
  flows('Start', 'M1', 'End')
testRule('global', {
  valid: { 'a message that is used': { body: waiting, roots: '<bpmn:message id="M" name="withdraw"/>' } },
  invalid: {
    'a message that nobody uses': {
      example: {
        body: waiting,
        roots: '<bpmn:message id="M" name="withdraw"/><bpmn:message id="N" name="merge"/>',
      },
      at: 'N',
      says: ['消息『merge』', '删除'],
    },
    'two messages of the same name': {
      example: {
        body: waiting + node('receiveTask', 'R', 'messageRef="N"'),
        roots: '<bpmn:message id="M" name="withdraw"/><bpmn:message id="N" name="withdraw"/>',
      },
      at: 'N',
      says: ['消息『withdraw』', '改名'],
      count: 2,
    },
    'a message with a blank name': {
      example: { body: waiting, roots: '<bpmn:message id="M" name=""/>' },
      at: 'M',
      says: ['消息（M）', '起一个名称'],
    },
  },
})

testRule('label-required', {
  valid: {
    'names on what people read':
      node('startEvent', 'S', 'name="登记"') +
      task('A') +
      node('endEvent', 'E', 'name="归档"') +
      flows('S', 'A', 'E'),
  },
  invalid: {
    'an event without a name': {
      example: start() + node('endEvent', 'E', 'name="归档"') + flows('Start', 'E'),
      at: 'Start',
      says: ['开始事件（Start）', '写上名称'],
    },
  },
})

testRule('no-bpmndi', {
  valid: { 'a drawing of everything': drawn({ Start: [0, 0], A: [200, 0], End: [400, 0] }, edges) },
  invalid: {
    'a task that is not drawn': {
      example: drawn({ Start: [0, 0], End: [400, 0] }, edges),
      at: 'A',
      says: ['用户任务『A』', '补画'],
    },
  },
})

testRule('no-overlapping-elements', {
  valid: { 'a drawing with room': drawn({ Start: [0, 0], A: [200, 0], End: [400, 0] }, edges) },
  invalid: {
    'a task drawn over the start': {
      example: drawn({ Start: [0, 0], A: [50, 0], End: [400, 0] }, edges),
      at: 'A',
      says: ['用户任务『A』', '移开'],
      count: 2,
    },
  },
})

testRule('single-event-definition', {
  valid: { 'an event with one': { body: waiting, roots: '<bpmn:message id="M" name="m"/>' } },
  invalid: {
    'an event with two': {
      example: {
        body: waiting.replace(
          '</bpmn:intermediateCatchEvent>',
          '<bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>',
        ),
        roots: '<bpmn:message id="M" name="m"/>',
      },
      at: 'M1',
      says: ['『等』', '只保留一个'],
    },
  },
})

const through = (incoming: number, outgoing: number) =>
  start() +
  end() +
  node('exclusiveGateway', 'G', 'name="受理"', listed(incoming, outgoing)) +
  Array.from(
    { length: 40 },
    (_, index) =>
      flow('Start', 'End').replace('Start-End', `I${index}`) +
      flow('Start', 'End').replace('Start-End', `O${index}`),
  ).join('')

testRule('no-gateway-join-fork', {
  valid: { 'a gateway that splits': through(1, 2) },
  invalid: {
    'a gateway that joins and splits': { example: through(2, 2), at: 'G', says: ['受理', '拆成两个'] },
  },
})

testRule('superfluous-gateway', {
  valid: { 'a gateway that splits': through(1, 2) },
  invalid: {
    'a gateway between two things': { example: through(1, 1), at: 'G', says: ['受理', '直接连线'] },
  },
})
