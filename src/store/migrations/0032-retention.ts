import type { Dialect } from '../dialect.js'
import { guards } from './0007-append-only.js'
import { migration, type Migration } from './migration.js'

/**
 * What is kept no longer than it may be: who erased what of the trail and by which rule, which cases are held back, and
 * the guards of the trail's tables, which let a row's words be blanked where an erasure names the row, and nothing else.
 */
export const retention: Migration = {
  name: '0032-retention',
  statements: dialect => [
    ...tables.statements(dialect),
    ...guards[dialect]('erasure_entry'),
    ...shared[dialect],
    ...Object.entries(blanked).flatMap(([table, columns]) => lifted[dialect](table, columns)),
  ],
}

const tables = migration('0032-retention', [
  `alter table grievance_case add column erased_at text`,
  // those erased already are most of the old ones, and are passed over
  `create index case_to_erase on grievance_case (erased_at, closed_at, id) where closed_at is not null`,

  `create table erasure_entry (
    id {id},
    at text not null,
    rule text not null,
    "by" integer references account (id),
    source text not null,
    row_key text not null,
    digest_after text not null
  ) {strict}`,
  `create index erasure_of on erasure_entry (source, row_key, id)`,

  `create table retention_hold (
    id {id},
    case_id integer not null references grievance_case (id),
    at text not null,
    "by" integer not null references account (id),
    reason text not null,
    lifted_at text,
    lifted_by integer references account (id),
    lifted_reason text
  ) {strict}`,
  `create index retention_hold_case on retention_hold (case_id, id)`,
  `create unique index retention_hold_standing on retention_hold (case_id) where lifted_at is null`,

  // what the night looks for: few rows among the many that are blank already
  `create index access_telling on access_entry (at, id) where address is not null or data is not null`,
  `create index disclosure_telling on disclosure (at, id) where reason <> ''`,
  `create index consultation_telling on consultation (at, id) where question <> ''`,
])

/** The columns of the trail that hold people's words or say where somebody was, and those that never change. */
const blanked: Readonly<Record<string, Columns>> = {
  history_entry: {
    words: ['data'],
    fixed: [
      ...['id', 'case_id', 'instance_id', 'at', 'actor_id', 'actor_name'],
      ...['kind', 'activity_id', 'activity_name'],
    ],
  },
  access_entry: {
    words: ['address', 'data'],
    fixed: ['id', 'at', 'actor_id', 'actor_name', 'kind', 'case_id'],
  },
  disclosure: { words: ['reason'], fixed: ['id', 'case_id', 'account_id', 'at'] },
  deadline_entry: {
    words: ['reason', 'data'],
    fixed: ['id', 'deadline_id', 'at', '"by"', 'kind', 'from_due_at', 'to_due_at', 'calendar_version'],
  },
}

interface Columns {
  readonly words: readonly string[]
  readonly fixed: readonly string[]
}

const shared: Record<Dialect, readonly string[]> = {
  sqlite: [],
  postgres: [
    `create function refuse_unless_erased() returns trigger language plpgsql as $$
      begin
        if to_jsonb(new) - tg_argv is distinct from to_jsonb(old) - tg_argv or not exists (
          select 1 from erasure_entry where source = tg_table_name and row_key = old.id::text) then
          raise exception '% is append-only', tg_table_name;
        end if;
        return new;
      end $$`,
  ],
}

const lifted: Record<Dialect, (table: string, columns: Columns) => readonly string[]> = {
  sqlite: (table, { words, fixed }) => [
    `drop trigger ${table}_no_update`,
    `create trigger ${table}_no_update before update of ${fixed.join(', ')} on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
    `create trigger ${table}_no_blanking before update of ${words.join(', ')} on ${table}
      when not exists (
        select 1 from erasure_entry where source = '${table}' and row_key = cast(old.id as text))
      begin select raise(abort, '${table} is append-only'); end`,
  ],
  postgres: (table, { words }) => [
    `drop trigger ${table}_no_change on ${table}`,
    `create trigger ${table}_no_change before delete or truncate on ${table}
      for each statement execute function refuse_change()`,
    `create trigger ${table}_no_update before update on ${table}
      for each row execute function refuse_unless_erased(${words.map(word => `'${word}'`).join(', ')})`,
  ],
}
