import type { Knex } from 'knex'
import { pairsOf, personParts } from '../../casework/search.js'
import { departmentMark, placeMark, wordMark } from '../case-text.js'
import { personMarks } from '../contact-index.js'
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
 * that have all pairs of each term, and the text says whether they stand side by side; of a person the index has the
 * whole word, sealed, and itself decides.
 */
export function hasTerms(knex: Knex, { terms, people }: CaseSearch, scope: CaseScope): Sql {
  const { all, either, match, also } = languages[dialectOf(knex)]
  const asked = terms.map(term => {
    const pairs = pairsOf(term)
    return {
      words: pairs.length === 0 ? null : all(pairs.map(wordMark)),
      person: people && pairs.length > 0 ? personNamed(knex, term) : null,
      inText: sql(`t.words like ? escape '!'`, containing(term)),
    }
  })
  // of one character: the text alone decides
  const indexed = asked.flatMap(({ words, person }) => {
    if (words === null) return []
    return person === null ? words : either([words, person])
  })
  return allOf([
    sql(match, all([...indexed, ...marksOf(scope)])),
    ...asked.map(({ inText, person }) =>
      person === null ? inText : sql(`${inText.sql} or ${also}`, ...inText.values, person),
    ),
  ])
}

/** What the index has of a person who goes by this term. */
function personNamed(knex: Knex, term: string): string {
  const { all, either } = languages[dialectOf(knex)]
  const known = (word: string) => either(personMarks(knex, word))
  const parts = personParts(term)
  return parts.length > 1 ? either([known(term), all(parts.map(known))]) : known(term)
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
    /** another question to the same index, of a row that is found already */
    also: string
  }
> = {
  sqlite: {
    all: parts => parts.map(part => `(${part})`).join(' AND '),
    either: parts => parts.map(part => `(${part})`).join(' OR '),
    match: 'g.case_pair match ?',
    // asked once, not for each row
    also: 'g.rowid in (select rowid from case_pair where case_pair match ?)',
  },
  postgres: {
    all: parts => parts.map(part => `(${part})`).join(' & '),
    either: parts => parts.map(part => `(${part})`).join(' | '),
    match: 'g.pairs @@ cast(? as tsquery)',
    also: 'g.pairs @@ cast(? as tsquery)',
  },
}
