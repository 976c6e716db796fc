import { migration } from './migration.js'

/** What was done about a case: calls, rectifications, supervision; the history and the record of unmasked looks. */
export const casework = migration('0006-casework', [
  `create table call_record (
    id {id},
    case_id integer not null references grievance_case (id),
    task_id integer references user_task (id),
    at text not null,
    "by" integer references account (id),
    number text not null,
    result text not null,
    said text,
    understood integer
  ) {strict}`,
  `create index call_record_case on call_record (case_id, at)`,

  `create table rectification (
    id {id},
    case_id integer not null references grievance_case (id),
    department_id integer not null references department (id),
    item_key text not null,
    cause text,
    element text not null,
    before_text text,
    after_text text,
    basis text,
    effective_on text,
    evidence text,
    published_at text,
    prevention text,
    submitted_at text not null,
    submitted_by integer references account (id),
    accepted_at text,
    accepted_by integer references account (id),
    returned_at text,
    returned_by integer references account (id),
    returned_reason text
  ) {strict}`,
  `create index rectification_case on rectification (case_id, id)`,
  `create index rectification_open on rectification (case_id) where accepted_at is null and returned_at is null`,
  `create index rectification_item on rectification (item_key, accepted_at)
    where accepted_at is not null`,
  `create index rectification_accepted on rectification (accepted_at) where accepted_at is not null`,

  `create table supervision (
    id {id},
    case_id integer not null references grievance_case (id),
    deadline_id integer references deadline (id),
    kind text not null,
    number text unique,
    message text not null,
    at text not null,
    "by" integer references account (id)
  ) {strict}`,
  `create index supervision_case on supervision (case_id, at)`,
  `create index supervision_deadline on supervision (deadline_id)`,
  `create index supervision_at on supervision (at, id)`,

  `create table history_entry (
    id {id},
    case_id integer references grievance_case (id),
    instance_id integer references process_instance (id),
    at text not null,
    actor_id integer references account (id),
    actor_name text,
    kind text not null,
    activity_id text,
    activity_name text,
    data text
  ) {strict}`,
  `create index history_case on history_entry (case_id, id)`,
  `create index history_instance on history_entry (instance_id, id)`,

  `create table disclosure (
    id {id},
    case_id integer not null references grievance_case (id),
    account_id integer not null references account (id),
    at text not null,
    reason text not null
  ) {strict}`,
  `create index disclosure_case on disclosure (case_id, at)`,
  `create index disclosure_account on disclosure (account_id, at)`,
])
