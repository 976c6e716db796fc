import type { BpmnFactory, EventBus, ModelElement } from '../bpmn-js'

/**
 * What a new element is until somebody says otherwise: the common case of this office, so that the first thing drawn
 * can already run. Written before the element exists, so undoing its creation undoes this too.
 */
export const defaultsModule = { __init__: ['officeDefaults'], officeDefaults: ['type', OfficeDefaults] }

OfficeDefaults.$inject = ['eventBus', 'bpmnFactory']
function OfficeDefaults(eventBus: EventBus, factory: BpmnFactory) {
  eventBus.on('commandStack.shape.create.preExecute', ({ context }) => {
    if (!context?.shape) return
    const { businessObject: element } = context.shape
    if (element.$instanceOf('bpmn:UserTask')) giveRole(element)
    const timer = timerOf(element)
    if (timer && !isSet(timer)) giveTime(timer, element, factory)
  })
}

function giveRole(task: ModelElement): void {
  const given = ['camunda:candidateGroups', 'camunda:candidateUsers', 'camunda:assignee']
  if (!given.some(name => task.get(name))) task.set('camunda:candidateGroups', 'officer')
}

function timerOf(element: ModelElement): ModelElement | undefined {
  const definitions = (element.get('eventDefinitions') ?? []) as readonly ModelElement[]
  return definitions.find(({ $type }) => $type === 'bpmn:TimerEventDefinition')
}

function isSet(timer: ModelElement): boolean {
  return ['timeDuration', 'timeDate', 'timeCycle'].some(name => timer.get(name))
}

/** An internal limit of three working days, which calls for somebody and does not end the work. */
function giveTime(timer: ModelElement, event: ModelElement, factory: BpmnFactory): void {
  if (event.$instanceOf('bpmn:StartEvent')) return // a start has a calendar of its own: it must be said
  const duration = factory.create('bpmn:FormalExpression', { body: 'P3D' })
  ;(duration as { $parent?: ModelElement }).$parent = timer
  timer.set('timeDuration', duration)
  timer.set('bdc:calendar', 'workdays')
  if (!event.$instanceOf('bpmn:BoundaryEvent')) return
  timer.set('bdc:kind', 'internal')
  timer.set('bdc:warnBefore', 'P1D')
  event.set('cancelActivity', false)
}
