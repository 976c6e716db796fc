import type { Knex } from 'knex'
import type { ContactKeys } from './keys.js'

/** What the connections of a database are made with, so that whatever is asked over them can be opened. */
export interface Sealing {
  readonly contactKeys: ContactKeys | undefined
}

/** The keys of the database that a connection, a transaction or a query is of; undefined where it was opened without. */
export function keysOf(knex: object): ContactKeys | undefined {
  return (knex as { client?: { config?: Partial<Sealing> } }).client?.config?.contactKeys
}

/** The same, for who cannot do without. */
export function contactKeysOf(knex: Knex): ContactKeys {
  const keys = keysOf(knex)
  if (!keys) throw new Error('The database was opened without the keys of contact fields')
  return keys
}
