import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { instant, integer, nullable, rowOf, text, type RowOf } from './rows.js'
import { putRows } from './writes.js'

/** Tries at something that can be guessed, such as one account's password: kept until one succeeds. */
const attemptTable = {
  name: 'attempt',
  columns: {
    /** of what is tried; a name that nobody has is counted as one that somebody has */
    whatHash: text,
    count: integer,
    lastAt: instant,
    lockedUntil: nullable(instant),
  },
}

export type StoredAttempt = RowOf<typeof attemptTable.columns>

/** Tries, for reading. */
export function readAttempts(knex: Knex) {
  const { columns, name } = attemptTable
  return {
    of: (whatHash: string): Promise<StoredAttempt | null> =>
      rowOf(columns, knex(name).where({ what_hash: whatHash })),
  }
}

/** Tries, counted. */
export function attemptStore(knex: Knex) {
  const { name } = attemptTable
  return {
    ...readAttempts(knex),
    put: (attempt: StoredAttempt): Promise<void> => putRows(knex, attemptTable, [attempt], ['whatHash']),
    forget: (whatHash: string): Promise<number> => knex(name).where({ what_hash: whatHash }).delete(),
    /** So that a list of made-up names does not stay. */
    removeBefore: (instant: Instant): Promise<number> => knex(name).where('last_at', '<', instant).delete(),
  }
}
