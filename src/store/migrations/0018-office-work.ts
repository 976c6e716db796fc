import { migration } from './migration.js'

/**
 * What of which item a rectification changes, and which earlier one it is the same as; and 协办: another department that
 * is asked during the work, with its answer.
 */
export const officeWork = migration('0018-office-work', [
  `alter table rectification add column item_name text`,
  `alter table rectification add column part text`,
  `alter table rectification add column same_as integer references rectification (id)`,
  `create index rectification_department on rectification (department_id, id)`,

  `create table assistance (
    id {id},
    case_id integer not null references grievance_case (id),
    department_id integer not null references department (id),
    request text not null,
    asked_at text not null,
    asked_by integer not null references account (id),
    answer text,
    answered_at text,
    answered_by integer references account (id)
  ) {strict}`,
  `create index assistance_case on assistance (case_id, id)`,
  `create index assistance_department on assistance (department_id, case_id)`,
])
