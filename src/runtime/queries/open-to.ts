import type { Actor } from '../../casework/actor.js'
import type { Right } from '../../casework/rights.js'
import { requireRight } from '../rights.js'

/** A read that asks whether its reader has the right, before it looks at anything. */
export type Guarded<Read> = Read & { readonly right: Right }

/**
 * Opens a read to who has the right.
 * @param read whatever it finds is the same for all of them
 * @returns the read, which takes the reader after the parts; null is the house itself
 */
export function openTo<Parts, Asked extends readonly unknown[], Found>(
  right: Right,
  read: (parts: Parts, ...asked: Asked) => Promise<Found>,
): Guarded<(parts: Parts, reader: Actor | null, ...asked: Asked) => Promise<Found>> {
  const guarded = async (parts: Parts, reader: Actor | null, ...asked: Asked): Promise<Found> => {
    requireRight(reader, right)
    return read(parts, ...asked)
  }
  return Object.assign(guarded, { right })
}

/** The same for a read that finds something else for each reader. */
export function openToReader<Parts, Asked extends readonly unknown[], Found>(
  right: Right,
  read: (parts: Parts, reader: Actor, ...asked: Asked) => Promise<Found>,
): Guarded<typeof read> {
  const guarded = async (parts: Parts, reader: Actor, ...asked: Asked): Promise<Found> => {
    requireRight(reader, right)
    return read(parts, reader, ...asked)
  }
  return Object.assign(guarded, { right })
}
