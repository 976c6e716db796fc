import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { instant, integer, nullable, oneOf, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows, updateRows } from './writes.js'

/** Somebody is signed in. The token itself is only in the browser; here is its hash. */
const sessionTable = {
  name: 'session',
  columns: {
    id: integer,
    tokenHash: text,
    accountId: integer,
    createdAt: instant,
    seenAt: instant,
    expiresAt: instant,
    /** the browser and the system, as the sign-in told them */
    device: nullable(text),
    /** the password was right, and the second factor is not shown yet */
    awaits: nullable(oneOf('code')),
  },
}

export type StoredSession = RowOf<typeof sessionTable.columns>
export type NewSession = NewRowOf<typeof sessionTable.columns>

/** Sessions, for reading. */
export function readSessions(knex: Knex) {
  const { columns, name } = sessionTable
  return {
    byTokenHash: (tokenHash: string): Promise<StoredSession | null> =>
      rowOf(columns, knex(name).where({ token_hash: tokenHash })),

    ofAccount: (accountId: number): Promise<StoredSession[]> =>
      rowsOf(columns, knex(name).where({ account_id: accountId }).orderBy('seen_at', 'desc')),
  }
}

/** Sessions, for signing in and out. */
export function sessionStore(knex: Knex) {
  const { name } = sessionTable
  return {
    ...readSessions(knex),

    insert: (sessions: readonly NewSession[]): Promise<number[]> => insertRows(knex, sessionTable, sessions),

    /** Seen again: the expiry moves. */
    touch: (changes: readonly { id: number; seenAt: Instant; expiresAt: Instant }[]): Promise<number[]> =>
      updateRows(
        knex,
        sessionTable,
        changes.map(({ id, ...set }) => ({ id, set })),
      ),

    /** Signs out; says how many sessions that ended. */
    remove: (ids: readonly number[]): Promise<number> => knex(name).whereIn('id', ids).delete(),

    /** Signs the account out everywhere. */
    removeOfAccount: (accountId: number): Promise<number> =>
      knex(name).where({ account_id: accountId }).delete(),

    /** Signs the account out everywhere but here. */
    removeOthers: (accountId: number, tokenHash: string): Promise<number> =>
      knex(name).where({ account_id: accountId }).whereNot({ token_hash: tokenHash }).delete(),

    removeExpired: (now: Instant): Promise<number> => knex(name).where('expires_at', '<=', now).delete(),
  }
}
