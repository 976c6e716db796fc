import { guards } from './0007-append-only.js'
import { migration, type Migration } from './migration.js'

/**
 * What keeps an account its owner's: passwords before this one, a second factor and its recovery codes, links by which a
 * first password is chosen, tries at the sign-in, and who changed what about whom.
 */
export const accounts: Migration = {
  name: '0028-accounts',
  statements: dialect => [...tables.statements(dialect), ...guards[dialect]('account_entry')],
}

const tables = migration('0028-accounts', [
  `alter table account add column change_due_since text`,
  `alter table account add column factor text`,
  `alter table account add column factor_offered text`,
  `alter table account add column factor_step integer`,
  `alter table account add column subject text`,
  `create unique index account_subject on account (subject) where subject is not null`,

  `alter table session add column device text`,
  `alter table session add column awaits text`,

  `create table former_password (
    id {id},
    account_id integer not null references account (id),
    password_hash text not null,
    replaced_at text not null
  ) {strict}`,
  `create index former_password_account on former_password (account_id)`,

  `create table recovery_code (
    id {id},
    account_id integer not null references account (id),
    code_hash text not null,
    used_at text
  ) {strict}`,
  `create index recovery_code_account on recovery_code (account_id)`,

  `create table invitation (
    id {id},
    account_id integer not null references account (id),
    token_hash text not null unique,
    expires_at text not null
  ) {strict}`,
  `create index invitation_account on invitation (account_id)`,

  `create table attempt (
    what_hash text primary key,
    count integer not null,
    last_at text not null,
    locked_until text
  ) {strict}`,
  `create index attempt_last on attempt (last_at)`,

  `create table account_entry (
    id {id},
    account_id integer not null references account (id),
    kind text not null,
    actor_id integer references account (id),
    at text not null,
    data text not null
  ) {strict}`,
  `create index account_entry_account on account_entry (account_id)`,
  `create index account_entry_actor on account_entry (actor_id)`,
])
