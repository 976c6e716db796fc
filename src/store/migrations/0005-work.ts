import { migration } from './migration.js'

/** What is to be done, by whom and by when: the quarter's reports, user tasks, deadlines, jobs, incidents. */
export const work = migration('0005-work', [
  `create table quarter_report (
    id {id},
    quarter text not null,
    version integer not null,
    instance_id integer references process_instance (id),
    figures text,
    text text,
    created_at text not null,
    frozen_at text,
    sent_at text,
    unique (quarter, version)
  ) {strict}`,
  `create index quarter_report_instance on quarter_report (instance_id)`,

  `create table report_acknowledgement (
    report_id integer not null references quarter_report (id),
    account_id integer not null references account (id),
    at text not null,
    remark text,
    primary key (report_id, account_id)
  ) {strict}`,

  // next_deadline_id and next_due_at follow the deadlines that cover the task (see follow-due.ts): they are here so
  // that a list of a hundred thousand tasks is read in the order of its due days
  `create table user_task (
    id {id},
    instance_id integer not null references process_instance (id),
    case_id integer references grievance_case (id),
    report_id integer references quarter_report (id),
    activity_id text not null,
    scope_path text not null,
    slot text not null,
    name text not null,
    candidate_group text,
    place_id integer references place (id),
    department_id integer references department (id),
    element_index integer,
    assignee_id integer references account (id),
    opened_at text not null,
    claimed_at text,
    closed_at text,
    closed_by integer references account (id),
    close_kind text,
    revision integer not null,
    draft text,
    next_deadline_id integer,
    next_due_at text not null
  ) {strict}`,
  `create index user_task_group on user_task (candidate_group, next_due_at, id) where closed_at is null`,
  `create index user_task_place on user_task (place_id, candidate_group, next_due_at, id) where closed_at is null`,
  `create index user_task_department on user_task (department_id, candidate_group, next_due_at, id)
    where closed_at is null`,
  `create index user_task_assignee on user_task (assignee_id, next_due_at, id) where closed_at is null`,
  `create index user_task_open on user_task (next_due_at, id) where closed_at is null`,
  `create index user_task_instance on user_task (instance_id) where closed_at is null`,
  `create index user_task_case on user_task (case_id)`,

  `create table deadline (
    id {id},
    instance_id integer not null references process_instance (id),
    case_id integer references grievance_case (id),
    task_id integer references user_task (id),
    activity_id text not null,
    attached_to text,
    slot text not null,
    name text not null,
    kind text not null,
    calendar text not null,
    budget text not null,
    warn_before text,
    working_days integer,
    promise text,
    paragraph text,
    interrupting integer not null,
    anchor_at text,
    start_on text not null,
    due_on text not null,
    due_at text not null,
    warn_at text,
    provisional integer not null,
    armed_at text not null,
    closed_at text,
    fired_at text
  ) {strict}`,
  // what the timekeeper asks every few seconds: a million pending deadlines must cost no more than a thousand
  `create index deadline_due on deadline (due_at, id) where closed_at is null and fired_at is null`,
  `create index deadline_warn on deadline (warn_at, id)
    where closed_at is null and fired_at is null and warn_at is not null`,
  // how red each department is: read through, but only what is open
  `create index deadline_open on deadline (case_id, kind, due_at, warn_at) where closed_at is null`,
  // re-projection walks all that are pending, batch by batch
  `create index deadline_pending on deadline (id) where closed_at is null and fired_at is null`,
  // the board: what has passed and is still open
  `create index deadline_fired on deadline (due_at, id) where closed_at is null and fired_at is not null`,
  `create index deadline_instance on deadline (instance_id) where closed_at is null`,
  `create index deadline_provisional on deadline (id) where closed_at is null and provisional = 1`,
  `create index deadline_case on deadline (case_id, promise, due_on)`,
  `create index deadline_promise on deadline (promise, due_on) where promise is not null`,

  // one row a card: the insert is the claim
  `create table card (
    deadline_id integer not null references deadline (id),
    level text not null,
    case_id integer references grievance_case (id),
    fired_at text not null,
    primary key (deadline_id, level)
  ) {strict}`,
  `create index card_case on card (case_id)`,

  `create table deadline_move (
    id {id},
    deadline_id integer not null references deadline (id),
    at text not null,
    "by" integer references account (id),
    from_due_at text not null,
    to_due_at text not null,
    reason text not null
  ) {strict}`,
  `create index deadline_move_deadline on deadline_move (deadline_id, id)`,

  `create table job (
    id {id},
    kind text not null,
    instance_id integer references process_instance (id),
    definition_id integer references process_definition (id),
    activity_id text not null,
    slot text,
    topic text,
    payload text,
    due_at text not null,
    attempts integer not null,
    last_error text,
    locked_until text,
    done_at text,
    state text not null
  ) {strict}`,
  `create index job_due on job (due_at, id) where state = 'pending'`,
  `create index job_instance on job (instance_id)`,
  `create index job_definition on job (definition_id)`,

  `create table incident (
    id {id},
    kind text not null,
    instance_id integer references process_instance (id),
    case_id integer references grievance_case (id),
    job_id integer references job (id),
    message text not null,
    detail text,
    opened_at text not null,
    resolved_at text,
    resolved_by integer references account (id)
  ) {strict}`,
  `create index incident_open on incident (id) where resolved_at is null`,
  `create index incident_case on incident (case_id)`,
  `create index incident_instance on incident (instance_id)`,
])
