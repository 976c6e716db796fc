import type { Dialect } from '../dialect.js'
import type { Migration } from './migration.js'

/**
 * Contact fields are sealed. A person's cases are found by a blind index instead of the number, and what names and
 * numbers were found by goes, text and pairs: the sealing that follows writes what takes its place.
 */
export const sealing: Migration = {
  name: '0031-sealing',
  statements: dialect => [
    `alter table grievance_case add column contact_index text`,
    `drop index case_of_contact`,
    `create index case_of_contact on grievance_case (contact_index, registered_at)`,
    withoutDialled[dialect],
    `drop table case_text`,
    `create table case_text (
      case_id integer primary key references grievance_case (id),
      words text not null
    )${dialect === 'sqlite' ? ' strict' : ''}`,
    `drop table case_pair`,
    ...pairs[dialect],
    `delete from setting where key = 'cases indexed'`,
  ],
}

/** The number that was dialled stands in the record of the call, and nowhere else. */
const withoutDialled: Record<Dialect, string> = {
  sqlite: `update grievance_case set facts = json_remove(facts, '$.callNumber')
    where json_extract(facts, '$.callNumber') is not null`,
  postgres: `update grievance_case set facts = (cast(facts as jsonb) - 'callNumber')::text
    where facts like '%"callNumber"%'`,
}

/** As in 0023-search. */
const pairs: Record<Dialect, readonly string[]> = {
  sqlite: [
    `create virtual table case_pair using fts5
      (pairs, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
  ],
  postgres: [
    `create table case_pair (rowid integer primary key, pairs tsvector not null)`,
    `create index case_pair_pairs on case_pair using gin (pairs) with (fastupdate = off)`,
  ],
}
