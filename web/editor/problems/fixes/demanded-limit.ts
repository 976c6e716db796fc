import { keeperOf, placeFor } from '../../../../src/engine/lint/demanded-limits'
import type { DemandedLimit } from '../../../../src/engine/lint/demands'
import { isA } from '../../../../src/engine/schema/index'
import type { BpmnProcess, ModdleElement } from '../../../../src/engine/schema/moddle-types'
import type { ModelElement, Shape } from '../../bpmn-js'
import type { FixMaker } from '../fix'
import { timerOf, type Fixing } from '../fixing'

/** The law’s limit again as the law has it: where it stands, or drawn anew on the activity that it belongs to. */
export const demandedLimitFix: FixMaker = ({ elementId }, fixing) => {
  const shape = fixing.find(elementId)
  const process = shape && processAround(shape)
  if (!process) return undefined
  const timer = timerOf(shape)
  const promise = timer?.get('bdc:promise')
  const limit = limitsOn(process, fixing).find(each =>
    timer
      ? each.promise === promise
      : !keeperOf(process, each) && placeFor(process, each)?.id === shape.businessObject.id,
  )
  if (!limit) return undefined
  const label = fixing.words('fix.demandedLimit', { limit: limit.label })
  return timer
    ? { label, apply: () => setAgain(shape, timer, limit, fixing) }
    : isA(elementOf(shape), 'bpmn:Activity')
      ? { label, apply: () => drawAgain(shape, limit, fixing) }
      : undefined
}

function limitsOn({ id }: BpmnProcess, { house }: Fixing): readonly DemandedLimit[] {
  return house.demands.find(({ process }) => process === id)?.limits ?? []
}

function setAgain(shape: Shape, timer: ModelElement, limit: DemandedLimit, { edit, factory }: Fixing): void {
  const duration = factory.create('bpmn:FormalExpression', { body: `P${limit.workingDays}D` })
  edit(shape, [
    { of: elementOf(shape), set: { cancelActivity: false } },
    {
      of: timer,
      set: { timeDuration: duration, timeDate: undefined, timeCycle: undefined, ...termsOf(limit) },
    },
  ])
}

function drawAgain(host: Shape, limit: DemandedLimit, { modeling, elements, factory }: Fixing): void {
  const shape = elements.createShape({
    type: 'bpmn:BoundaryEvent',
    eventDefinitionType: 'bpmn:TimerEventDefinition',
  })
  // it is nobody’s yet: what it says is part of the one step that draws it
  shape.businessObject.set('cancelActivity', false)
  shape.businessObject.set('name', limit.label)
  const timer = timerOf(shape)
  const duration = factory.create('bpmn:FormalExpression', { body: `P${limit.workingDays}D` })
  Object.assign(duration, { $parent: timer })
  timer?.set('timeDuration', duration)
  for (const [name, value] of Object.entries(termsOf(limit))) timer?.set(name, value)
  const { x, y, width, height } = host
  modeling.createShape(shape, { x: x + width - 30, y: y + height }, host, { attach: true })
}

function termsOf({ from, paragraph, promise }: DemandedLimit): Readonly<Record<string, string>> {
  return {
    'bdc:calendar': 'workdays',
    'bdc:kind': 'statutory',
    'bdc:warnBefore': 'P1D',
    'bdc:from': from.fact,
    'bdc:paragraph': paragraph,
    'bdc:promise': promise,
  }
}

function processAround(shape: Shape): BpmnProcess | undefined {
  let at: ModdleElement | undefined = elementOf(shape)
  while (at && !isA(at, 'bpmn:Process')) at = at.$parent
  return at
}

/** bpmn-js and the rules look at the same tree, by different types. */
function elementOf({ businessObject }: Shape): ModdleElement {
  return businessObject
}
