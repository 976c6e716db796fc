import type { Actor } from '../casework/actor.js'
import { worksOnCases } from '../casework/role.js'
import { paths } from './paths.js'

/** Where somebody begins who wanted to go nowhere in particular. */
export function homeOf({ role }: Pick<Actor, 'role'>): string {
  if (role === 'auditor') return paths.trail
  return worksOnCases(role) ? paths.tasks : paths.people
}
