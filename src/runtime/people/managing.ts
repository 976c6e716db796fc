import type { Actor } from '../../casework/actor.js'
import { NotAllowedProblem, NotFoundProblem } from '../../casework/problem.js'
import { roleLabel, type Role } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { StoredAccount, Unit } from '../../store/index.js'

/** The duties of administration. */
const DUTIES: readonly Role[] = ['admin', 'security', 'auditor']

/**
 * Which accounts are whose to manage: the system administrator's are the people of the office, the security
 * administrator's are the duties themselves. Nobody raises a colleague to what they may not do alone, the auditor
 * changes nothing, and nobody manages themselves.
 */
export function manages(manager: Pick<Actor, 'role'>, role: Role): boolean {
  if (manager.role === 'admin') return !DUTIES.includes(role)
  return manager.role === 'security' && DUTIES.includes(role)
}

/** Whether this person may end sessions, open locks and take second factors away: for whatever account but their own. */
export function secures(manager: Pick<Actor, 'role'>): boolean {
  return manager.role === 'security'
}

/** @throws NotAllowedProblem */
export function requireManages(manager: Actor, role: Role): void {
  if (!manages(manager, role)) throw refused(manager)
}

/** @throws NotAllowedProblem */
export function requireSecures(manager: Actor): void {
  if (!secures(manager)) throw refused(manager)
}

/**
 * The account of somebody else.
 * @throws NotFoundProblem; NotAllowedProblem when it is one's own
 */
export async function another(
  unit: Pick<Unit, 'accounts'>,
  manager: Actor,
  id: number,
): Promise<StoredAccount> {
  const account = await unit.accounts.byId(id)
  if (!account) throw new NotFoundProblem(text('account.what'))
  if (id === manager.accountId) throw new NotAllowedProblem(text('account.oneself'), text('account.manage'))
  return account
}

function refused({ role }: Actor): NotAllowedProblem {
  return new NotAllowedProblem(roleLabel(role), text('account.manage'))
}
