import type { Actor } from '../../casework/actor.js'
import type { CaseDetail, Store, StoredRectification } from '../../store/index.js'
import { maySeeCase } from './case-sight.js'

/** What was put right before, of the problem that a case seems to bring back (R9). */
export interface EarlierRectification {
  /** the case it was put right for; null for who may not see it: what was changed of the item is no secret */
  readonly number: string | null
  readonly rectifications: readonly (StoredRectification & { readonly departmentName: string })[]
}

/** The accepted rectifications of the case that this one may undo; null when it undoes none. */
export async function earlierRectification(
  store: Pick<Store, 'read'>,
  actor: Actor,
  { recurrenceOf }: Pick<CaseDetail, 'recurrenceOf'>,
  departments: ReadonlyMap<number, string>,
): Promise<EarlierRectification | null> {
  const earlier = recurrenceOf === null ? null : await store.read.cases.byId(recurrenceOf)
  if (earlier === null) return null
  const accepted = (await store.read.rectifications.ofCase(earlier.id)).filter(one => one.acceptedAt !== null)
  return {
    number: (await maySeeCase(store, actor, earlier)) ? earlier.number : null,
    rectifications: accepted.map(one => ({
      ...one,
      departmentName: departments.get(one.departmentId) ?? '',
    })),
  }
}
