import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { StoredAccount, StoredAccountEntry, StoredLiaison, StoredSession } from '../../store/index.js'
import { attemptAt } from '../credentials/attempts.js'
import { factorRoles, requiresFactor } from '../credentials/sign-in-rules.js'
import { tokenHash } from '../credentials/sealing.js'
import type { Parts } from '../parts.js'

/** An account, without anything that opens it. */
export interface PersonPage {
  readonly account: Pick<
    StoredAccount,
    'id' | 'username' | 'displayName' | 'role' | 'placeId' | 'departmentId' | 'active' | 'createdAt'
  >
  readonly hasPassword: boolean
  readonly hasFactor: boolean
  readonly mustHaveFactor: boolean
  readonly unified: boolean
  readonly locked: boolean
  readonly sessions: number
  readonly terms: readonly StoredLiaison[]
  readonly places: readonly { readonly id: number; readonly name: string }[]
  readonly departments: readonly { readonly id: number; readonly name: string }[]
  readonly entries: readonly (StoredAccountEntry & { readonly by: string | null })[]
}

/** @throws NotFoundProblem */
export async function personPage(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  id: number,
): Promise<PersonPage> {
  const { accounts, places, sessions, accountEntries, settings, attempts } = store.read
  const account = await accounts.byId(id)
  if (!account) throw new NotFoundProblem(text('account.what'))
  const now = clock.now()
  const tries = await Promise.all(
    [attemptAt.password(account.username), attemptAt.code(id)].map(what => attempts.of(tokenHash(what))),
  )
  const entries = await accountEntries.ofAccount(id)
  const actors = new Map(
    (await accounts.byIds([...new Set(entries.flatMap(({ actorId }) => actorId ?? []))])).map(one => [
      one.id,
      one.displayName,
    ]),
  )
  const { passwordHash, factor, subject, ...rest } = account
  return {
    account: {
      id: rest.id,
      username: rest.username,
      displayName: rest.displayName,
      role: rest.role,
      placeId: rest.placeId,
      departmentId: rest.departmentId,
      active: rest.active,
      createdAt: rest.createdAt,
    },
    hasPassword: passwordHash !== '',
    hasFactor: factor !== null,
    mustHaveFactor: await requiresFactor(settings, account.role),
    unified: subject !== null,
    locked: tries.some(one => one?.lockedUntil != null && one.lockedUntil > now),
    sessions: (await sessions.ofAccount(id)).filter(one => one.expiresAt > now).length,
    terms: (await places.liaisons()).filter(one => one.accountId === id),
    places: (await places.places()).filter(one => one.active && one.kind !== 'online'),
    departments: (await places.departments()).filter(one => one.active),
    entries: entries.map(entry => ({ ...entry, by: actors.get(entry.actorId ?? 0) ?? null })),
  }
}

/** Which roles must have a second factor, for the page that says so. */
export function signInRules({ store }: Pick<Parts, 'store'>) {
  return factorRoles(store.read.settings)
}

/** One's own account. */
export interface OwnAccount {
  readonly username: string
  readonly displayName: string
  readonly hasPassword: boolean
  readonly hasFactor: boolean
  readonly mustHaveFactor: boolean
  readonly recoveryLeft: number
  readonly sessions: readonly (Pick<StoredSession, 'id' | 'device' | 'createdAt' | 'seenAt'> & {
    readonly here: boolean
  })[]
}

/** @param here the hash of the session's token in which it is asked */
export async function ownAccount(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  accountId: number,
  here: string,
): Promise<OwnAccount> {
  const { accounts, sessions, credentials, settings } = store.read
  const account = await accounts.byId(accountId)
  if (!account) throw new NotFoundProblem(text('account.what'))
  const now = clock.now()
  return {
    username: account.username,
    displayName: account.displayName,
    hasPassword: account.passwordHash !== '',
    hasFactor: account.factor !== null,
    mustHaveFactor: await requiresFactor(settings, account.role),
    recoveryLeft: (await credentials.recoveryCodes(accountId)).filter(one => one.usedAt === null).length,
    sessions: (await sessions.ofAccount(accountId))
      .filter(one => one.expiresAt > now && one.awaits === null)
      .map(({ id, device, createdAt, seenAt, tokenHash: hash }) => ({
        ...{ id, device, createdAt, seenAt },
        here: hash === here,
      })),
  }
}

/** Ends one of one's own sessions, or all but this one. Somebody else's is not there. */
export async function endOwnSession(
  parts: Pick<Parts, 'store' | 'clock'>,
  accountId: number,
  which: { readonly id: number } | { readonly butThis: string },
): Promise<void> {
  await parts.store.transaction(async unit => {
    if ('butThis' in which) await unit.sessions.removeOthers(accountId, which.butThis)
    else if ((await unit.sessions.ofAccount(accountId)).some(one => one.id === which.id))
      await unit.sessions.remove([which.id])
    else throw new NotFoundProblem(text('account.session'))
  })
}
