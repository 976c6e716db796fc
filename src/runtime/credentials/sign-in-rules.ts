import { z } from 'zod'
import { isRole, type Role } from '../../casework/role.js'
import type { Readers } from '../../store/index.js'

/** The setting: the roles that do not work without a second factor. */
export const factorSetting = 'secondFactorRoles'

const stored = z.array(z.string())

/** Which roles must have a second factor; none until the security administrator says so. */
export async function factorRoles(settings: Pick<Readers['settings'], 'get'>): Promise<readonly Role[]> {
  const value = await settings.get(factorSetting)
  return value === null ? [] : stored.parse(JSON.parse(value)).filter(isRole)
}

export async function requiresFactor(
  settings: Pick<Readers['settings'], 'get'>,
  role: Role,
): Promise<boolean> {
  return (await factorRoles(settings)).includes(role)
}
