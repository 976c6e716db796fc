import { verify } from '@node-rs/argon2'
import { InvalidAnswersProblem, NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { StoredAccount, Unit } from '../../store/index.js'
import { hashPassword } from '../accounts.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { attemptAt, countAttempt, forgetAttempts } from './attempts.js'
import { passwordProblems } from './password-rule.js'
import { tokenHash } from './sealing.js'

/** A password typed twice. */
export interface TypedPassword {
  readonly password: string
  readonly again: string
}

/** The one before last is no better than the last: so many are not used again. */
const remembered = 5

/**
 * Changes one's own password; the account is signed out everywhere but where it was changed.
 * @param here the hash of the session's token, which goes on
 * @throws InvalidAnswersProblem with a sentence for each field; TooManyAttemptsProblem
 */
export async function changePassword(
  parts: Pick<Parts, 'store' | 'clock'>,
  accountId: number,
  { current, here, ...typed }: TypedPassword & { readonly current: string; readonly here: string },
): Promise<void> {
  const account = await provePassword(parts, accountId, current)
  const passwordHash = await acceptable(parts, account, typed)
  await command(parts, async (unit, now) => {
    await replace(unit, account, { passwordHash, now })
    await unit.sessions.removeOthers(account.id, here)
    await unit.accountEntries.add([
      { accountId, kind: 'passwordChanged', actorId: accountId, at: now, data: {} },
    ])
  })
}

/**
 * Proves once more who sits there, before what lets one in is changed.
 * @throws InvalidAnswersProblem at `current`; TooManyAttemptsProblem
 */
export async function provePassword(
  parts: Pick<Parts, 'store' | 'clock'>,
  accountId: number,
  current: string,
): Promise<StoredAccount> {
  const account = await activeAccount(parts, accountId)
  const what = attemptAt.password(account.username)
  if (current === '') throw new InvalidAnswersProblem({ current: text('password.current.missing') })
  await countAttempt(parts, what)
  if (!(await isPassword(account.passwordHash, current)))
    throw new InvalidAnswersProblem({ current: text('password.current.wrong') })
  await forgetAttempts(parts, what)
  return account
}

/** Whose link this is, while it opens; null for one that was used, replaced or is too old. */
export async function invited(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  token: string,
): Promise<Pick<StoredAccount, 'id' | 'username' | 'displayName'> | null> {
  const invitation = await store.read.credentials.invitation(tokenHash(token))
  if (!invitation || invitation.expiresAt <= clock.now()) return null
  const account = await store.read.accounts.byId(invitation.accountId)
  return account?.active ? account : null
}

/**
 * Chooses the password by the link that was handed over; the link is used up, and whoever was signed in is out.
 * @throws NotFoundProblem when it does not open any more; InvalidAnswersProblem
 */
export async function choosePassword(
  parts: Pick<Parts, 'store' | 'clock'>,
  token: string,
  typed: TypedPassword,
): Promise<void> {
  const found = await invited(parts, token)
  if (!found) throw new NotFoundProblem(text('invitation.what'))
  const account = await activeAccount(parts, found.id)
  const passwordHash = await acceptable(parts, account, typed)
  await command(parts, async (unit, now) => {
    // whoever used it first has it
    if (!(await unit.credentials.invitation(tokenHash(token))))
      throw new NotFoundProblem(text('invitation.what'))
    await replace(unit, account, { passwordHash, now })
    await unit.credentials.removeInvitationsOf(account.id)
    await unit.sessions.removeOfAccount(account.id)
    await unit.attempts.forget(tokenHash(attemptAt.password(account.username)))
    await unit.accountEntries.add([
      { accountId: account.id, kind: 'passwordChosen', actorId: account.id, at: now, data: {} },
    ])
  })
}

async function activeAccount({ store }: Pick<Parts, 'store'>, id: number): Promise<StoredAccount> {
  const account = await store.read.accounts.byId(id)
  if (!account?.active) throw new NotFoundProblem(text('account.what'))
  return account
}

/** The hash of a password that the rules allow for this account. */
async function acceptable(
  { store }: Pick<Parts, 'store'>,
  { id, username, displayName, passwordHash }: StoredAccount,
  typed: TypedPassword,
): Promise<string> {
  const problems = passwordProblems({ ...typed, username, displayName })
  if (Object.keys(problems).length > 0) throw new InvalidAnswersProblem(problems)
  const before = [passwordHash, ...(await store.read.credentials.formerPasswords(id, remembered - 1))]
  for (const hash of before) {
    if (await isPassword(hash, typed.password))
      throw new InvalidAnswersProblem({ password: text('password.used', { count: remembered }) })
  }
  return hashPassword(typed.password)
}

async function replace(
  unit: Unit,
  { id, passwordHash: former }: StoredAccount,
  { passwordHash, now }: { passwordHash: string; now: Instant },
): Promise<void> {
  if (former !== '')
    await unit.credentials.addFormerPassword({ accountId: id, passwordHash: former, replacedAt: now })
  await unit.accounts.update([{ id, set: { passwordHash, changeDueSince: null } }])
}

function isPassword(hash: string, password: string): Promise<boolean> {
  return verify(hash, password.slice(0, 200)).catch(() => false) // an account without a password has no hash
}
