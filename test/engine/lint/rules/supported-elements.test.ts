import { boundary, end, extensions, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const messages =
  '<bpmn:message id="M" name="withdraw"/><bpmn:signal id="S" name="s"/><bpmn:error id="E" name="e" errorCode="e"/><bpmn:escalation id="X" escalationCode="x"/>'
const message = '<bpmn:messageEventDefinition messageRef="M"/>'
const one = (element: string) => ({
  body: start() + element + end() + flows('Start', 'X1', 'End'),
  roots: messages,
})
const refusedType = (type: string, ...says: string[]) => ({
  example: one(node(type, 'X1', 'name="核对材料"')),
  at: 'X1',
  says: ['核对材料', ...says],
})
const refusedEvent = (place: string, definition: string, ...says: string[]) => ({
  example: one(node(place, 'X1', 'name="等待"', definition)),
  at: 'X1',
  says: ['等待', ...says],
})

testRule('supported-elements', {
  valid: {
    'tasks of the four kinds': {
      body:
        start() +
        task('A') +
        node('manualTask', 'B') +
        node('serviceTask', 'C', 'camunda:type="external" camunda:topic="t"') +
        node('receiveTask', 'D', 'messageRef="M"') +
        end() +
        flows('Start', 'A', 'B', 'C', 'D', 'End'),
      roots: messages,
    },
    'the four gateways and embedded sub-processes':
      start() +
      node('exclusiveGateway', 'G1') +
      node('parallelGateway', 'G2') +
      node('inclusiveGateway', 'G3') +
      node('eventBasedGateway', 'G4') +
      node('subProcess', 'Sub', '', start('S2') + end('E2') + flows('S2', 'E2')) +
      end(),
    'events that wait, throw and end': {
      body:
        start() +
        node('intermediateThrowEvent', 'T1') +
        node('intermediateThrowEvent', 'T2', '', '<bpmn:escalationEventDefinition escalationRef="X"/>') +
        node('intermediateCatchEvent', 'C1', '', message) +
        node('intermediateCatchEvent', 'C2', '', timer('P1D')) +
        task('A') +
        boundary('B1', 'A', timer('P1D'), false) +
        boundary('B2', 'A', message) +
        end() +
        end('E1', '<bpmn:terminateEventDefinition/>') +
        end('E2', '<bpmn:errorEventDefinition errorRef="E"/>') +
        flows('Start', 'T1', 'T2', 'C1', 'C2', 'A', 'End'),
      roots: messages,
    },
    'data, texts, groups and lanes':
      '<bpmn:laneSet id="L"><bpmn:lane id="L1" name="政管办"><bpmn:flowNodeRef>A</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>' +
      start() +
      task('A') +
      end() +
      flows('Start', 'A', 'End') +
      '<bpmn:dataObject id="D"/><bpmn:dataObjectReference id="DR" dataObjectRef="D"/>' +
      '<bpmn:dataStoreReference id="DS"/><bpmn:textAnnotation id="N"><bpmn:text>注</bpmn:text></bpmn:textAnnotation><bpmn:association id="As" sourceRef="A" targetRef="N"/><bpmn:group id="Gr"/>',
    'foreign extension elements':
      start() +
      task('A', extensions('<x:y xmlns:x="https://example.org">1</x:y>')) +
      end() +
      flows('Start', 'A', 'End'),
  },
  invalid: {
    'a plain task': refusedType('task', '用户任务'),
    'a script task': refusedType('scriptTask', '脚本任务', '服务任务'),
    'a business rule task': refusedType('businessRuleTask', '业务规则任务', '排他网关'),
    'a send task': refusedType('sendTask', '发送任务', '服务任务'),
    'a call activity': refusedType('callActivity', '调用活动', '嵌入子流程'),
    'a transaction': refusedType('transaction', '事务子流程', '普通子流程'),
    'an ad-hoc sub-process': refusedType('adHocSubProcess', '临时子流程', '普通子流程'),
    'a complex gateway': refusedType('complexGateway', '复杂网关', '并行网关'),
    'an event sub-process': {
      example:
        start() +
        task('A') +
        end() +
        flows('Start', 'A', 'End') +
        node('subProcess', 'X1', 'name="撤回" triggeredByEvent="true"'),
      at: 'X1',
      says: ['撤回', '事件子流程', '边界事件'],
    },
    compensation: {
      example: one(task('X1', '', 'isForCompensation="true"')),
      at: 'X1',
      says: ['X1', '补偿', '普通环节'],
    },
    'a signal event': refusedEvent(
      'intermediateCatchEvent',
      '<bpmn:signalEventDefinition signalRef="S"/>',
      '信号',
      '消息事件',
    ),
    'a conditional event': refusedEvent(
      'intermediateCatchEvent',
      '<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">x</bpmn:condition></bpmn:conditionalEventDefinition>',
      '条件',
      '网关',
    ),
    'a link event': refusedEvent(
      'intermediateThrowEvent',
      '<bpmn:linkEventDefinition name="A"/>',
      '链接',
      '连线',
    ),
    'a compensation event': refusedEvent(
      'intermediateThrowEvent',
      '<bpmn:compensateEventDefinition/>',
      '补偿',
      '撤销',
    ),
    'a cancel event': refusedEvent('endEvent', '<bpmn:cancelEventDefinition/>', '取消', '错误事件'),
    'an error thrown in mid-way': refusedEvent(
      'intermediateThrowEvent',
      '<bpmn:errorEventDefinition errorRef="E"/>',
      '错误',
      '结束事件',
    ),
    'an event that waits for nothing': refusedEvent(
      'intermediateCatchEvent',
      '',
      '没有说明等什么',
      '定时或消息',
    ),
    'a start by message': {
      example: {
        body: node('startEvent', 'X1', 'name="来信"', message) + end() + flows('X1', 'End'),
        roots: messages,
      },
      at: 'X1',
      says: ['来信', '普通开始事件'],
    },
    'a boundary event without a cause': {
      example:
        start() +
        task('A') +
        boundary('X1', 'A', '') +
        end() +
        flows('Start', 'A', 'End') +
        flows('X1', 'End'),
      at: 'X1',
      says: ['边界事件（X1）', '定时、消息、错误或升级'],
    },
    'an event definition shared between events': {
      example: {
        ...one(
          node('intermediateCatchEvent', 'X1', '', '<bpmn:eventDefinitionRef>T</bpmn:eventDefinitionRef>'),
        ),
        roots: '<bpmn:timerEventDefinition id="T"/>',
      },
      at: 'X1',
      says: ['X1', '直接放在这个事件里'],
    },
  },
})
