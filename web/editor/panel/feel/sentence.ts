import type { FactKind } from '../model/dictionary.js'
import { isList, type Comparison, type Literal, type Term } from './condition.js'

/** A way to say something of a fact, as it is offered: 等于, 是其中之一, 已填写. Its name is the word’s key. */
export type Sentence =
  | 'yes'
  | 'no'
  | 'notYes'
  | 'is'
  | 'isNot'
  | 'oneOf'
  | 'less'
  | 'atMost'
  | 'more'
  | 'atLeast'
  | 'given'
  | 'missing'

/** What can be said of a fact of this kind, the likeliest first. */
export function sentencesFor(kind: FactKind): readonly Sentence[] {
  switch (kind) {
    case 'boolean':
      return ['yes', 'no', 'notYes', 'missing']
    case 'choice':
      return ['is', 'isNot', 'oneOf', 'given', 'missing']
    case 'number':
      return ['is', 'isNot', 'more', 'atLeast', 'less', 'atMost', 'given', 'missing']
    case 'moment':
      return ['given', 'missing']
    case 'text':
      return ['given', 'missing', 'is', 'isNot', 'oneOf']
  }
}

/** How a sentence is written. `value` is what follows it, where something does. */
export function termFor(fact: string, sentence: Sentence, value: Literal | readonly Literal[]): Term {
  const fixed = fixedTerms[sentence]
  if (fixed) return { fact, ...fixed }
  if (sentence === 'oneOf') return { fact, is: 'in', value: isList(value) ? value : [value] }
  const one = isList(value) ? (value[0] ?? '') : value
  return { fact, is: comparisons[sentence] ?? '=', value: one }
}

/** How a written term reads; undefined for what no sentence says, such as a number that a text is smaller than. */
export function sentenceOf({ is, value }: Term): Sentence | undefined {
  const fixed = Object.entries(fixedTerms).find(([, term]) => term.is === is && term.value === value)
  if (fixed) return fixed[0] as Sentence
  if (is === 'in') return 'oneOf'
  if (value === null || typeof value === 'boolean') return undefined
  const found = Object.entries(comparisons).find(([, comparison]) => comparison === is)
  return found && (found[0] as Sentence)
}

/** Whether something is chosen or typed behind it. */
export function takesValue(sentence: Sentence): boolean {
  return !(sentence in fixedTerms)
}

const fixedTerms: Readonly<Partial<Record<Sentence, { readonly is: Comparison; readonly value: Literal }>>> =
  {
    yes: { is: '=', value: true },
    no: { is: '=', value: false },
    notYes: { is: '!=', value: true },
    given: { is: '!=', value: null },
    missing: { is: '=', value: null },
  }

const comparisons: Readonly<Partial<Record<Sentence, Comparison>>> = {
  is: '=',
  isNot: '!=',
  less: '<',
  atMost: '<=',
  more: '>',
  atLeast: '>=',
}
