import type { Dialect } from '../dialect.js'
import type { Migration } from './migration.js'

/**
 * What cases are found by: their words as they are searched, and an index of every two neighbouring characters, which
 * is a table of its own named alike on both databases. The words decide; the index only says where to look.
 */
export const search: Migration = {
  name: '0023-search',
  statements: dialect => [
    `create table case_text (
      case_id integer primary key references grievance_case (id),
      words text not null,
      person text not null
    )${dialect === 'sqlite' ? ' strict' : ''}`,
    ...index[dialect],
  ],
}

const index: Record<Dialect, readonly string[]> = {
  // keeps the lists of cases and nothing else: neither the text again nor where in it a pair stands
  sqlite: [
    `create virtual table case_pair using fts5
      (pairs, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
  ],
  postgres: [
    `create table case_pair (rowid integer primary key, pairs tsvector not null)`,
    `create index case_pair_pairs on case_pair using gin (pairs) with (fastupdate = off)`,
  ],
}
