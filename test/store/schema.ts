import type { Database } from '../../src/store/index.js'
import type { Knex } from 'knex'

/** What stands in a database: tables with their columns, indexes with what they are on. */
export interface Schema {
  readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly indexes: Readonly<Record<string, string>>
  readonly foreignKeys: readonly string[]
}

/** Reads the schema, in words that are the same for both kinds of SQL. */
export async function schemaOf({ dialect, reader }: Database): Promise<Schema> {
  return dialect === 'sqlite' ? sqliteSchema(reader) : postgresSchema(reader)
}

/** The index of pairs is made as each database makes one (see 0023-search): there is nothing in it to compare. */
function shared(table: string): string {
  return `${table} not like 'case_pair%'`
}

async function sqliteSchema(knex: Knex): Promise<Schema> {
  const columns = await knex.raw<Column[]>(
    `select m.name as "table", c.name as "column", lower(c.type) as type, c."notnull" as required, c.pk > 0 as key
     from sqlite_master m join pragma_table_info(m.name) c
     where m.type = 'table' and m.name not like 'sqlite_%' and ${shared('m.name')} order by m.name, c.cid`,
  )
  const indexes = await knex.raw<Index[]>(
    `select name, sql as definition from sqlite_master where type = 'index' and sql is not null order by name`,
  )
  const keys = await knex.raw<Key[]>(
    `select m.name as "table", k."from" as "column", k."table" as other
     from sqlite_master m join pragma_foreign_key_list(m.name) k where m.type = 'table' order by 1, 2`,
  )
  return schema(columns, indexes, keys)
}

async function postgresSchema(knex: Knex): Promise<Schema> {
  const { rows: columns } = await knex.raw<{ rows: Column[] }>(
    `select c.table_name as table, c.column_name as column, c.data_type as type,
       case when c.is_nullable = 'NO' then 1 else 0 end as required,
       case when k.column_name is null then 0 else 1 end as key
     from information_schema.columns c
     left join (select u.table_name, u.column_name from information_schema.table_constraints t
       join information_schema.key_column_usage u using (constraint_name, table_name)
       where t.constraint_type = 'PRIMARY KEY') k using (table_name, column_name)
     where c.table_schema = 'public' and ${shared('c.table_name')} order by c.table_name, c.ordinal_position`,
  )
  const { rows: indexes } = await knex.raw<{ rows: Index[] }>(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
     where i.schemaname = 'public' and ${shared('i.tablename')} and not exists (
       select 1 from pg_constraint c where c.conname = i.indexname and c.contype in ('p', 'u'))
     order by 1`,
  )
  const { rows: keys } = await knex.raw<{ rows: Key[] }>(
    `select u.table_name as table, u.column_name as column, r.table_name as other
     from information_schema.referential_constraints f
     join information_schema.key_column_usage u using (constraint_name)
     join information_schema.constraint_column_usage r using (constraint_name) order by 1, 2`,
  )
  return schema(columns, indexes, keys)
}

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly required: number
  readonly key: number
}

interface Index {
  readonly name: string
  readonly definition: string
}

interface Key {
  readonly table: string
  readonly column: string
  readonly other: string
}

function schema(columns: readonly Column[], indexes: readonly Index[], keys: readonly Key[]): Schema {
  const tables: Record<string, Record<string, string>> = {}
  for (const { table, column, type, required, key } of columns) {
    const words = [type, key ? 'key' : required ? 'required' : '']
    tables[table] = { ...tables[table], [column]: words.filter(word => word !== '').join(' ') }
  }
  return {
    tables,
    indexes: Object.fromEntries(indexes.map(({ name, definition }) => [name, onWhat(definition)])),
    foreignKeys: keys.map(({ table, column, other }) => `${table}.${column} → ${other}`),
  }
}

/** `create index a on b (c, d) where e` → `b (c, d) where e`, however it is spelt. */
function onWhat(definition: string): string {
  const [, what = ''] = /\bon\s+(.*)$/is.exec(definition) ?? []
  return what
    .toLowerCase()
    .replace('public.', '')
    .replace('using btree ', '')
    .replaceAll(/::text|"/g, '')
    .replace(/where (.*)$/s, (_, condition: string) => `where ${condition.replaceAll(/[()]/g, '')}`)
    .replaceAll(/\s+/g, ' ')
    .trim()
}
