import { migration } from './migration.js'

/**
 * What the supervisor's board asks for: when a case last went forward, what each step takes, and which forms of the
 * board were sent already.
 */
export const board = migration('0012-board', [
  // kept by the history (see movement.ts): the cases that nothing has happened to are read off an index
  `alter table grievance_case add column moved_at text`,
  `update grievance_case set moved_at = coalesce(
    (select max(h.at) from history_entry h
      where h.case_id = grievance_case.id and h.kind in ('case.registered', 'task.completed')),
    registered_at)`,
  `create index case_still on grievance_case (moved_at, id) where closed_at is null`,
  // the newest completions of an activity: what its median is made from
  `create index user_task_completed on user_task (activity_id, closed_at, opened_at, instance_id)
    where close_kind = 'completed'`,
  // the insert is the claim: a form sent twice does what it asks once
  `create table submission (
    id text primary key,
    at text not null,
    "by" integer references account (id),
    outcome text
  ) {strict}`,
])
