import { isA } from '../../schema/index.js'
import type { BpmnMessage, ModdleElement } from '../../schema/moddle-types.js'
import { called, nameOf } from '../called.js'
import type { Rule } from '../rule.js'

/** A message is found by its name; what waits for one without a name waits for ever. */
export default function messageName(): Rule {
  return {
    check(element, reporter) {
      for (const message of messagesOf(element)) {
        if (message && nameOf(message)) continue
        reporter.report(
          element.id,
          `${called(element)}没有${message ? '给消息起名' : '选择消息'}，永远等不到；请选择一个有名称的消息，如 withdraw。`,
        )
      }
    },
  }
}

function messagesOf(element: ModdleElement): readonly (BpmnMessage | undefined)[] {
  if (isA(element, 'bpmn:ReceiveTask')) return [element.messageRef]
  if (!isA(element, 'bpmn:Event')) return []
  return (element.eventDefinitions ?? []).flatMap(definition =>
    isA(definition, 'bpmn:MessageEventDefinition') ? [definition.messageRef] : [],
  )
}
