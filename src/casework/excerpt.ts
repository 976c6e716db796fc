import { bareText } from './search.js'
import { charactersOf } from './plain-text.js'

/** A piece of an excerpt, and whether it is what was looked for. */
export interface ExcerptPart {
  readonly text: string
  readonly hit: boolean
}

/** Where a term stands in a text: from this character up to that one. */
interface Hit {
  readonly from: number
  readonly to: number
}

/**
 * The part of a text around the first term found in it, with every term in it marked; the beginning when there is none.
 * @param around how many characters stand before the first term
 * @param length how many characters in all
 */
export function excerptOf(
  text: string,
  terms: readonly string[],
  { around, length }: { around: number; length: number } = { around: 20, length: 90 },
): readonly ExcerptPart[] {
  const characters = charactersOf(text.replaceAll(/\s+/g, ' '))
  const hits = hitsIn(characters, terms)
  const from = Math.max(0, (hits[0]?.from ?? 0) - around)
  const to = Math.min(characters.length, from + length)
  const parts: ExcerptPart[] = []
  const put = (start: number, end: number, hit: boolean) => {
    if (end > start) parts.push({ text: characters.slice(start, end).join(''), hit })
  }
  let done = from
  for (const hit of hits) {
    if (hit.from >= to) break
    put(done, hit.from, false)
    put(hit.from, Math.min(hit.to, to), true)
    done = Math.min(hit.to, to)
  }
  put(done, to, false)
  if (from > 0) parts.unshift({ text: '…', hit: false })
  if (to < characters.length) parts.push({ text: '…', hit: false })
  return parts
}

/** Whether a text has one of the terms in it. */
export function hasTerm(text: string, terms: readonly string[]): boolean {
  const bare = bareText(text)
  return terms.some(term => bare.includes(term))
}

/** All places of all terms, in order, those that meet joined. Brackets and blanks within a term are part of the hit. */
function hitsIn(characters: readonly string[], terms: readonly string[]): readonly Hit[] {
  let bare = ''
  const origin: number[] = []
  for (const [index, character] of characters.entries()) {
    const plain = bareText(character)
    bare += plain
    origin.push(...Array<number>(plain.length).fill(index))
  }
  const found = terms
    .flatMap(term => placesOf(bare, term))
    .map(([start, end]): Hit => ({
      from: origin[start] ?? 0,
      to: (origin[end - 1] ?? 0) + 1,
    }))
  return found
    .sort((one, other) => one.from - other.from)
    .reduce<Hit[]>((joined, hit) => {
      const last = joined.at(-1)
      if (last === undefined || hit.from > last.to) joined.push(hit)
      else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, hit.to) }
      return joined
    }, [])
}

function placesOf(text: string, term: string): [number, number][] {
  const places: [number, number][] = []
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length))
    places.push([at, at + term.length])
  return places
}
