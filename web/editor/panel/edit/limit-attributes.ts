import { wordsOf } from '../../../../src/engine/lint/words.js'
import type { BpmnTimerEventDefinition } from '../../../../src/engine/schema/moddle-types.js'
import { attributeOf, type Change } from './change.js'

/** What our descriptor says of a limit beside its length. */
export type LimitAttribute = 'kind' | 'warnBefore' | 'from' | 'paragraph' | 'promise'
/** Those that are lists of words. */
export type LimitWords = 'warn' | 'mayPause' | 'mayExtend'

export function limitAttributeOf(timer: BpmnTimerEventDefinition, name: LimitAttribute): string {
  return attributeOf(timer, `bdc:${name}`) ?? ''
}

export function setLimitAttribute(
  of: BpmnTimerEventDefinition,
  name: LimitAttribute,
  value: string,
): Change[] {
  return [{ of, set: { [`bdc:${name}`]: value === '' ? undefined : value } }]
}

export function limitWordsOf(timer: BpmnTimerEventDefinition, name: LimitWords): readonly string[] {
  return wordsOf(attributeOf(timer, `bdc:${name}`), /\s+/)
}

export function setLimitWords(
  of: BpmnTimerEventDefinition,
  name: LimitWords,
  words: readonly string[],
): Change[] {
  return [{ of, set: { [`bdc:${name}`]: words.length > 0 ? words.join(' ') : undefined } }]
}
