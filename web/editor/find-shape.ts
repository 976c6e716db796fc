import type { ElementRegistry, ModelElement, Shape } from './bpmn-js'

/** The shape by which an element of the model is seen: a process by its pool, a timer by its event. */
export type FindShape = (id: string) => Shape | undefined

export function findShapeIn(registry: ElementRegistry): FindShape {
  return id => registry.get(id) ?? registry.filter(shape => processOf(shape)?.id === id)[0]
}

function processOf({ type, businessObject }: Shape): ModelElement | undefined {
  if (type !== 'bpmn:Participant') return undefined
  return businessObject.get('processRef') as ModelElement | undefined
}
