import { factNamed, type FactGroup, type OfferedFact } from '../model/dictionary.js'
import { isList, isTerm, type Condition, type Term } from './condition.js'
import { readCondition } from './read-condition.js'
import { sentenceOf, sentencesFor, termFor } from './sentence.js'

/** The condition if every sentence of it is one that can be chosen for its fact; else its text is left alone. */
export function shownCondition(feel: string, groups: readonly FactGroup[]): Condition | undefined {
  const condition = readCondition(feel)
  return condition && termsOf(condition).every(term => canBeChosen(term, factNamed(groups, term.fact)))
    ? condition
    : undefined
}

/** The first thing to say of a fact: complete, so that a condition never stands half written. */
export function firstTerm({ key, type, choices }: OfferedFact): Term {
  const sentence = sentencesFor(type)[0] ?? 'given'
  return termFor(key, sentence, type === 'number' ? 0 : (choices[0]?.value ?? ''))
}

/** Its sentences, those in brackets too. */
export function termsOf({ parts }: Condition): readonly Term[] {
  return parts.flatMap(part => (isTerm(part) ? [part] : termsOf(part)))
}

function canBeChosen(term: Term, { type }: OfferedFact): boolean {
  const sentence = sentenceOf(term)
  if (!sentence || !sentencesFor(type).includes(sentence)) return false
  const values = isList(term.value) ? term.value : [term.value]
  // a text that was compared with a number must not become one with a text
  return values.every(
    value =>
      value === null || typeof value === 'boolean' || (typeof value === 'number') === (type === 'number'),
  )
}
