import type { BpmnUserTask } from '../../../../src/engine/schema/moddle-types.js'
import { wordsOf } from '../../../../src/engine/lint/words.js'
import type { Change } from './change.js'

/** The ids of the steps whose doer may not do this one. */
export function differentFromOf({ differentFrom }: BpmnUserTask): readonly string[] {
  return wordsOf(differentFrom, /\s+/)
}

export function setDifferentFrom(of: BpmnUserTask, ids: readonly string[]): Change[] {
  return [{ of, set: { 'bdc:differentFrom': ids.length > 0 ? ids.join(' ') : undefined } }]
}
