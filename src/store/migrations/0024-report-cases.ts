import type { Dialect } from '../dialect.js'
import { migration, type Migration } from './migration.js'

const name = '0024-report-cases'

/** The columns of a report's case that figures are broken down by. */
const parts = ['place', 'channel', 'reporter_kind', 'department', 'failed_stage', 'verdict', 'cause', 'item']

const tables = migration(name, [
  `alter table quarter_report add column computed_at text`,
  `alter table quarter_report add column drafted text`,
  `alter table quarter_report add column examples text`,

  `create table report_case (
    report_id integer not null references quarter_report (id),
    case_id integer not null references grievance_case (id),
    number text not null,
    position integer,
    line text not null,
    ${parts.map(part => `${part} text`).join(', ')},
    primary key (report_id, case_id)
  ) {strict}`,
  `create index report_case_case on report_case (case_id)`,
  `create unique index report_case_position on report_case (report_id, position) where position is not null`,

  `create table report_evidence (
    report_id integer not null references quarter_report (id),
    figure text not null,
    position integer not null,
    case_id integer not null,
    why text,
    primary key (report_id, figure, position)
  ) {strict}`,
])

const counted = ['report_case', 'report_evidence']

/** A frozen report keeps its cases as it keeps its figures: the database itself refuses to change them. */
const guards: Record<Dialect, () => string[]> = {
  sqlite: () =>
    counted.flatMap(table =>
      (['insert', 'update', 'delete'] as const).map(
        act =>
          `create trigger ${table}_frozen_${act} before ${act} on ${table}
            when (select frozen_at from quarter_report where id = ${act === 'insert' ? 'new' : 'old'}.report_id) is not null
            begin select raise(abort, '${table} of a frozen report stays'); end`,
      ),
    ),
  postgres: () => [
    `create function refuse_frozen() returns trigger language plpgsql as $$
      declare report integer;
      begin
        report := case when tg_op = 'INSERT' then new.report_id else old.report_id end;
        if (select frozen_at from quarter_report where id = report) is not null then
          raise exception '% of a frozen report stays', tg_table_name;
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`,
    ...counted.map(
      table =>
        `create trigger ${table}_frozen before insert or update or delete on ${table}
          for each row execute function refuse_frozen()`,
    ),
  ],
}

/** The cases of a quarter's report, each with its line of the ledger, and which of them each figure counts (R20). */
export const reportCases: Migration = {
  name,
  statements: dialect => [...tables.statements(dialect), ...guards[dialect]()],
}
