import { migration } from './migration.js'

/** Cards, papers and pressing reach people: notices with who has read them, and what the pressed say to it. */
export const notices = migration('0011-notices', [
  // whom a limit’s cards reach, as the diagram has it; null is the assignee and the group
  `alter table deadline add column warn text`,

  `create table supervision_reply (
    id {id},
    supervision_id integer not null references supervision (id),
    at text not null,
    "by" integer not null references account (id),
    words text not null
  ) {strict}`,
  `create index supervision_reply_supervision on supervision_reply (supervision_id, id)`,

  // reach is one word for an account, or a role at a place or in a department: a person’s own few are asked by it,
  // each along the index from the newest on, however many there are
  `create table notice (
    id {id},
    at text not null,
    kind text not null,
    reach text not null,
    from_id integer references account (id),
    case_id integer references grievance_case (id),
    task_id integer references user_task (id),
    supervision_id integer references supervision (id),
    words text not null,
    once text unique
  ) {strict}`,
  `create index notice_reach on notice (reach, id)`,
  `create index notice_case on notice (case_id)`,

  `create table notice_reading (
    account_id integer not null references account (id),
    notice_id integer not null references notice (id),
    at text not null,
    primary key (account_id, notice_id)
  ) {strict}`,

  // everything up to this one is read: 全部标为已读 is one row, not one for each notice
  `create table notice_read_through (
    account_id integer primary key references account (id),
    notice_id integer not null references notice (id),
    at text not null
  ) {strict}`,
])
