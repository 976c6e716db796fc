import { maskText } from './masking.js'
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

/** The words of a case as they are searched, a field a line: those that anybody may find it by, and those of persons. */
export interface SearchedText {
  readonly words: string
  /** names, whole telephone numbers, and texts with a number in them: for who may ask for them */
  readonly person: string
}

export function searchedText(of: SearchedCase): SearchedText {
  const shown = maskText(of.description)
  const hidden = shown === of.description ? '' : of.description
  return {
    words: lines([of.number, of.itemName, of.departmentName ?? '', of.contactTail, shown]),
    person: lines([of.reporterName, of.agentName ?? '', of.contact, hidden]),
  }
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
