import { migration } from './migration.js'

/** Where the windows are, who works there, who is signed in; the settings and the counters of the house. */
export const peopleAndPlaces = migration('0001-people-and-places', [
  `create table place (
    id {id},
    parent_id integer references place (id),
    kind text not null,
    name text not null,
    active integer not null
  ) {strict}`,
  `create index place_parent on place (parent_id)`,

  `create table place_window (
    id {id},
    place_id integer not null references place (id),
    name text not null,
    active integer not null
  ) {strict}`,
  `create index place_window_place on place_window (place_id)`,

  `create table department (
    id {id},
    name text not null unique,
    active integer not null
  ) {strict}`,

  `create table account (
    id {id},
    username text not null unique,
    password_hash text not null,
    display_name text not null,
    role text not null,
    place_id integer references place (id),
    department_id integer references department (id),
    active integer not null,
    created_at text not null
  ) {strict}`,
  `create index account_role on account (role)`,

  `create table liaison (
    id {id},
    department_id integer not null references department (id),
    account_id integer not null references account (id),
    kind text not null,
    valid_from text not null,
    valid_until text
  ) {strict}`,
  `create index liaison_department on liaison (department_id)`,
  `create index liaison_account on liaison (account_id)`,

  `create table session (
    id {id},
    token_hash text not null unique,
    account_id integer not null references account (id),
    created_at text not null,
    seen_at text not null,
    expires_at text not null
  ) {strict}`,
  `create index session_account on session (account_id)`,
  `create index session_expiry on session (expires_at)`,

  `create table setting (key text primary key, value text not null) {strict}`,
  `create table counter (name text primary key, value integer not null) {strict}`,
])
