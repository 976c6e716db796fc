import type { Role } from '../../casework/role.js'
import { ROLES } from '../../casework/role.js'
import type { Parts } from '../parts.js'

/** The password of every account of the demonstration; such an office holds nobody’s real matters. */
export const demoPassword = 'bandecheng'

/** Somebody a visitor of the demonstration may sign in as. */
export interface DemoAccount {
  readonly username: string
  readonly name: string
  readonly role: Role
  /** Their department or place; null for the office itself. */
  readonly belongsTo: string | null
}

/** At most so many of one role: a list to choose from, not a directory. */
const ofOneRole = 3

/** The accounts of the demonstration, by role. */
export async function demoAccounts({ store }: Pick<Parts, 'store'>): Promise<readonly DemoAccount[]> {
  const departments = new Map((await store.read.places.departments()).map(one => [one.id, one.name]))
  const places = new Map((await store.read.places.places()).map(one => [one.id, one.name]))
  const accounts: DemoAccount[] = []
  for (const { value } of ROLES) {
    const active = await store.read.accounts.withRole(value)
    accounts.push(
      ...active.slice(0, ofOneRole).map(({ username, displayName, role, departmentId, placeId }) => ({
        username,
        name: displayName,
        role,
        belongsTo: departments.get(departmentId ?? 0) ?? places.get(placeId ?? 0) ?? null,
      })),
    )
  }
  return accounts
}
