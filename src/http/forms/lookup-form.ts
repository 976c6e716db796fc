import { toHalfWidth } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import { typed } from './typed.js'

/** What was typed to look a case up, and the sentences beside what is missing. */
export interface LookupForm {
  readonly number: string
  readonly tail: string
  readonly errors: Readonly<{ number?: string; tail?: string }>
}

/** Reads the look-up. Only what cannot be a key is said beside its field; a wrong key is nobody's field. */
export function readLookup(body: unknown): LookupForm {
  const number = typed(body, 'number').slice(0, longest)
  const tail = toHalfWidth(typed(body, 'tail')).trim().slice(0, longest)
  return {
    number,
    tail,
    errors: {
      ...(number === '' && { number: text('track.lookup.number.missing') }),
      ...(!/^\d{4}$/.test(tail) && { tail: text('track.lookup.tail.missing') }),
    },
  }
}

// more than this is no slip of the finger, and need not be sent back
const longest = 40
