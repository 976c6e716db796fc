import type { GroupDefinition } from '@bpmn-io/properties-panel'
import { isA } from '../../../src/engine/schema/index'
import type { ModdleElement } from '../../../src/engine/schema/moddle-types'
import { Basics } from './groups/basics'
import { Flow } from './groups/flow'
import { TaskForm } from './groups/form'
import { Gateway } from './groups/gateway'
import { Limit } from './groups/limit'
import { Limits } from './groups/limits'
import { Message } from './groups/message'
import { Outputs } from './groups/outputs'
import { Service } from './groups/service'
import { Who } from './groups/who'
import { receiverIn, timerIn } from './model/steps'

/** The groups that an element has, in the order of the panel: the three the office needs, and little else. */
export function groupsFor(element: ModdleElement): readonly GroupDefinition[] {
  return (
    groups
      .filter(({ belongsTo }) => belongsTo(element))
      // another element’s group is another, so that nothing that is being typed moves over to it
      .map(({ id, component }) => ({ id: `${element.id ?? ''} ${id}`, component }))
  )
}

const groups: readonly (GroupDefinition & { readonly belongsTo: (element: ModdleElement) => boolean })[] = [
  { id: 'basics', component: Basics, belongsTo: () => true },
  { id: 'who', component: Who, belongsTo: element => isA(element, 'bpmn:UserTask') },
  { id: 'form', component: TaskForm, belongsTo: element => isA(element, 'bpmn:UserTask') },
  { id: 'service', component: Service, belongsTo: element => isA(element, 'bpmn:ServiceTask') },
  { id: 'limit', component: Limit, belongsTo: element => timerIn(element) !== undefined },
  { id: 'limits', component: Limits, belongsTo: element => isA(element, 'bpmn:Activity') },
  { id: 'gateway', component: Gateway, belongsTo: element => isA(element, 'bpmn:Gateway') },
  { id: 'flow', component: Flow, belongsTo: element => isA(element, 'bpmn:SequenceFlow') },
  { id: 'message', component: Message, belongsTo: element => receiverIn(element) !== undefined },
  { id: 'outputs', component: Outputs, belongsTo: isNoting },
]

/** Gateways note nothing, and a flow is not come past but along. */
function isNoting(element: ModdleElement): boolean {
  return isA(element, 'bpmn:FlowNode') && !isA(element, 'bpmn:Gateway')
}
