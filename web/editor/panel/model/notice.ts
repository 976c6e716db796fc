import { isA } from '../../../../src/engine/schema/index.js'
import type { BpmnEvent, BpmnTimerEventDefinition } from '../../../../src/engine/schema/moddle-types.js'
import { limitAttributeOf } from '../edit/limit-attributes.js'
import { lengthOf } from '../edit/limit-length.js'
import type { House } from './house.js'

/** What is to be said about a limit of the notice: a key of the words and what fills it. */
export interface Concern {
  readonly word: 'limit.notice' | 'limit.notice.gone' | 'limit.notice.interrupting'
  readonly values: Readonly<Record<string, string | number>>
}

/**
 * Whether a limit that measures a promise of the notice (三（三）) still says what the notice says: its number of working
 * days, as a limit of the notice, and without ending the work that must be done all the same.
 */
export function noticeConcern(
  event: BpmnEvent,
  timer: BpmnTimerEventDefinition,
  { promises }: Pick<House, 'promises'>,
): Concern | undefined {
  const promise = promises.find(({ value }) => value === limitAttributeOf(timer, 'promise'))
  const statutory = limitAttributeOf(timer, 'kind') === 'statutory'
  const length = lengthOf(timer)
  if (promise && (!statutory || length?.unit !== 'workdays')) return { word: 'limit.notice.gone', values: {} }
  if (promise && length?.count !== promise.workingDays) {
    return { word: 'limit.notice', values: { promise: promise.label, days: promise.workingDays } }
  }
  if (statutory && isA(event, 'bpmn:BoundaryEvent') && event.cancelActivity !== false) {
    return { word: 'limit.notice.interrupting', values: {} }
  }
  return undefined
}
