import { isA } from '../schema/index.js'
import type { ModdleElement } from '../schema/moddle-types.js'

/**
 * How a message speaks of an element, in Chinese: its kind and its name, or its id where it has none,
 * `用户任务『受理审查』`, `用户任务（Task_1）`, `从『甲』到『乙』的连线`.
 */
export function called(element: ModdleElement | undefined): string {
  if (element === undefined) return '此元素'
  if (isA(element, 'bpmn:SequenceFlow') && !nameOf(element)) {
    return `从${plainly(element.sourceRef)}到${plainly(element.targetRef)}的连线（${element.id ?? '无编号'}）`
  }
  return kindOf(element) + plainly(element)
}

/** The name alone, or the id: `『受理审查』`, `（Task_1）`. */
export function plainly(element: ModdleElement | undefined): string {
  if (element === undefined) return '（不存在的元素）'
  const name = nameOf(element)
  return name ? `『${shortened(name)}』` : `（${shortened(element.id ?? '无编号')}）`
}

/** The name that the modeller gave, trimmed; undefined where there is none. */
export function nameOf(element: ModdleElement): string | undefined {
  const name = 'name' in element && typeof element.name === 'string' ? element.name.trim() : ''
  return name === '' ? undefined : name.replace(/\s+/g, ' ')
}

/** Text of the file as a message may quote it: on one line, not longer than a line. */
export function quoted(value: string | undefined): string {
  return `“${shortened((value ?? '').replace(/\s+/g, ' ').trim())}”`
}

/** What kind of element it is, in Chinese: `用户任务`, `边界定时事件`. */
function kindOf(element: ModdleElement): string {
  if (isA(element, 'bpmn:Event')) return eventKind(element.$type, element.eventDefinitions?.[0]?.$type)
  return kinds[element.$type] ?? '元素'
}

function eventKind(type: string, definition: string | undefined): string {
  return (eventPlaces[type] ?? '') + (definition ? (eventTypes[definition] ?? '') : '') + '事件'
}

function shortened(value: string): string {
  const characters = Array.from(value)
  return characters.length > 40 ? characters.slice(0, 40).join('') + '…' : value
}

const kinds: Readonly<Record<string, string>> = {
  'bpmn:Process': '流程',
  'bpmn:Participant': '泳池',
  'bpmn:Lane': '泳道',
  'bpmn:SequenceFlow': '连线',
  'bpmn:Task': '普通任务',
  'bpmn:UserTask': '用户任务',
  'bpmn:ManualTask': '手工任务',
  'bpmn:ServiceTask': '服务任务',
  'bpmn:ReceiveTask': '接收任务',
  'bpmn:SendTask': '发送任务',
  'bpmn:ScriptTask': '脚本任务',
  'bpmn:BusinessRuleTask': '业务规则任务',
  'bpmn:CallActivity': '调用活动',
  'bpmn:SubProcess': '子流程',
  'bpmn:Transaction': '事务子流程',
  'bpmn:AdHocSubProcess': '临时子流程',
  'bpmn:ExclusiveGateway': '排他网关',
  'bpmn:InclusiveGateway': '包容网关',
  'bpmn:ParallelGateway': '并行网关',
  'bpmn:EventBasedGateway': '事件网关',
  'bpmn:ComplexGateway': '复杂网关',
  'bpmn:Message': '消息',
  'bpmn:Error': '错误',
  'bpmn:Escalation': '升级',
  'bpmn:Signal': '信号',
}

const eventPlaces: Readonly<Record<string, string>> = {
  'bpmn:StartEvent': '开始',
  'bpmn:EndEvent': '结束',
  'bpmn:BoundaryEvent': '边界',
  'bpmn:IntermediateCatchEvent': '中间捕获',
  'bpmn:IntermediateThrowEvent': '中间抛出',
}

const eventTypes: Readonly<Record<string, string>> = {
  'bpmn:TimerEventDefinition': '定时',
  'bpmn:MessageEventDefinition': '消息',
  'bpmn:ErrorEventDefinition': '错误',
  'bpmn:EscalationEventDefinition': '升级',
  'bpmn:TerminateEventDefinition': '终止',
  'bpmn:SignalEventDefinition': '信号',
  'bpmn:ConditionalEventDefinition': '条件',
  'bpmn:LinkEventDefinition': '链接',
  'bpmn:CompensateEventDefinition': '补偿',
  'bpmn:CancelEventDefinition': '取消',
}
