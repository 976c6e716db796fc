import type { Actor } from '../casework/actor.js'
import { hasRight, type Right } from '../casework/rights.js'
import type { Role } from '../casework/role.js'

/**
 * Who may enter a route: everybody, whoever is signed in, or who has a right. Roles themselves are named by none of the
 * office’s pages (test/http/rights.test.ts), so that the one table of rights says it all.
 */
export type Entry = 'public' | 'signedIn' | Right | { readonly roles: readonly Role[] }

/** Whether this rule lets this person in; the navigation asks the same. */
export function admits(entry: Entry, actor: Actor | null): boolean {
  if (entry === 'public') return true
  if (actor === null) return false
  if (entry === 'signedIn') return true
  return typeof entry === 'string' ? hasRight(actor, entry) : entry.roles.includes(actor.role)
}
