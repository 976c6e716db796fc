import type { ElementFactory, Entries, Shape } from '../bpmn-js'
import type { Words } from '../words'
import { isOffered } from './offered'

interface Palette {
  registerProvider(priority: number, provider: { getPaletteEntries(): (entries: Entries) => Entries }): void
}
interface Create {
  start(event: unknown, shape: Shape): void
}

/** After bpmn-js has made its entries. */
const afterwards = 500

/** bpmn-js’ palette, with what an office draws with: steps that people do, limits, messages. */
export const paletteModule = {
  __init__: ['officePalette'],
  officePalette: ['type', OfficePalette],
}

OfficePalette.$inject = ['palette', 'create', 'elementFactory', 'words']
function OfficePalette(palette: Palette, create: Create, factory: ElementFactory, words: Words) {
  const entry = (
    group: string,
    name: string,
    className: string,
    attributes: Readonly<Record<string, unknown>>,
  ) => {
    const start = (event: unknown) => {
      create.start(event, factory.createShape(attributes))
    }
    return {
      [`create.${name}`]: {
        group,
        className,
        title: words(`create.${name}`),
        action: { dragstart: start, click: start },
      },
    }
  }
  const ours: Entries = {
    ...entry('activity', 'user-task', 'bpmn-icon-user-task', { type: 'bpmn:UserTask' }),
    ...entry('event', 'timer', 'bpmn-icon-intermediate-event-catch-timer', timer),
    ...entry('event', 'message', 'bpmn-icon-intermediate-event-catch-message', message),
    ...entry('artifact', 'note', 'bpmn-icon-text-annotation', { type: 'bpmn:TextAnnotation' }),
  }
  palette.registerProvider(afterwards, {
    getPaletteEntries: () => entries => {
      const kept = Object.entries(entries).filter(([name]) => !notOffered.has(name))
      return { ...Object.fromEntries(kept), ...ours }
    },
  })
}

const timer = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }
const message = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' }

/** What bpmn-js’ own entries make; those that make nothing (the tools) are none of these. */
const makes: Readonly<Record<string, string>> = {
  'create.start-event': 'bpmn:StartEvent',
  'create.intermediate-event': 'bpmn:IntermediateThrowEvent',
  'create.end-event': 'bpmn:EndEvent',
  'create.exclusive-gateway': 'bpmn:ExclusiveGateway',
  'create.task': 'bpmn:Task',
  'create.data-object': 'bpmn:DataObjectReference',
  'create.data-store': 'bpmn:DataStoreReference',
  'create.subprocess-expanded': 'bpmn:SubProcess',
  'create.participant-expanded': 'bpmn:Participant',
  'create.group': 'bpmn:Group',
}
/** A plain event in between does nothing; dropped on a step it would be a limit without a time. */
const notOffered = new Set([
  'create.intermediate-event',
  ...Object.entries(makes).flatMap(([name, type]) => (isOffered({ type }) ? [] : [name])),
])
