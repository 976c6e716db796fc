import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { instant, integer, nullable, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { insertRows, updateRows } from './writes.js'

/** A password that an account had. */
const formerTable = {
  name: 'former_password',
  columns: { id: integer, accountId: integer, passwordHash: text, replacedAt: instant },
}

/** A code for the day when the phone is lost; each opens once. */
const recoveryTable = {
  name: 'recovery_code',
  columns: { id: integer, accountId: integer, codeHash: text, usedAt: nullable(instant) },
}

/** A link by which somebody chooses their password: once, and for a few days. */
const invitationTable = {
  name: 'invitation',
  columns: { id: integer, accountId: integer, tokenHash: text, expiresAt: instant },
}

export type StoredInvitation = RowOf<typeof invitationTable.columns>

/** What proves who somebody is, beside the password of today; for reading. */
export function readCredentials(knex: Knex) {
  return {
    /** The hashes of the latest passwords before this one. */
    async formerPasswords(accountId: number, count: number): Promise<string[]> {
      const query = knex(formerTable.name).where({ account_id: accountId }).orderBy('id', 'desc').limit(count)
      return (await rowsOf(formerTable.columns, query)).map(row => row.passwordHash)
    },

    recoveryCodes: (accountId: number): Promise<RowOf<typeof recoveryTable.columns>[]> =>
      rowsOf(recoveryTable.columns, knex(recoveryTable.name).where({ account_id: accountId }).orderBy('id')),

    invitation: (tokenHash: string): Promise<StoredInvitation | null> =>
      rowOf(invitationTable.columns, knex(invitationTable.name).where({ token_hash: tokenHash })),
  }
}

/** What proves who somebody is, beside the password of today. */
export function credentialStore(knex: Knex) {
  return {
    ...readCredentials(knex),

    addFormerPassword: (row: NewRowOf<typeof formerTable.columns>): Promise<number[]> =>
      insertRows(knex, formerTable, [row]),

    /** Instead of those there were. */
    async replaceRecoveryCodes(accountId: number, codeHashes: readonly string[]): Promise<void> {
      await knex(recoveryTable.name).where({ account_id: accountId }).delete()
      await insertRows(
        knex,
        recoveryTable,
        codeHashes.map(codeHash => ({ accountId, codeHash })),
      )
    },

    useRecoveryCode: (id: number, usedAt: Instant): Promise<number[]> =>
      updateRows(knex, recoveryTable, [{ id, set: { usedAt } }]),

    /** Instead of one that was given out before: only the newest opens. */
    async invite(row: NewRowOf<typeof invitationTable.columns>): Promise<void> {
      await knex(invitationTable.name).where({ account_id: row.accountId }).delete()
      await insertRows(knex, invitationTable, [row])
    },

    removeInvitationsOf: (accountId: number): Promise<number> =>
      knex(invitationTable.name).where({ account_id: accountId }).delete(),
  }
}
