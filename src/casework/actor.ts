import type { Role } from './role.js'

/** The person who does something: who they are, what they may be asked to do, and where they belong. */
export interface Actor {
  readonly accountId: number
  /** As the history keeps it: people change their names, old entries do not. */
  readonly name: string
  readonly role: Role
  /** The window's place; null for who belongs to no place. */
  readonly placeId: number | null
  /** The department a liaison speaks for, as main or as stand-in; null for all others. */
  readonly departmentId: number | null
}
