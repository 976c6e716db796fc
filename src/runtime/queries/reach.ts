import type { Actor } from '../../casework/actor.js'
import type { CaseListFilter, Reach } from '../../store/index.js'

/** Which tasks are this person’s to do: their role’s, at their own place or in their own department. */
export function reachOf(actor: Actor): Reach {
  return {
    groups: [actor.role],
    placeId: actor.role === 'clerk' ? actor.placeId : null,
    departmentId: actor.role === 'liaison' ? actor.departmentId : null,
    accountId: actor.accountId,
    all: false,
  }
}

/** Which cases this person may see: a window its own place’s, a department its own, the office all (product.md). */
export function caseScope(actor: Actor): Pick<CaseListFilter, 'placeId' | 'departmentId'> | null {
  switch (actor.role) {
    case 'clerk':
      return actor.placeId === null ? null : { placeId: actor.placeId }
    case 'liaison':
      return actor.departmentId === null ? null : { departmentId: actor.departmentId }
    case 'officer':
    case 'supervisor':
    case 'admin':
    case 'leader':
      return {}
    case 'security':
    case 'auditor':
      return null
  }
}
