import type { Actor } from '../casework/actor.js'
import { worksOnCases } from '../casework/role.js'
import { text } from '../catalogue/index.js'
import { paths } from './paths.js'

/** Where somebody begins who wanted to go nowhere in particular. */
export function homeOf({ role }: Pick<Actor, 'role'>): string {
  if (role === 'auditor') return paths.trail
  return worksOnCases(role) ? paths.tasks : paths.people
}

/** The way back there, from where there is nothing more to do. */
export function homeLink(actor: Pick<Actor, 'role'>): { readonly href: string; readonly label: string } {
  const href = homeOf(actor)
  return { href, label: text(href === paths.tasks ? 'error.toTasks' : 'error.toHome') }
}
