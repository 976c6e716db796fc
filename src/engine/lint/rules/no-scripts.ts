import { isA } from '../../schema/index.js'
import type { ModdleElement } from '../../schema/moddle-types.js'
import { called } from '../called.js'
import { ownerOf } from '../owner-of.js'
import type { Rule } from '../rule.js'

/**
 * Nothing in a model is program text. bpmn-engine runs scripts in node:vm with objects of the host, from which
 * `process` can be reached: a diagram with a script is somebody else’s code on our server.
 */
export default function noScripts(): Rule {
  return {
    check(element, reporter) {
      const owner = ownerOf(element)
      for (const what of programsIn(element)) {
        reporter.report(
          owner.id,
          `${called(owner)}含有${what}，系统不执行任何程序；请删除，需要自动处理时改用服务任务（外部作业）。`,
        )
      }
      for (const attribute of evaluated) {
        const value = (element as unknown as Readonly<Record<string, unknown>>)[attribute]
        if (typeof value !== 'string' || !/[$#]\{/.test(value)) continue
        reporter.report(
          owner.id,
          `${called(owner)}的 ${attribute} 中有 \${…} 表达式，系统不执行；请改为固定的文字，或在输出参数中用 FEEL 表达式。`,
        )
      }
    },
  }
}

function programsIn(element: ModdleElement): string[] {
  const known = elements[element.$type]
  if (known !== undefined) return [known]
  if (isA(element, 'bpmn:ScriptTask')) return element.script ? ['脚本'] : []
  // Outside of activities and events `expression` and `resource` are BPMN’s own.
  if (
    !isA(element, 'bpmn:FlowNode') &&
    !isA(element, 'bpmn:EventDefinition') &&
    !isA(element, 'bpmn:FormalExpression')
  ) {
    return []
  }
  return attributes
    .filter(name => typeof (element as unknown as Readonly<Record<string, unknown>>)[name] === 'string')
    .map(name => `程序（camunda:${name}）`)
}

const elements: Readonly<Record<string, string>> = {
  'camunda:Script': '脚本',
  'camunda:ExecutionListener': '执行监听器',
  'camunda:TaskListener': '任务监听器',
  'camunda:Connector': '连接器',
  'camunda:Field': '程序的参数（camunda:field）',
}

const attributes = [
  'class',
  'expression',
  'delegateExpression',
  'resource',
  'formHandlerClass',
  'variableMappingClass',
  'variableMappingDelegateExpression',
]

const evaluated = [
  'assignee',
  'candidateGroups',
  'candidateUsers',
  'topic',
  'formKey',
  'dueDate',
  'followUpDate',
  'defaultValue',
  'value',
]
