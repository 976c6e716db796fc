import { charactersOf } from './plain-text.js'
import { bareText, pairsOf } from './search.js'

/** How alike two texts are, from 0 to 1: the share of their pairs of characters that both have (Dice). */
export function likeness(one: string, other: string): number {
  const pairs = new Set(pairsOf(bareText(one)))
  const others = pairsOf(bareText(other))
  if (pairs.size === 0 || others.length === 0) return 0
  const both = others.filter(pair => pairs.has(pair)).length
  return (2 * both) / (pairs.size + others.length)
}

/** From here on two descriptions are worth a look side by side; chance alone stays well below. */
export const worthALook = 0.25

const sliceLength = 4

/** A few short slices of a text, spread over it: who has one of them word for word may tell of the same. */
export function slicesOf(written: string, most = 8): readonly string[] {
  const characters = charactersOf(bareText(written))
  const last = characters.length - sliceLength
  if (last < 0) return []
  const count = Math.min(most, Math.floor(characters.length / sliceLength))
  const starts = Array.from({ length: count }, (_, index) =>
    count === 1 ? 0 : Math.round((index * last) / (count - 1)),
  )
  return [...new Set(starts.map(start => characters.slice(start, start + sliceLength).join('')))]
}
