import { migration } from './migration.js'

/**
 * What the ledger is filtered by beyond its first indexes, each in the order of the pages; what goes back, by when it
 * did; the views that people saved; and who took what out of the house.
 */
export const ledger = migration('0030-ledger', [
  `create index case_of_window on grievance_case (window_id, registered_at, id) where window_id is not null`,
  `create index case_of_channel on grievance_case (channel, registered_at, id)`,
  `create index case_of_outcome on grievance_case (outcome, registered_at, id) where outcome is not null`,
  `create index case_of_satisfaction on grievance_case (satisfaction, registered_at, id)
    where satisfaction is not null`,
  `create index case_of_recurrence on grievance_case (registered_at, id) where recurrence <> 'no'`,
  `create index case_of_barrier on grievance_case (registered_at, id) where hidden_barrier = 1`,

  `create index rectification_returned on rectification (returned_at, case_id) where returned_at is not null`,
  `create index case_department_said on case_department (confirmation, confirmed_at, case_id)
    where confirmation is not null`,
  `create index history_given_back on history_entry (at, case_id) where kind = 'task.returned'`,
  `create index history_reassigned on history_entry (at, case_id) where kind = 'task.reassigned'`,
  // what stood open at a node on a day: what was opened before, closed after
  `create index user_task_of_activity on user_task (activity_id, opened_at, closed_at, case_id)`,

  `create table ledger_view (
    id {id},
    account_id integer not null references account (id),
    name text not null,
    query text not null,
    created_at text not null,
    unique (account_id, name)
  ) {strict}`,

  `create index ledger_view_account on ledger_view (account_id, id)`,

  // each export is noted before its first line leaves; one that is large is written to a file first
  `create table ledger_export (
    id {id},
    account_id integer not null references account (id),
    at text not null,
    kind text not null,
    query text not null,
    total integer not null,
    state text not null,
    finished_at text
  ) {strict}`,
  `create index ledger_export_account on ledger_export (account_id, id)`,
  `create index ledger_export_written on ledger_export (finished_at) where state = 'written'`,
])
