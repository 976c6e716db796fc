import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { InvalidAnswersProblem, NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { StoredAccount, Unit } from '../../store/index.js'
import { noteAccess } from '../accesses.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { attemptAt, countAttempt, forgetAttempts } from './attempts.js'
import { seal, tokenHash, unseal } from './sealing.js'
import { requiresFactor } from './sign-in-rules.js'

type FactorParts = Pick<Parts, 'store' | 'clock'>

/** RFC 6238, as the authenticator apps all do it: six figures, half a minute, SHA-1. */
const period = 30
/** a clock that is half a minute off is forgiven */
const window = 1
const recoveryCodes = 10

/** What is shown once, so that an app on the phone learns the secret. */
export interface FactorOffer {
  /** for the QR code */
  readonly uri: string
  /** the same for typing, in groups of four */
  readonly words: string
}

/** Offers a second factor; the same one until it was tried or `afresh`. */
export async function offerFactor(
  parts: FactorParts,
  secret: string,
  { accountId, issuer, afresh = false }: { accountId: number; issuer: string; afresh?: boolean },
): Promise<FactorOffer> {
  return command(parts, async unit => {
    const account = await accountOf(unit, accountId)
    const offered =
      afresh || account.factorOffered === null ? null : opened(secret, account.factorOffered, accountId)
    const key = offered ?? new Secret({ size: 20 }).base32
    if (offered === null)
      await unit.accounts.update([
        { id: accountId, set: { factorOffered: seal(secret, purposeOf(accountId), key) } },
      ])
    return {
      uri: totpOf(key, { issuer, label: account.username }).toString(),
      words: key.replace(/(.{4})(?=.)/g, '$1 '),
    }
  })
}

/**
 * Takes the offered factor into use once a code of it is right, and gives out recovery codes, which nobody sees again.
 * @throws InvalidAnswersProblem at `code`; TooManyAttemptsProblem
 */
export async function confirmFactor(
  parts: FactorParts,
  secret: string,
  { accountId, code, here }: { accountId: number; code: string; here: string },
): Promise<readonly string[]> {
  await countAttempt(parts, attemptAt.code(accountId))
  const codes = newRecoveryCodes()
  await command(parts, async (unit, now) => {
    const { factorOffered } = await accountOf(unit, accountId)
    const key = factorOffered && opened(secret, factorOffered, accountId)
    const step = key ? stepOf(key, code, now) : null
    if (step === null) throw wrongCode()
    await unit.accounts.update([
      { id: accountId, set: { factor: factorOffered, factorOffered: null, factorStep: step } },
    ])
    await unit.credentials.replaceRecoveryCodes(accountId, codes.map(hashOf))
    await unit.sessions.removeOthers(accountId, here)
    await unit.accountEntries.add([{ accountId, kind: 'factorAdded', actorId: accountId, at: now, data: {} }])
  })
  await forgetAttempts(parts, attemptAt.code(accountId))
  return codes
}

/**
 * Whether this code, or recovery code, proves the account's second factor; each is taken once. Both ways it goes it is
 * written into the trail.
 * @throws InvalidAnswersProblem at `code`; TooManyAttemptsProblem
 */
export async function proveFactor(
  parts: FactorParts,
  secret: string,
  { accountId, code }: { accountId: number; code: string },
): Promise<void> {
  await countAttempt(parts, attemptAt.code(accountId))
  const account = await parts.store.read.accounts.byId(accountId)
  const by = account && { accountId, name: account.displayName }
  const proved = command(parts, (unit, now) => prove(unit, secret, { accountId, code, now }))
  await proved.catch(() => noteAccess(parts, { by, kind: 'account.codeRefused' }))
  await proved
  await noteAccess(parts, { by, kind: 'account.codeProved' })
  await forgetAttempts(parts, attemptAt.code(accountId))
}

/**
 * Gives the second factor up, by proving it once more.
 * @throws InvalidAnswersProblem at `code`, also where the role must have one; TooManyAttemptsProblem
 */
export async function removeFactor(
  parts: FactorParts,
  secret: string,
  { accountId, code }: { accountId: number; code: string },
): Promise<void> {
  const account = await parts.store.read.accounts.byId(accountId)
  if (account && (await requiresFactor(parts.store.read.settings, account.role)))
    throw new InvalidAnswersProblem({ code: text('factor.required') })
  await countAttempt(parts, attemptAt.code(accountId))
  await command(parts, async (unit, now) => {
    await prove(unit, secret, { accountId, code, now })
    await clearFactor(unit, accountId)
    await unit.accountEntries.add([
      { accountId, kind: 'factorRemoved', actorId: accountId, at: now, data: {} },
    ])
  })
  await forgetAttempts(parts, attemptAt.code(accountId))
}

/** Takes an account's second factor away, with its recovery codes. */
export async function clearFactor(unit: Unit, accountId: number): Promise<void> {
  await unit.accounts.update([
    { id: accountId, set: { factor: null, factorOffered: null, factorStep: null } },
  ])
  await unit.credentials.replaceRecoveryCodes(accountId, [])
}

async function prove(
  unit: Unit,
  secret: string,
  { accountId, code, now }: { accountId: number; code: string; now: Instant },
): Promise<void> {
  const { factor, factorStep } = await accountOf(unit, accountId)
  const key = factor && opened(secret, factor, accountId)
  const step = key ? stepOf(key, code, now) : null
  if (step !== null && (factorStep === null || step > factorStep)) {
    await unit.accounts.update([{ id: accountId, set: { factorStep: step } }])
    return
  }
  const codeHash = hashOf(code)
  const recovery = (await unit.credentials.recoveryCodes(accountId)).find(
    one => one.codeHash === codeHash && one.usedAt === null,
  )
  if (!recovery) throw wrongCode()
  await unit.credentials.useRecoveryCode(recovery.id, now)
  await unit.accountEntries.add([{ accountId, kind: 'recoveryUsed', actorId: accountId, at: now, data: {} }])
}

/** The half minute that a code belongs to; null when it is of none near now. */
function stepOf(key: string, typed: string, now: Instant): number | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = Date.parse(now)
  const delta = totpOf(key).validate({ token, timestamp, window })
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta
}

function totpOf(key: string, named: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...named, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(key) })
}

/** Eighty random bits each, in letters and figures that are not mistaken for one another. */
function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () =>
    new Secret({ buffer: Uint8Array.from(randomBytes(10)).buffer }).base32
      .toLowerCase()
      .replace(/(.{4})(?=.)/g, '$1-'),
  )
}

function hashOf(code: string): string {
  return tokenHash(code.toLowerCase().replace(/[\s-]/g, ''))
}

function purposeOf(accountId: number): string {
  return `second factor of account ${accountId}`
}

function opened(secret: string, sealed: string, accountId: number): string | null {
  return unseal(secret, purposeOf(accountId), sealed)
}

async function accountOf(unit: Unit, id: number): Promise<StoredAccount> {
  const account = await unit.accounts.byId(id)
  if (!account?.active) throw new NotFoundProblem(text('account.what'))
  return account
}

function wrongCode(): InvalidAnswersProblem {
  return new InvalidAnswersProblem({ code: text('factor.wrong') })
}
