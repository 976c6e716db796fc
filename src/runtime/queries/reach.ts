import type { Actor } from '../../casework/actor.js'
import { belongsSomewhere } from '../../casework/permission.js'
import { reachOfRight } from '../../casework/rights.js'
import type { CaseListFilter, Reach } from '../../store/index.js'

/**
 * Which tasks are this person’s to do: their role’s, at their own place or in their own department. None for a liaison
 * who speaks for no department today, and a clerk of no place.
 */
export function reachOf(actor: Actor): Reach {
  const somewhere = belongsSomewhere(actor)
  return {
    groups: somewhere ? [actor.role] : [],
    placeId: actor.role === 'clerk' ? actor.placeId : null,
    departmentId: actor.role === 'liaison' ? actor.departmentId : null,
    accountId: somewhere ? actor.accountId : null,
    all: false,
  }
}

/** Which cases this person may see: a window its own place’s, a department its own, the office all (product.md). */
export function caseScope(actor: Actor): Pick<CaseListFilter, 'placeId' | 'departmentId'> | null {
  switch (reachOfRight('case.see', actor.role)) {
    case 'place':
      return actor.placeId === null ? null : { placeId: actor.placeId }
    case 'department':
      return actor.departmentId === null ? null : { departmentId: actor.departmentId }
    case 'all':
      return {}
    case null:
      return null
  }
}
