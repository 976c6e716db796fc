import { migration } from './migration.js'

/**
 * What a citizen asks about their own data: to correct it, to erase it, to use it no further, with the day of the answer;
 * and since when a case is kept and used for nothing else.
 */
export const citizensRights = migration('0033-citizens-rights', [
  `create table privacy_request (
    id {id},
    case_id integer not null references grievance_case (id),
    kind text not null,
    channel text not null,
    words text not null,
    reporter_name text,
    agent_name text,
    contact text,
    asked_at text not null,
    asked_by integer references account (id),
    due_on text not null,
    decision text,
    ground text,
    answer text,
    proof text,
    told text,
    decided_at text,
    decided_by integer references account (id)
  ) {strict}`,
  // of each kind one at a time: the same form sent twice asks once
  `create unique index privacy_request_open on privacy_request (case_id, kind) where decided_at is null`,
  `create index privacy_request_due on privacy_request (due_on, id) where decided_at is null`,
  `create index privacy_request_decided on privacy_request (id) where decided_at is not null`,
  `create index privacy_request_case on privacy_request (case_id, id)`,

  `alter table grievance_case add column restricted_at text`,
])
