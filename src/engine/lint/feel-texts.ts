import { extensionsOf, isA } from '../schema/index.js'
import type { BpmnBaseElement, ModdleElement } from '../schema/moddle-types.js'

/** A FEEL expression of an element and, in Chinese, where on the element it stands. */
export interface FeelText {
  readonly place: string
  readonly expression: string
}

/** All FEEL expressions that stand on a flow element itself. Texts that may be either are FEEL after `=`. */
export function feelTextsOf(element: ModdleElement): readonly FeelText[] {
  if (isA(element, 'bpmn:SequenceFlow')) {
    const { conditionExpression } = element
    return conditionExpression ? [{ place: '条件', expression: conditionExpression.body ?? '' }] : []
  }
  if (!isA(element, 'bpmn:FlowNode')) return []
  return [...loopTexts(element), ...timerTexts(element), ...outputTexts(element), ...formTexts(element)]
}

function loopTexts(element: ModdleElement): FeelText[] {
  const loop = isA(element, 'bpmn:Activity') ? element.loopCharacteristics : undefined
  if (!isA(loop, 'bpmn:MultiInstanceLoopCharacteristics')) return []
  return [
    ...text('多人办理的名单', loop.collection),
    ...text('多人办理的人数', loop.loopCardinality?.body),
    ...text('多人办理的完成条件', loop.completionCondition?.body),
  ]
}

function timerTexts(element: ModdleElement): FeelText[] {
  if (!isA(element, 'bpmn:Event')) return []
  return (element.eventDefinitions ?? []).flatMap(definition => {
    if (!isA(definition, 'bpmn:TimerEventDefinition')) return []
    const { timeDuration, timeDate, timeCycle } = definition
    return [timeDuration, timeDate, timeCycle].flatMap(value => afterEquals('时限', value?.body))
  })
}

function outputTexts(element: BpmnBaseElement): FeelText[] {
  return extensionsOf(element, 'camunda:InputOutput').flatMap(io =>
    (io.outputParameters ?? []).flatMap(({ name, value }) => afterEquals(`输出“${name ?? ''}”`, value)),
  )
}

function formTexts(element: BpmnBaseElement): FeelText[] {
  return extensionsOf(element, 'camunda:FormData').flatMap(form =>
    (form.fields ?? []).flatMap(field =>
      (field.properties?.values ?? [])
        .filter(property => property.id === 'showWhen')
        .flatMap(({ value }) => text(`字段“${field.label ?? field.id ?? ''}”的显示条件`, value)),
    ),
  )
}

function text(place: string, expression: string | undefined): FeelText[] {
  return expression === undefined ? [] : [{ place, expression }]
}

function afterEquals(place: string, value: string | undefined): FeelText[] {
  const said = (value ?? '').trim()
  return said.startsWith('=') ? [{ place, expression: said.slice(1) }] : []
}
