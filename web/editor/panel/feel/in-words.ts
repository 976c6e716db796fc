import type { Words } from '../../words.js'
import { factNamed, type FactGroup } from '../model/dictionary.js'
import { wordFor } from '../model/house.js'
import { isList, isTerm, type Condition, type Term } from './condition.js'
import { sentenceOf, takesValue } from './sentence.js'
import { shownCondition } from './shown.js'

/** A condition as a sentence: 责任认定 等于 A 责任在群众 且 …; what cannot be said in words is shown as it is written. */
export function inWords(feel: string, groups: readonly FactGroup[], words: Words): string {
  const condition = shownCondition(feel, groups)
  return condition ? conditionWords(condition, groups, words) : feel
}

function conditionWords({ join, parts }: Condition, groups: readonly FactGroup[], words: Words): string {
  return parts
    .map(part =>
      isTerm(part) ? termWords(part, groups, words) : `（${conditionWords(part, groups, words)}）`,
    )
    .join(` ${words(`condition.${join}`)} `)
}

function termWords(term: Term, groups: readonly FactGroup[], words: Words): string {
  const { label, choices } = factNamed(groups, term.fact)
  const sentence = sentenceOf(term) ?? 'is'
  const said = `${label} ${words(`condition.${sentence}`)}`
  if (!takesValue(sentence)) return said
  const values = isList(term.value) ? term.value : [term.value]
  return `${said} ${values.map(value => wordFor(choices, String(value))).join('、')}`
}
