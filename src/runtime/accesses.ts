import type { Actor } from '../casework/actor.js'
import type { NewAccess } from '../store/index.js'
import type { Parts } from './parts.js'

/** What somebody did that changes nothing and belongs into the trail nevertheless. */
export interface Access extends Pick<NewAccess, 'kind' | 'caseId' | 'address' | 'data'> {
  readonly by: Pick<Actor, 'accountId' | 'name'> | null
}

/** Writes an access down. What is given out is given out only after this. */
export async function noteAccess(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  { by, ...access }: Access,
): Promise<void> {
  await store.transaction(unit =>
    unit.accesses.record([
      { ...access, at: clock.now(), actorId: by?.accountId ?? null, actorName: by?.name ?? null },
    ]),
  )
}
