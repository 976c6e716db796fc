import { hiddenNumbers, maskText } from './masking.js'
import { charactersOf, cleanText } from './plain-text.js'

/** What a case is found by. */
export interface SearchedCase {
  readonly number: string
  readonly itemName: string
  readonly departmentName: string | null
  readonly reporterName: string
  readonly agentName: string | null
  readonly contact: string
  readonly contactTail: string
  readonly description: string
}

/** What a case is searched by: what anybody may find it by, and what only who may look persons up. */
export interface SearchedText {
  /** as it is searched, a field a line */
  readonly words: string
  /** each of them whole, for an index that does not say what stands in it */
  readonly person: readonly string[]
}

export function searchedText(of: SearchedCase): SearchedText {
  return {
    words: lines([of.number, of.itemName, of.departmentName ?? '', of.contactTail, maskText(of.description)]),
    person: personWords(of),
  }
}

/** The longest part of a name that is a word of the index. */
const longestPart = 8

/**
 * The words a person is found by: every part of two to eight characters of a name, and telephone numbers whole, those that
 * the text hides too. A land line is looked for without its area code or its extension as well.
 */
function personWords({ reporterName, agentName, contact, description }: SearchedCase): readonly string[] {
  const names = [reporterName, agentName ?? ''].map(bareText)
  const [number = '', line = '', extension = ''] = contact.split('-')
  return [
    ...new Set([
      ...names.flatMap(name => partsOf(name, 2, longestPart)),
      ...[number + line, line, number + line + extension].map(bareText),
      ...hiddenNumbers(description).map(bareText),
    ]),
  ].filter(word => word !== '')
}

/** How a term is looked for among them: it is one of them, or it is longer and all its parts of eight characters are. */
export function personParts(term: string): readonly string[] {
  return partsOf(term, longestPart, longestPart)
}

/** All parts of a text that have so many characters. */
function partsOf(text: string, least: number, most: number): string[] {
  const characters = charactersOf(text)
  return characters.flatMap((_, from) =>
    Array.from({ length: most - least + 1 }, (_, more) => from + least + more)
      .filter(to => to <= characters.length)
      .map(to => characters.slice(from, to).join('')),
  )
}

/** What was typed into the box: all of its terms must be in a case, each somewhere in one field. */
export function searchTerms(typed: string): readonly string[] {
  const terms = cleanText(typed).split(/\s+/u).map(bareText)
  return [...new Set(terms)].filter(term => term !== '')
}

/** One character stands in half of all cases: at least one term has two. */
export function isTooShort(terms: readonly string[]): boolean {
  return terms.every(term => charactersOf(term).length < 2)
}

/** A text with what people write differently taken out: width, case, blanks, brackets and other punctuation. */
export function bareText(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}\s]/gu, '')
}

/**
 * Every two neighbouring characters of a text, each pair once, as a word of eight letters and digits: what an index of
 * either database takes as it is, whatever it thinks of Chinese, rare characters or signs.
 */
export function pairsOf(text: string): readonly string[] {
  const pairs = new Set<string>()
  for (const line of text.split('\n')) {
    const codes = charactersOf(line).map(codeOf)
    for (const [index, code] of codes.entries()) {
      const next = codes[index + 1]
      if (next !== undefined) pairs.add(code + next)
    }
  }
  return [...pairs]
}

/** Four signs for a character: 36⁴ is more than there are. */
function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(36).padStart(4, '0')
}

function lines(fields: readonly string[]): string {
  return fields
    .map(bareText)
    .filter(field => field !== '')
    .join('\n')
}
