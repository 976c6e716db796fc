import type { BpmnFactory, BpmnReplace, ElementRegistry, Modeling, ModelElement, Shape } from '../bpmn-js'
import type { Words } from '../words'

/** What the fixes work with: all of them go through the board’s commands, so undoing undoes them. */
export interface Fixing {
  readonly registry: ElementRegistry
  readonly modeling: Modeling
  readonly factory: BpmnFactory
  readonly replace: BpmnReplace
  readonly words: Words
  /** selects the element and opens its name for writing */
  readonly rename: (shape: Shape) => void
}

/** The timer of an event. */
export function timerOf({ businessObject }: Shape): ModelElement | undefined {
  const definitions = (businessObject.get('eventDefinitions') ?? []) as readonly ModelElement[]
  return definitions.find(({ $type }) => $type === 'bpmn:TimerEventDefinition')
}
