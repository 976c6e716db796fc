import type { Actor } from './actor.js'
import type { Role } from './role.js'

/**
 * Which cases a right reaches: all of them, those of the clerk’s own place, or those of the liaison’s own department
 * (lead, assisting or asked for help). A right that is about no case reaches `all`.
 */
export type RightReach = 'all' | 'place' | 'department'

/**
 * Who may do what, in the whole house. Routes, use cases, the page 权限一览 and docs/rights.md all read it here; a role
 * that is not named may not. What a task is done by is not here but in the diagram (`camunda:candidateGroups`), and
 * what depends on the person and the case stands in `permission.ts`: who is complained about, who did the step before.
 */
export const RIGHTS = {
  'case.see': {
    clerk: 'place',
    officer: 'all',
    liaison: 'department',
    supervisor: 'all',
    leader: 'all',
    admin: 'all',
  },
  'case.register': { clerk: 'place' },
  'case.print': { clerk: 'place', officer: 'all', supervisor: 'all' },
  'case.transfer': { officer: 'all', liaison: 'department', supervisor: 'all' },
  'case.reach': { clerk: 'place', officer: 'all', supervisor: 'all' },
  'case.note': { clerk: 'place', officer: 'all', liaison: 'department', supervisor: 'all' },
  'case.attach': { clerk: 'place', officer: 'all', liaison: 'department', supervisor: 'all' },
  'case.talk': { clerk: 'place', officer: 'all', liaison: 'department', supervisor: 'all' },
  'case.pair': { clerk: 'place', officer: 'all', supervisor: 'all' },
  'case.subject': { officer: 'all', supervisor: 'all' },
  'case.reopen': { officer: 'all', supervisor: 'all' },
  'assistance.ask': { officer: 'all', supervisor: 'all' },
  'assistance.answer': { liaison: 'department' },
  'deadline.reply': { officer: 'all', supervisor: 'all' },
  'deadline.pause': { supervisor: 'all' },
  'case.press': { supervisor: 'all' },
  'task.reassign': { supervisor: 'all' },
  'supervision.see': {
    clerk: 'place',
    officer: 'all',
    liaison: 'department',
    supervisor: 'all',
    leader: 'all',
  },
  'supervision.reply': { clerk: 'place', officer: 'all', liaison: 'department' },
  // what a citizen asks about their own data: written down and put right where they come, decided by the office
  'privacy.record': { clerk: 'place', officer: 'all', supervisor: 'all' },
  'privacy.decide': { officer: 'all', supervisor: 'all' },
  'watch.see': { supervisor: 'all' },
  // what a node takes is nobody's place's or department's affair alone
  'flow.see': { officer: 'all', supervisor: 'all', leader: 'all', admin: 'all' },
  'consultation.see': { clerk: 'place', officer: 'all', supervisor: 'all' },
  'consultation.record': { clerk: 'place' },
  'item.change': { officer: 'all', supervisor: 'all' },
  'template.change': { officer: 'all', supervisor: 'all' },
  'setting.change': { supervisor: 'all' },
  // to hold a case back is to decide about it; what goes when is everybody's affair who answers for the data
  'case.hold': { supervisor: 'all' },
  'retention.see': { supervisor: 'all', admin: 'all', security: 'all', auditor: 'all' },
  'report.see': { officer: 'all', supervisor: 'all', leader: 'all', admin: 'all' },
  'report.begin': { officer: 'all', supervisor: 'all' },
  'report.draft': { officer: 'all' },
  'figures.open': { supervisor: 'all', admin: 'all' },
  'poster.print': { clerk: 'all', supervisor: 'all', admin: 'all' },
  'place.change': { admin: 'all' },
  // three duties that no account holds together: who runs the system, who guards the sign-in, who looks at both
  'people.see': { admin: 'all', security: 'all', auditor: 'all' },
  'people.change': { admin: 'all', security: 'all' },
  'people.place': { admin: 'all' },
  'people.secure': { security: 'all' },
  'process.change': { admin: 'all' },
  'calendar.change': { admin: 'all' },
  'incident.retry': { admin: 'all' },
  'trail.see': { supervisor: 'all', admin: 'all', auditor: 'all' },
  'rights.see': { supervisor: 'all', admin: 'all', security: 'all', auditor: 'all' },
} as const satisfies Readonly<Record<string, Partial<Readonly<Record<Role, RightReach>>>>>

/** Something that may be done. */
export type Right = keyof typeof RIGHTS

/** How far this right reaches for this role; null when the role has it not. */
export function reachOfRight(right: Right, role: Role): RightReach | null {
  const row: Partial<Readonly<Record<Role, RightReach>>> = RIGHTS[right]
  return row[role] ?? null
}

/** Whether this person’s role has the right at all, whatever case it is about. */
export function hasRight({ role }: Pick<Actor, 'role'>, right: Right): boolean {
  return reachOfRight(right, role) !== null
}

/** Where a case belongs, as far as rights go by it. */
export interface Belonging {
  readonly placeId: number
  /** lead, assisting, or asked for help */
  readonly departmentIds: readonly number[]
}

/** Whether this person has the right over a case that belongs there. */
export function reaches(actor: Actor, right: Right, { placeId, departmentIds }: Belonging): boolean {
  switch (reachOfRight(right, actor.role)) {
    case 'all':
      return true
    case 'place':
      return actor.placeId === placeId
    case 'department':
      return actor.departmentId !== null && departmentIds.includes(actor.departmentId)
    case null:
      return false
  }
}

/** The roles that have the right. */
export function rolesWith(right: Right): readonly Role[] {
  return Object.keys(RIGHTS[right]) as Role[]
}

/** All rights, in the order in which they are shown. */
export const rights = Object.keys(RIGHTS) as Right[]
