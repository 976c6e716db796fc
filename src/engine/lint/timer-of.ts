import { isA } from '../schema/index.js'
import type { BpmnTimerEventDefinition, ModdleElement } from '../schema/moddle-types.js'

/** The event’s timer, where it has one. */
export function timerOf(element: ModdleElement): BpmnTimerEventDefinition | undefined {
  if (!isA(element, 'bpmn:Event')) return undefined
  return element.eventDefinitions?.find(definition => isA(definition, 'bpmn:TimerEventDefinition'))
}

/** The values the timer is given; exactly one is right. */
export function timerValues(
  timer: BpmnTimerEventDefinition,
): { type: 'timeDuration' | 'timeDate' | 'timeCycle'; value: string }[] {
  return (['timeDuration', 'timeDate', 'timeCycle'] as const).flatMap(type => {
    const expression = timer[type]
    return expression ? [{ type, value: (expression.body ?? '').trim() }] : []
  })
}
