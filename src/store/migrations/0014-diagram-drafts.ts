import { migration } from './migration.js'

/**
 * Diagrams being changed. One draft a key, for ever: what was discarded or deployed is only no longer open, so that
 * its revisions stay. What one has saved, another can add to and not destroy.
 */
export const diagramDrafts = migration('0014-diagram-drafts', [
  `create table process_draft (
    id {id},
    key text not null unique,
    name text not null,
    base_id integer references process_definition (id),
    revision integer not null,
    open integer not null,
    saved_at text not null,
    saved_by integer references account (id)
  ) {strict}`,

  `create table process_draft_revision (
    id {id},
    draft_id integer not null references process_draft (id),
    revision integer not null,
    kind text not null,
    xml text not null,
    sha256 text not null,
    saved_at text not null,
    saved_by integer references account (id),
    unique (draft_id, revision)
  ) {strict}`,
])
