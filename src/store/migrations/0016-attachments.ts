import { migration } from './migration.js'

/** Pictures and papers of a case. The bytes are files of the data directory, named by their hash. */
export const attachments = migration('0016-attachments', [
  `create table attachment (
    id {id},
    case_id integer references grievance_case (id),
    submission_id text,
    user_task_id integer references user_task (id),
    at text not null,
    "by" integer references account (id),
    kind text not null,
    name text not null,
    type text not null,
    size integer not null,
    sha256 text not null,
    thumbnail_sha256 text,
    note text,
    scan text not null,
    removed_at text,
    removed_by integer references account (id),
    removed_why text
  ) {strict}`,
  `create index attachment_case on attachment (case_id)`,
  // those of reports that are still being filled in; few, and gone after two days
  `create index attachment_waiting on attachment (submission_id) where case_id is null`,
  `create index attachment_content on attachment (sha256)`,
  `create index attachment_thumbnail on attachment (thumbnail_sha256) where thumbnail_sha256 is not null`,
  `create index attachment_unscanned on attachment (id) where scan = 'pending'`,
])
