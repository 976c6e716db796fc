import type { ElementFactory, Entries, Modeling, Selection, Shape } from '../bpmn-js'
import type { Words } from '../words'
import { isOffered } from './offered'
import { withPlainIcons } from './plain-icons'

interface ContextPad {
  registerProvider(
    priority: number,
    provider: {
      getContextPadEntries(element: Shape): (entries: Entries) => Entries
      getMultiElementContextPadEntries(elements: readonly Shape[]): (entries: Entries) => Entries
    },
  ): void
}
interface AutoPlace {
  append(source: Shape, shape: Shape): void
}
interface Create {
  start(event: unknown, shape: Shape, context: { source: Shape }): void
}

const afterwards = 400

/** What can be done with the selected element: bpmn-js’ own entries, with steps for people, and limits. */
export const contextPadModule = {
  __init__: ['officeContextPad'],
  officeContextPad: ['type', OfficeContextPad],
}

OfficeContextPad.$inject = [
  'contextPad',
  'elementFactory',
  'autoPlace',
  'create',
  'modeling',
  'selection',
  'words',
]
function OfficeContextPad(
  contextPad: ContextPad,
  factory: ElementFactory,
  autoPlace: AutoPlace,
  create: Create,
  modeling: Modeling,
  selection: Selection,
  words: Words,
) {
  const append = (name: string, className: string, attributes: Readonly<Record<string, unknown>>) => ({
    group: 'model',
    className,
    title: words(`append.${name}`),
    action: {
      click: (_event: unknown, element: Shape) => {
        autoPlace.append(element, factory.createShape(attributes))
      },
      dragstart: (event: unknown, element: Shape) => {
        create.start(event, factory.createShape(attributes), { source: element })
      },
    },
  })
  const attachLimit = {
    group: 'model',
    className: 'bpmn-icon-intermediate-event-catch-timer',
    title: words('append.limit'),
    action: {
      click: (_event: unknown, element: Shape) => {
        const shape = factory.createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType: timer })
        modeling.createShape(shape, freePlaceOn(element), element, { attach: true })
        selection.select(shape)
      },
    },
  }

  contextPad.registerProvider(afterwards, {
    getContextPadEntries: element => entries => {
      const { 'append.append-task': task, 'append.intermediate-event': event, ...rest } = entries
      const cut = Object.fromEntries(Object.entries(rest).filter(([name]) => !notOffered.has(name)))
      return withPlainIcons({
        ...(task && {
          'append.user-task': append('user-task', 'bpmn-icon-user-task', { type: 'bpmn:UserTask' }),
        }),
        ...(event && {
          'append.timer': append('timer', 'bpmn-icon-intermediate-event-catch-timer', waiting),
        }),
        ...(mayHaveLimit(element) && { 'append.limit': attachLimit }),
        ...cut,
      })
    },
    getMultiElementContextPadEntries: () => withPlainIcons,
  })
}

/** On the lower border, clear of the limits that hang there. */
function freePlaceOn({ x, y, width, height, attachers = [] }: Shape): { x: number; y: number } {
  const places = [0.3, 0.75, 0.5, 0.1, 0.95].map(share => x + width * share)
  const isFree = (place: number) => attachers.every(other => Math.abs(other.x + other.width / 2 - place) > 40)
  return { x: places.find(isFree) ?? x + width * 0.3, y: y + height }
}

function mayHaveLimit({ type, labelTarget }: Shape): boolean {
  return !labelTarget && (type === 'bpmn:UserTask' || type === 'bpmn:SubProcess')
}

const timer = 'bpmn:TimerEventDefinition'
const waiting = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: timer }

/** What bpmn-js would append, by its own names. */
const appends: Readonly<Record<string, { type: string; eventDefinitionType?: string }>> = {
  'append.condition-intermediate-event': {
    type: 'bpmn:IntermediateCatchEvent',
    eventDefinitionType: 'bpmn:ConditionalEventDefinition',
  },
  'append.signal-intermediate-event': {
    type: 'bpmn:IntermediateCatchEvent',
    eventDefinitionType: 'bpmn:SignalEventDefinition',
  },
  'append.compensation-activity': { type: 'bpmn:Task' },
}
const notOffered = new Set(
  Object.entries(appends).flatMap(([name, target]) => (isOffered(target) ? [] : [name])),
)
