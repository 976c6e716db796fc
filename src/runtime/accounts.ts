import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { localDateOf } from '../calendar/index.js'
import type { Actor } from '../casework/actor.js'
import { WrongCredentialsProblem } from '../casework/problem.js'
import type { Role } from '../casework/role.js'
import type { Clock, Instant } from '../clock.js'
import type { NewSession as NewSessionRow, Readers, StoredAccount } from '../store/index.js'
import { noteAccess } from './accesses.js'
import { attemptAt, countAttempt, forgetAttempts } from './credentials/attempts.js'
import { requiresFactor } from './credentials/sign-in-rules.js'
import type { Parts } from './parts.js'

/** Argon2id with OWASP’s first recommendation (19 MiB, two passes); the library’s own default algorithm is Argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash that no password has, so that a name that nobody has, or has no password to, takes as long as a wrong one. */
let decoy: Promise<string> | undefined

/** Whose password it was, and whether a code of the second factor is wanted yet. */
export interface SignedIn {
  readonly actor: Actor
  readonly awaits: 'code' | null
}

/**
 * Both ways it goes it is written into the trail; the name that was typed is not, for it may be a password.
 * @throws WrongCredentialsProblem, which does not tell a wrong name from a wrong password; TooManyAttemptsProblem, which
 * does not tell a name that somebody has from one that nobody has
 */
export async function signIn(
  parts: Pick<Parts, 'store' | 'clock'>,
  { username, password, address }: { username: string; password: string; address?: string | undefined },
): Promise<SignedIn> {
  const what = attemptAt.password(username)
  await countAttempt(parts, what)
  const account = await parts.store.read.accounts.byUsername(username.trim())
  decoy ??= hash(randomBytes(32), cost)
  const kept = account?.passwordHash ?? ''
  const fits = await verify(kept === '' ? await decoy : kept, password.slice(0, 200)).catch(() => false)
  const right = fits && kept !== ''
  const by = account && { accountId: account.id, name: account.displayName }
  const known = account?.active && right
  await noteAccess(parts, { by, address, kind: known ? 'account.signedIn' : 'account.signInFailed' })
  if (!known) throw new WrongCredentialsProblem()
  await forgetAttempts(parts, what)
  return { actor: await actorOfAccount(parts, account), awaits: account.factor === null ? null : 'code' }
}

/** The hash that is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/**
 * Who this account acts as now: a liaison, main or stand-in, speaks for the department that the register says on this day
 * (R21), and for none before their term and after it.
 */
export async function actorOfAccount(
  parts: { readonly store: { readonly read: Pick<Readers, 'places'> }; readonly clock: Clock },
  account: StoredAccount,
): Promise<Actor> {
  const speaksFor =
    account.role === 'liaison'
      ? await parts.store.read.places.liaisonsBy(account.id, localDateOf(parts.clock.now()))
      : []
  return {
    accountId: account.id,
    name: account.displayName,
    role: account.role,
    placeId: account.placeId,
    departmentId: account.role === 'liaison' ? (speaksFor[0]?.departmentId ?? null) : null,
  }
}

/** What stands between a password that was right and the pages. */
export type Gate = 'code' | 'password' | 'factor'

/** A session with whose it is, and the gate that has to be passed first. */
export interface FoundSession {
  readonly actor: Actor
  readonly seenAt: Instant
  readonly expiresAt: Instant
  readonly gate: Gate | null
}

/** A person whom a provider vouches for has their password and their second factor there. */
async function gateOf(
  { store }: Pick<Parts, 'store'>,
  { role, factor, subject, changeDueSince }: StoredAccount,
): Promise<Gate | null> {
  if (subject !== null) return null
  if (changeDueSince !== null) return 'password'
  return factor === null && (await requiresFactor(store.read.settings, role)) ? 'factor' : null
}

/** Where sessions are kept, in the shape the pages ask for: only hashes of tokens. */
export function sessionPort(parts: Pick<Parts, 'store' | 'clock'>) {
  const { store, clock } = parts
  return {
    async find(tokenHash: string): Promise<FoundSession | null> {
      const session = await store.read.sessions.byTokenHash(tokenHash)
      const account = session && (await store.read.accounts.byId(session.accountId))
      if (!session || !account?.active) return null
      return {
        actor: await actorOfAccount(parts, account),
        seenAt: session.seenAt,
        expiresAt: session.expiresAt,
        gate: session.awaits ?? (await gateOf(parts, account)),
      }
    },
    async create(session: NewSession): Promise<void> {
      const now = clock.now()
      await store.transaction(unit => unit.sessions.insert([{ ...session, createdAt: now, seenAt: now }]))
    },
    async touch(tokenHash: string): Promise<void> {
      await store.transaction(async unit => {
        const session = await unit.sessions.byTokenHash(tokenHash)
        if (session)
          await unit.sessions.touch([{ id: session.id, seenAt: clock.now(), expiresAt: session.expiresAt }])
      })
    },
    async remove(tokenHash: string): Promise<void> {
      await store.transaction(async unit => {
        const session = await unit.sessions.byTokenHash(tokenHash)
        if (!session) return
        await unit.sessions.remove([session.id])
        const account = await unit.accounts.byId(session.accountId)
        await unit.accesses.record([
          {
            at: clock.now(),
            kind: 'account.signedOut',
            actorId: session.accountId,
            actorName: account?.displayName ?? null,
          },
        ])
      })
    },
  }
}

type NewSession = Omit<NewSessionRow, 'createdAt' | 'seenAt'>

/** A person to be added by the administrator or by the seed. */
export interface NewPerson {
  readonly username: string
  readonly password: string
  readonly displayName: string
  readonly role: Role
  readonly placeId: number | null
  readonly departmentId: number | null
  /** A liaison is the main one unless it is said. */
  readonly liaison?: 'main' | 'standIn'
  /** The password was chosen by somebody else: the person replaces it at the first sign-in. */
  readonly mustChange?: boolean
}

/** Adds accounts; a liaison is entered into the register from today on. */
export async function addPeople(
  parts: Pick<Parts, 'store' | 'clock'>,
  people: readonly NewPerson[],
): Promise<void> {
  const hashes = await Promise.all(people.map(person => hashPassword(person.password)))
  const now = parts.clock.now()
  await parts.store.transaction(async unit => {
    const ids = await unit.accounts.insert(
      people.map(({ password: _, liaison: __, mustChange = false, ...person }, index) => ({
        ...person,
        passwordHash: hashes[index] ?? '',
        active: true,
        createdAt: now,
        changeDueSince: mustChange ? now : null,
      })),
    )
    await unit.places.addLiaisons(
      people.flatMap((person, index) =>
        person.role === 'liaison' && person.departmentId !== null
          ? [
              {
                departmentId: person.departmentId,
                accountId: ids[index] ?? 0,
                kind: person.liaison ?? 'main',
                validFrom: localDateOf(now),
                validUntil: null,
              },
            ]
          : [],
      ),
    )
  })
}
