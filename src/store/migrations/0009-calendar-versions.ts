import type { Dialect } from '../dialect.js'
import { migration, type Migration } from './migration.js'

/**
 * The calendar in versions: a day once arranged is never overwritten, only arranged anew, so that a date which was
 * counted years ago can be counted again on the calendar of then. What stood in the tables before becomes the first
 * version. A change is gathered, looked at and confirmed before it becomes a version.
 */
export const calendarVersions: Migration = {
  name: '0009-calendar-versions',
  statements: dialect => [
    ...tables.statements(dialect),
    ...firstVersion(moment[dialect]),
    'drop table calendar_day',
    'drop table calendar_year',
    ...appendOnly.flatMap(guards[dialect]),
  ],
}

const tables = migration('0009-calendar-versions', [
  `create table calendar_version (
    id {id},
    at text not null,
    "by" integer references account (id),
    reason text
  ) {strict}`,

  `create table calendar_entry (
    scope text not null,
    date text not null,
    version_id integer not null references calendar_version (id),
    kind text not null,
    name text not null,
    source text not null,
    primary key (scope, date, version_id)
  ) {strict}`,
  `create index calendar_entry_version on calendar_entry (version_id)`,

  `create table calendar_announcement (
    scope text not null,
    year integer not null,
    version_id integer not null references calendar_version (id),
    announced integer not null,
    primary key (scope, year, version_id)
  ) {strict}`,
  `create index calendar_announcement_version on calendar_announcement (version_id)`,

  `create table calendar_change (
    id {id},
    revision integer not null,
    created_at text not null,
    created_by integer references account (id),
    arrangement text not null,
    reason text,
    base_version integer,
    job_id integer references job (id),
    confirmed_at text,
    confirmed_by integer references account (id),
    discarded_at text,
    failed_at text,
    failure text,
    applied_at text,
    version_id integer references calendar_version (id),
    looked_at integer,
    moved integer
  ) {strict}`,
  // one change is gathered at a time by each administrator
  `create unique index calendar_change_draft on calendar_change (created_by)
    where confirmed_at is null and discarded_at is null`,
  `create index calendar_change_version on calendar_change (version_id)`,

  `create table calendar_change_move (
    change_id integer not null references calendar_change (id),
    deadline_id integer not null references deadline (id),
    case_id integer references grievance_case (id),
    from_due_on text not null,
    from_due_at text not null,
    from_provisional integer not null,
    to_due_on text not null,
    to_due_at text not null,
    to_provisional integer not null,
    primary key (change_id, deadline_id)
  ) {strict}`,
  `create index calendar_change_move_deadline on calendar_change_move (deadline_id)`,
  `create index calendar_change_move_case on calendar_change_move (case_id)`,
])

const firstVersion = (now: string) => [
  // no reason is known: the rows had none
  `insert into calendar_version (at, "by", reason)
    select ${now}, null, null
    where exists (select 1 from calendar_day) or exists (select 1 from calendar_year)`,
  `insert into calendar_entry (scope, date, version_id, kind, name, source)
    select d.scope, d.date, v.id, d.kind, d.name, d.source from calendar_day d cross join calendar_version v`,
  `insert into calendar_announcement (scope, year, version_id, announced)
    select y.scope, y.year, v.id, 1 from calendar_year y cross join calendar_version v`,
]

const moment: Record<Dialect, string> = {
  sqlite: `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
  postgres: `to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
}

const appendOnly = ['calendar_version', 'calendar_entry', 'calendar_announcement', 'calendar_change_move']

/** As 0007 has them; written out, because a released migration stays as it was. */
const guards: Record<Dialect, (table: string) => string[]> = {
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
