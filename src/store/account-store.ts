import type { Knex } from 'knex'
import type { Role } from '../casework/role.js'
import {
  flag,
  instant,
  integer,
  nullable,
  rowOf,
  rowsOf,
  text,
  word,
  type NewRowOf,
  type RowOf,
} from './rows.js'
import { chunks, insertRows, updateRows } from './writes.js'

/** Somebody who can sign in. */
const accountTable = {
  name: 'account',
  columns: {
    id: integer,
    username: text,
    passwordHash: text,
    displayName: text,
    role: word<Role>(),
    placeId: nullable(integer),
    departmentId: nullable(integer),
    active: flag,
    createdAt: instant,
    /** the password was given by somebody else, or has to be replaced for another reason */
    changeDueSince: nullable(instant),
    /** the sealed secret of the second factor; null while there is none */
    factor: nullable(text),
    /** one that was shown but not tried yet */
    factorOffered: nullable(text),
    /** the last half minute whose code was taken: no code is taken twice */
    factorStep: nullable(integer),
    /** who this is to the provider of unified sign-in: its address and its name for the person */
    subject: nullable(text),
  },
}

export type StoredAccount = RowOf<typeof accountTable.columns>
export type NewAccount = NewRowOf<typeof accountTable.columns>

/** Accounts, for reading. */
export function readAccounts(knex: Knex) {
  const { columns, name } = accountTable
  return {
    byId: (id: number): Promise<StoredAccount | null> => rowOf(columns, knex(name).where({ id })),

    byUsername: (username: string): Promise<StoredAccount | null> =>
      rowOf(columns, knex(name).where({ username })),

    bySubject: (subject: string): Promise<StoredAccount | null> =>
      rowOf(columns, knex(name).where({ subject })),

    /** The accounts with these ids, by id. */
    async byIds(ids: readonly number[]): Promise<StoredAccount[]> {
      const found: StoredAccount[] = []
      for (const chunk of chunks(ids)) {
        found.push(...(await rowsOf(columns, knex(name).whereIn('id', chunk).orderBy('id'))))
      }
      return found
    },

    /** Active ones of a role. */
    withRole: (role: Role): Promise<StoredAccount[]> =>
      rowsOf(columns, knex(name).where({ role, active: 1 }).orderBy('id')),

    /** All, active or not. */
    all: (): Promise<StoredAccount[]> => rowsOf(columns, knex(name).orderBy('id')),
  }
}

/** Accounts, for the people page and the sign-in. */
export function accountStore(knex: Knex) {
  return {
    ...readAccounts(knex),

    insert: (accounts: readonly NewAccount[]): Promise<number[]> => insertRows(knex, accountTable, accounts),

    /** Answers the ids that there are not. */
    update: (
      changes: readonly { id: number; set: Partial<Omit<StoredAccount, 'id' | 'createdAt'>> }[],
    ): Promise<number[]> => updateRows(knex, accountTable, changes),
  }
}
