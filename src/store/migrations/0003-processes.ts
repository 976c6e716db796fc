import { migration } from './migration.js'

/** The diagrams in force, the situations they can be in (each stored once), and the runs that stand there. */
export const processes = migration('0003-processes', [
  `create table process_definition (
    id {id},
    key text not null,
    version integer not null,
    name text not null,
    xml text not null,
    sha256 text not null,
    reason text,
    deployed_at text not null,
    deployed_by integer references account (id),
    unique (key, version)
  ) {strict}`,

  `create table engine_state (
    id {id},
    definition_id integer not null references process_definition (id),
    hash text not null,
    body text not null,
    waits text not null,
    ended integer not null,
    unique (definition_id, hash)
  ) {strict}`,

  // the subject is a case or a report, as subject_kind says: no foreign key can
  `create table process_instance (
    id {id},
    definition_id integer not null references process_definition (id),
    subject_kind text not null,
    subject_id integer not null,
    state_id integer not null references engine_state (id),
    revision integer not null,
    started_at text not null,
    ended_at text,
    end_events text not null
  ) {strict}`,
  `create index process_instance_subject on process_instance (subject_kind, subject_id)`,
  `create index process_instance_definition on process_instance (definition_id)`,
  // the heat map counts the running instances by where they stand
  `create index process_instance_running on process_instance (definition_id, state_id) where ended_at is null`,
])
