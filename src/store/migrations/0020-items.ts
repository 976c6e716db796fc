import type { Dialect } from '../dialect.js'
import { guards } from './0007-append-only.js'
import { migration, type Migration } from './migration.js'

const tables = migration('0020-items', [
  // 事项库. What cases and rectifications call their item by is the key; it stays when the name changes
  `create table item (
    id {id},
    revision integer not null,
    key text not null unique,
    name text not null,
    pinyin text not null,
    department_id integer references department (id),
    guide_url text,
    guide_version text,
    created_at text not null,
    adopted_at text,
    retired_at text,
    merged_into integer references item (id)
  ) {strict}`,
  `create index item_met on item (pinyin, id) where adopted_at is null`,
  `create index item_listed on item (pinyin, id) where adopted_at is not null`,
  `create index item_merged on item (merged_into)`,

  // every name that an item goes by, its own among them
  `create table item_name (
    key text primary key,
    item_id integer not null references item (id),
    name text not null,
    pinyin text not null,
    initials text not null
  ) {strict}`,
  `create index item_name_item on item_name (item_id)`,

  // who changed what of it; where its guide stands is read from here through the years
  `create table item_entry (
    id {id},
    item_id integer not null references item (id),
    at text not null,
    "by" integer references account (id),
    by_name text,
    kind text not null,
    data text not null
  ) {strict}`,
  `create index item_entry_item on item_entry (item_id, id)`,

  // how often its problems came back
  `create index case_recurred on grievance_case (item_key) where recurrence <> 'no'`,
  `create index rectification_of_item on rectification (item_key, id)`,

  // what was registered before there was a register was met before it
  `insert into item (revision, key, name, pinyin, created_at)
    select 1, item_key, min(item_name), '', min(registered_at) from grievance_case group by item_key`,
  `insert into item_name (key, item_id, name, pinyin, initials)
    select key, id, name, '', '' from item`,
])

/** The register of items. */
export const items: Migration = {
  name: tables.name,
  statements: (dialect: Dialect) => [...tables.statements(dialect), ...guards[dialect]('item_entry')],
}
