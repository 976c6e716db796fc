import type { Actor } from '../casework/actor.js'
import type { PlaceContact } from '../casework/place-contact.js'
import { NotFoundProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { StoredPlace, StoredWindow } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

/** A place with its windows in use: what a poster is made for. */
export interface PlaceWithWindows {
  readonly place: StoredPlace
  readonly windows: readonly StoredWindow[]
}

/**
 * A place for its posters: any for the office, their own for a clerk.
 * @throws NotFoundProblem when there is no such place in use, or it is not this clerk's
 */
export async function placeForPosters(
  parts: Pick<Parts, 'store'>,
  actor: Actor,
  id: number,
): Promise<PlaceWithWindows> {
  requireRight(actor, 'poster.print')
  const { places } = parts.store.read
  const place = await places.place(id)
  if (!place?.active || (actor.role === 'clerk' && actor.placeId !== id))
    throw new NotFoundProblem(text('runtime.place'))
  return { place, windows: (await places.windows()).filter(one => one.placeId === id && one.active) }
}

/** What the place's posters say from now on. @throws NotFoundProblem */
export function changePlaceContact(
  parts: Parts,
  actor: Actor,
  { id, contact: { phone, hours } }: { id: number; contact: PlaceContact },
): Promise<void> {
  return command(parts, async unit => {
    requireRight(actor, 'place.change')
    const missing = await unit.places.updatePlaces([{ id, set: { phone, hours } }])
    if (missing.length > 0) throw new NotFoundProblem(text('runtime.place'))
  })
}
