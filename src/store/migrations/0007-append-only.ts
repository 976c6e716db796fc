import type { Dialect } from '../dialect.js'
import type { Migration } from './migration.js'

/** What happened, happened: the database itself refuses to change or remove these rows, whoever asks. */
export const appendOnly: Migration = {
  name: '0007-append-only',
  statements: dialect => [...shared[dialect], ...tables.flatMap(guards[dialect])],
}

const tables = ['history_entry', 'deadline_move', 'card', 'disclosure']

const shared: Record<Dialect, string[]> = {
  sqlite: [],
  postgres: [
    `create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$`,
  ],
}

/** Statements that make a table of this name append-only. */
export const guards: Record<Dialect, (table: string) => string[]> = {
  sqlite: table =>
    ['update', 'delete'].map(
      act =>
        `create trigger ${table}_no_${act} before ${act} on ${table}
          begin select raise(abort, '${table} is append-only'); end`,
    ),
  postgres: table => [
    `create trigger ${table}_no_change before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ],
}
