import { isA } from '../../schema/index.js'
import type { BpmnEvent, ModdleElement } from '../../schema/moddle-types.js'
import { called } from '../called.js'
import { eventType } from '../event-type.js'
import type { Reporter, Rule } from '../rule.js'
import { supportedEvents, supportedNodes } from '../supported.js'

/**
 * Only what the engine runs as BPMN means it (docs: engine.md, rows 7 and 8). What bpmn-engine does not know it
 * refuses when the model is serialised; what it knows badly it runs wrongly without a word.
 */
export default function supportedElements(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:FlowNode')) return
      checkType(element, reporter)
      if (isA(element, 'bpmn:Activity') && element.isForCompensation) {
        reporter.report(
          element.id,
          `${called(element)}是补偿活动，系统不支持；请改为普通环节，用网关引到这里。`,
        )
      }
      if (isA(element, 'bpmn:Event')) checkEvent(element, reporter)
    },
  }
}

function checkType(element: ModdleElement, reporter: Reporter) {
  if (isA(element, 'bpmn:SubProcess') && element.triggeredByEvent) {
    const problem = `${called(element)}是事件子流程，永远不会启动；请改为普通子流程，并在相应环节上加边界事件。`
    reporter.report(element.id, problem)
    return
  }
  if (supportedNodes.has(element.$type)) return
  const [problem, remedy] = refusals[element.$type] ?? ['系统不支持这种元素', '请删除，或改用系统支持的元素']
  reporter.report(element.id, `${called(element)}：${problem}；${remedy}。`)
}

function checkEvent(event: BpmnEvent, reporter: Reporter) {
  if (event.eventDefinitionRef?.length) {
    reporter.report(event.id, `${called(event)}引用了公共的事件定义；请把定义直接放在这个事件里。`)
    return
  }
  const type = eventType(event)
  if (supportedEvents[event.$type]?.has(type) ?? false) return
  const remedy =
    eventRemedies[`${event.$type} ${type}`] ?? eventRemedies[type] ?? '请改用普通、定时或消息事件，或删除'
  reporter.report(event.id, `系统不支持${called(event)}；${remedy}。`)
}

const refusals: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  'bpmn:Task': ['没有说明由谁来办', '请改为用户任务并指定角色'],
  'bpmn:ScriptTask': ['不允许脚本任务', '请改为服务任务，或用输出参数写 FEEL 表达式'],
  'bpmn:BusinessRuleTask': ['不支持业务规则任务', '请用排他网关写明条件，或改为服务任务'],
  'bpmn:SendTask': ['不支持发送任务', '请改为服务任务（外部作业）'],
  'bpmn:CallActivity': ['不支持调用活动', '请把被调用的流程画成嵌入子流程'],
  'bpmn:Transaction': ['不支持事务子流程', '请改为普通子流程，用错误边界事件处理失败'],
  'bpmn:AdHocSubProcess': ['不支持临时子流程', '请改为普通子流程，用网关画出办理顺序'],
  'bpmn:ComplexGateway': ['不支持复杂网关', '请改为排他、包容或并行网关'],
}

const eventRemedies: Readonly<Record<string, string>> = {
  signal: '请改用消息事件',
  conditional: '请改用定时或消息事件，条件写在其后的网关上',
  link: '请直接画一条连线',
  compensate: '请改为普通环节办理撤销',
  cancel: '请改用错误事件',
  error: '请在子流程的结束事件中抛出错误，在边界事件中捕获',
  escalation: '请在抛出或结束事件中发出升级，在边界事件中捕获',
  'bpmn:StartEvent message': '流程由登记启动，请改为普通开始事件，需要等待的消息画成中间事件',
  'bpmn:IntermediateCatchEvent none':
    '它没有说明等什么，会一直等下去；请选择定时或消息，不需要等待时改为中间抛出事件',
  'bpmn:BoundaryEvent none': '它没有说明因何触发，永远不会发生；请选择定时、消息、错误或升级',
}
