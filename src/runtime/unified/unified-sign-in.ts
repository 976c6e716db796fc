import { localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { UnifiedSignInProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { StoredAccount, Unit } from '../../store/index.js'
import { noteAccess } from '../accesses.js'
import { actorOfAccount } from '../accounts.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { roleOfGroups, type GroupRole } from './group-roles.js'
import type { Vouched } from './provider.js'

/**
 * Whom a provider vouches for, as this office knows them: an account is made at the first time, and follows the groups at
 * each; that they came in is in the trail. An account that has a password here is never taken over, whatever name comes.
 * @throws UnifiedSignInProblem when nobody's role comes out of it
 */
export async function unifiedSignIn(
  parts: Pick<Parts, 'store' | 'clock'>,
  map: readonly GroupRole[],
  vouched: Vouched,
  address?: string,
): Promise<Actor> {
  const meant = roleOfGroups(map, vouched.groups)
  if (!meant) throw new UnifiedSignInProblem(text('unified.noRole'))
  const account = await command(parts, async (unit, now) => {
    const standing = { role: meant.role, ...(await belonging(unit, meant)) }
    const known = await unit.accounts.bySubject(vouched.subject)
    if (known && !known.active) throw new UnifiedSignInProblem(text('unified.disabled'))
    return known ? follow(unit, known, { vouched, standing, now }) : admit(unit, { vouched, standing, now })
  })
  const actor = await actorOfAccount(parts, account)
  await noteAccess(parts, { by: actor, kind: 'account.signedIn', address, data: { unified: true } })
  return actor
}

/** Whether the provider vouched for this person: then they are signed in there too. */
export async function isVouchedFor(
  { store }: Pick<Parts, 'store'>,
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<boolean> {
  return (await store.read.accounts.byId(accountId))?.subject != null
}

type Standing = Pick<StoredAccount, 'role' | 'placeId' | 'departmentId'>

interface Arrival {
  readonly vouched: Vouched
  readonly standing: Standing
  readonly now: Instant
}

async function admit(unit: Unit, { vouched, standing, now }: Arrival): Promise<StoredAccount> {
  const { username, displayName, subject } = vouched
  if (await unit.accounts.byUsername(username)) throw new UnifiedSignInProblem(text('unified.nameTaken'))
  const [id = 0] = await unit.accounts.insert([
    { username, displayName, ...standing, subject, passwordHash: '', active: true, createdAt: now },
  ])
  await speakFor(unit, id, standing, now)
  return written(unit, id, now, standing)
}

async function follow(
  unit: Unit,
  account: StoredAccount,
  { vouched: { displayName }, standing, now }: Arrival,
): Promise<StoredAccount> {
  const { id } = account
  const same =
    account.role === standing.role &&
    account.placeId === standing.placeId &&
    account.departmentId === standing.departmentId
  if (same && account.displayName === displayName) return account
  await unit.accounts.update([{ id, set: { ...standing, displayName } }])
  if (same) return written(unit, id, now, standing)
  // what they may see is another thing now
  await unit.sessions.removeOfAccount(id)
  await speakFor(unit, id, standing, now)
  return written(unit, id, now, standing)
}

/** A liaison is in the register while the group says so; an earlier entry ends. */
async function speakFor(
  unit: Unit,
  accountId: number,
  { role, departmentId }: Standing,
  now: Instant,
): Promise<void> {
  const today = localDateOf(now)
  const before = await unit.places.liaisonsBy(accountId, today)
  await unit.places.updateLiaisons(before.map(({ id }) => ({ id, set: { validUntil: today } })))
  if (role === 'liaison' && departmentId !== null)
    await unit.places.addLiaisons([
      { departmentId, accountId, kind: 'main', validFrom: today, validUntil: null },
    ])
}

async function written(unit: Unit, id: number, now: Instant, standing: Standing): Promise<StoredAccount> {
  await unit.accountEntries.add([
    { accountId: id, kind: 'unified', actorId: null, at: now, data: { ...standing } },
  ])
  const account = await unit.accounts.byId(id)
  if (!account) throw new Error(`The account ${id} was written and is not there`)
  return account
}

async function belonging(
  unit: Unit,
  { role, belongsTo }: GroupRole,
): Promise<{ placeId: number | null; departmentId: number | null }> {
  const named = (rows: readonly { id: number; name: string }[]) => {
    const row = rows.find(one => one.name === belongsTo)
    if (!row) throw new UnifiedSignInProblem(text('unified.noRole'))
    return row.id
  }
  return {
    placeId: role === 'clerk' ? named(await unit.places.places()) : null,
    departmentId: role === 'liaison' ? named(await unit.places.departments()) : null,
  }
}
