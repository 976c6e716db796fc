import type { Actor } from '../../casework/actor.js'
import { isRole } from '../../casework/role.js'
import { command } from '../command.js'
import { factorSetting } from '../credentials/sign-in-rules.js'
import type { Parts } from '../parts.js'
import { requireSecures } from './managing.js'

/**
 * Says which roles do not work without a second factor; who has none adds one at the next page they open.
 * @throws NotAllowedProblem
 */
export function setFactorRoles(
  parts: Pick<Parts, 'store' | 'clock'>,
  manager: Actor,
  typed: readonly string[],
): Promise<void> {
  return command(parts, async (unit, now) => {
    requireSecures(manager)
    const roles = typed.filter(isRole)
    await unit.settings.put([{ key: factorSetting, value: JSON.stringify(roles) }])
    await unit.accountEntries.add([
      {
        accountId: manager.accountId,
        kind: 'rulesChanged',
        actorId: manager.accountId,
        at: now,
        data: { roles: roles.join(',') },
      },
    ])
  })
}
