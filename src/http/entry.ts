import type { Actor } from '../casework/actor.js'
import type { Role } from '../casework/role.js'

/** Who may enter a route: everybody, whoever is signed in, or these roles. */
export type Entry = 'public' | 'signedIn' | { readonly roles: readonly Role[] }

/** Whether this rule lets this person in; the navigation asks the same. */
export function admits(entry: Entry, actor: Actor | null): boolean {
  if (entry === 'public') return true
  return actor !== null && (entry === 'signedIn' || entry.roles.includes(actor.role))
}
