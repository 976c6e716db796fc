import { isA } from '../../../../src/engine/schema/index.js'
import type { BpmnMultiInstance, ModdleElement } from '../../../../src/engine/schema/moddle-types.js'
import type { Change, Create } from './change.js'

/** How a step is done by several at the same time, or one after the other; undefined where one does it. */
export function severalOf(activity: ModdleElement): BpmnMultiInstance | undefined {
  const loop = isA(activity, 'bpmn:Activity') ? activity.loopCharacteristics : undefined
  return isA(loop, 'bpmn:MultiInstanceLoopCharacteristics') ? loop : undefined
}

/**
 * By each member of a list of the case (`departments`), or by one. What the file says beside the list (a condition for
 * ending early, another name for the member) stays while the list is the same.
 */
export function setSeveral(of: ModdleElement, collection: string | undefined, create: Create): Change[] {
  const several = severalOf(of)
  if (collection === undefined) return several ? [{ of, set: { loopCharacteristics: undefined } }] : []
  const list = { 'camunda:collection': collection, 'camunda:elementVariable': memberOf(collection) }
  if (several?.collection === collection) return []
  if (several) return [{ of: several, set: { ...list, loopCardinality: undefined } }]
  return [{ of, set: { loopCharacteristics: create('bpmn:MultiInstanceLoopCharacteristics', list) } }]
}

/** At the same time, or one after the other. */
export function setSequential(of: BpmnMultiInstance, isSequential: boolean): Change[] {
  return [{ of, set: { isSequential } }]
}

function memberOf(collection: string): string {
  return collection.replace(/s$/, '')
}
