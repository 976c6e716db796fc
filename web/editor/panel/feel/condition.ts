/** How a fact is compared. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in'

export type Literal = string | number | boolean | null

/** One sentence: 责任认定 等于 A. `value` is a list for `in` alone. */
export interface Term {
  readonly fact: string
  readonly is: Comparison
  readonly value: Literal | readonly Literal[]
}

/** Sentences joined by one word, 且 or 或. A part may itself be such, once: deeper than that nobody reads. */
export interface Condition {
  readonly join: 'and' | 'or'
  readonly parts: readonly (Term | Condition)[]
}

/** Whether a term compares with several values. */
export function isList(value: Term['value']): value is readonly Literal[] {
  return Array.isArray(value)
}

export function isTerm(part: Term | Condition): part is Term {
  return 'fact' in part
}
