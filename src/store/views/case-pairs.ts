import type { Knex } from 'knex'
import { pairsOf } from '../../casework/search.js'
import { departmentMark, personMark, placeMark, wordMark } from '../case-text.js'
import { dialectOf, type Dialect } from '../dialect.js'
import type { CaseScope } from './case-scope.js'
import { allOf, containing, sql, type Sql } from './sql.js'

/** What is looked for in cases. */
export interface CaseSearch {
  /** all of them, each in one field; in the form of casework's `searchTerms`, one of them two characters long at least */
  readonly terms: readonly string[]
  /** whether names and whole telephone numbers are searched as well */
  readonly people: boolean
}

/**
 * The condition that a case, called `c`, its text `t` and its pairs `g`, has the terms in it. The index finds the cases
 * that have all pairs of each term; the text says whether they stand side by side.
 */
export function hasTerms(knex: Knex, { terms, people }: CaseSearch, scope: CaseScope): Sql {
  const inText = terms.map(term => {
    const part = containing(term)
    return people
      ? sql(`t.words like ? escape '!' or t.person like ? escape '!'`, part, part)
      : sql(`t.words like ? escape '!'`, part)
  })
  const { all, either, match } = languages[dialectOf(knex)]
  const indexed = terms.flatMap(term => {
    const pairs = pairsOf(term)
    if (pairs.length === 0) return [] // of one character: the text alone decides
    const words = all(pairs.map(wordMark))
    return [people ? either([words, all(pairs.map(personMark))]) : words]
  })
  return allOf([sql(match, all([...indexed, ...marksOf(scope)])), ...inText])
}

/** The condition that a case, whose pairs are `g`, has all pairs of one of these texts, wherever they stand. */
export function inPairs(knex: Knex, texts: readonly string[], scope: CaseScope): Sql {
  const { all, either, match } = languages[dialectOf(knex)]
  const one = either(texts.map(text => all(pairsOf(text).map(wordMark))))
  return sql(match, all([one, ...marksOf(scope)]))
}

function marksOf({ placeId, departmentId }: CaseScope): readonly string[] {
  return [...(placeId ? [placeMark(placeId)] : []), ...(departmentId ? [departmentMark(departmentId)] : [])]
}

/** How each database is asked for several words at once. */
const languages: Record<
  Dialect,
  {
    all: (parts: readonly string[]) => string
    either: (parts: readonly string[]) => string
    match: string
  }
> = {
  sqlite: {
    all: parts => parts.map(part => `(${part})`).join(' AND '),
    either: parts => parts.map(part => `(${part})`).join(' OR '),
    match: 'g.case_pair match ?',
  },
  postgres: {
    all: parts => parts.map(part => `(${part})`).join(' & '),
    either: parts => parts.map(part => `(${part})`).join(' | '),
    match: 'g.pairs @@ cast(? as tsquery)',
  },
}
