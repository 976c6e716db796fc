import { isRole, type Role } from '../../casework/role.js'

/** One line of the configuration: who is in this group of the provider has this role here, at this place or department. */
export interface GroupRole {
  readonly group: string
  readonly role: Role
  /** the name of a clerk's place, of a liaison's department */
  readonly belongsTo: string | null
}

/**
 * Reads `group=role` or `group=role@place`, several separated by `;`.
 * @returns null when one of them says nothing that is known
 */
export function readGroupRoles(words: string): readonly GroupRole[] | null {
  const lines = words
    .split(';')
    .map(line => line.trim())
    .filter(line => line !== '')
  const read = lines.map(line => {
    const [, group = '', role = '', belongsTo] = /^([^=]+)=([a-z]+)(?:@(.+))?$/.exec(line) ?? []
    const belongs = role === 'clerk' || role === 'liaison'
    return isRole(role) && belongs === (belongsTo !== undefined)
      ? { group: group.trim(), role, belongsTo: belongsTo?.trim() ?? null }
      : null
  })
  return read.every(line => line !== null) ? read : null
}

/** What these groups make of somebody; null for none, and for several that say different things. */
export function roleOfGroups(map: readonly GroupRole[], groups: readonly string[]): GroupRole | null {
  const meant = map.filter(({ group }) => groups.includes(group))
  const [first] = meant
  const agree = meant.every(one => one.role === first?.role && one.belongsTo === first.belongsTo)
  return first && agree ? first : null
}
