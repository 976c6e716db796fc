import { guards } from './0007-append-only.js'
import { migration, type Migration } from './migration.js'

/**
 * The audit trail: each row of the append-only tables is linked to the one before, the links are signed from time to
 * time, and who came in, looked and took away is remembered beside what changed. What stood in the tables before is
 * linked when this has run, in the same transaction.
 */
export const trail: Migration = {
  name: '0026-trail',
  statements: dialect => [
    ...tables.statements(dialect),
    ...['trail_link', 'trail_head', 'access_entry'].flatMap(guards[dialect]),
  ],
}

const tables = migration('0026-trail', [
  `create table trail_link (
    position integer primary key,
    source text not null,
    row_key text not null,
    digest text not null,
    hash text not null,
    unique (source, row_key)
  ) {strict}`,

  `create table trail_head (
    position integer primary key,
    hash text not null,
    at text not null,
    key_id text not null,
    signature text not null
  ) {strict}`,

  `create table access_entry (
    id {id},
    at text not null,
    actor_id integer references account (id),
    actor_name text,
    kind text not null,
    case_id integer references grievance_case (id),
    address text,
    data text
  ) {strict}`,
  `create index access_at on access_entry (at, id)`,
  `create index access_actor on access_entry (actor_id, at, id)`,
  `create index access_case on access_entry (case_id, at, id)`,

  // the auditor asks for a time or a person, whatever the case
  `create index history_at on history_entry (at, id)`,
  `create index history_actor on history_entry (actor_id, at, id)`,
])
