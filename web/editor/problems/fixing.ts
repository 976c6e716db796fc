import type { LintOptions } from '../../../src/engine/lint/rule'
import type { BpmnFactory, BpmnReplace, ElementFactory, Modeling, ModelElement, Shape } from '../bpmn-js'
import type { FindShape } from '../find-shape'
import type { Change } from '../panel/edit/change'
import type { Words } from '../words'

/** What the fixes work with: all of them go through the board’s commands, so undoing undoes them. */
export interface Fixing {
  readonly find: FindShape
  readonly modeling: Modeling
  readonly factory: BpmnFactory
  readonly elements: ElementFactory
  /** does the changes as one step that can be undone */
  readonly edit: (shape: Shape, changes: readonly Change[]) => void
  /** what the rules are told of the house */
  readonly house: LintOptions
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
