import type { ModdleElement } from '../../../src/engine/schema/moddle-types'
import { adopt, type Create, type Live } from './edit/change'
import type { Drawn } from './edit-command'

/** The parts of bpmn-js that draw. */
export interface Drawing {
  readonly modeling: {
    createShape(shape: unknown, at: { x: number; y: number }, host: Drawn, hints: { attach: true }): unknown
    updateProperties(element: Drawn, properties: object): void
    updateModdleProperties(element: Drawn, moddle: ModdleElement, properties: object): void
  }
  readonly elementFactory: { createShape(attributes: object): Drawn }
}

/** How many working days a new limit has until somebody says otherwise. */
const firstDays = 3

/**
 * Draws a new limit on an activity’s lower border: internal, in working days, warned of a day before, and the work goes
 * on when it passes. Nothing of the notice’s is promised by accident.
 */
export function drawLimit(
  host: Drawn,
  { modeling, elementFactory }: Drawing,
  create: Create,
  nameFor: (days: number) => string,
): void {
  const {
    x = 0,
    y = 0,
    width = 0,
    height = 0,
  } = host as Partial<Record<'x' | 'y' | 'width' | 'height', number>>
  const shape = elementFactory.createShape({
    type: 'bpmn:BoundaryEvent',
    eventDefinitionType: 'bpmn:TimerEventDefinition',
  })
  // it is nobody’s yet: what it says is part of the one step that draws it
  const event = shape.businessObject as ModdleElement & Live & { eventDefinitions?: (ModdleElement & Live)[] }
  event.set('cancelActivity', false)
  event.set('name', nameFor(firstDays))
  for (const timer of event.eventDefinitions ?? []) {
    const duration = create('bpmn:FormalExpression', { body: `P${firstDays}D` })
    adopt(timer, [duration])
    timer.set('timeDuration', duration)
    timer.set('bdc:calendar', 'workdays')
    timer.set('bdc:kind', 'internal')
    timer.set('bdc:warnBefore', 'P1D')
  }
  modeling.createShape(shape, { x: x + width - 30, y: y + height }, host, { attach: true })
}
