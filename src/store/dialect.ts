import type { Knex } from 'knex'

/** Which of the two kinds of SQL the database speaks. */
export type Dialect = 'sqlite' | 'postgres'

/**
 * An open database. SQLite has one writing connection, where transactions queue, and a few reading ones, which see
 * what was last committed and never wait for the writer. In memory and on PostgreSQL both are the same.
 */
export interface Database {
  readonly dialect: Dialect
  readonly writer: Knex
  readonly reader: Knex
  /** reads what is committed from within a transaction that may see less; on PostgreSQL only */
  readonly beside: Knex
}

/** Which kind of SQL a connection speaks: for the few questions that are asked differently. */
export function dialectOf(knex: Knex): Dialect {
  const { dialect } = knex.client as { dialect: string }
  return dialect === 'sqlite3' ? 'sqlite' : 'postgres'
}
