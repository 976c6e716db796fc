import type { Dialect } from '../dialect.js'
import { guards } from './0007-append-only.js'
import { migration, type Migration } from './migration.js'

/**
 * A deadline keeps its pauses, the day given in its place, and the day that was promised; its ledger begins with the
 * arming, so that the date can be computed again from the ledger alone. What had moved a date goes into the new ledger.
 */
export const deadlineLedger: Migration = {
  name: '0008-deadline-ledger',
  statements: (dialect: Dialect) => [...tables.statements(dialect), ...guards[dialect]('deadline_entry')],
}

const tables = migration('0008-deadline-ledger', [
  // the defaults are for the rows that are there: whoever arms a deadline says them all
  `alter table deadline add column pauses text not null default '[]'`,
  `alter table deadline add column extended_to text`,
  `alter table deadline add column promised_on text not null default ''`,
  `alter table deadline add column promised_at text not null default ''`,
  `alter table deadline add column calendar_version integer not null default 0`,
  // what can still move was counted on the calendar in force, which is the first of the versions; what has passed may
  // have been counted on an older one, and 0 says that nobody kept count then
  `update deadline set promised_on = due_on, promised_at = due_at,
     calendar_version = case when closed_at is null and fired_at is null then 1 else 0 end`,

  `create table deadline_entry (
    id {id},
    deadline_id integer not null references deadline (id),
    at text not null,
    "by" integer references account (id),
    kind text not null,
    from_due_at text,
    to_due_at text not null,
    reason text,
    data text,
    calendar_version integer not null
  ) {strict}`,

  `insert into deadline_entry (deadline_id, at, kind, to_due_at, data, calendar_version)
   select d.id, d.armed_at, 'armed',
     coalesce(
       (select m.from_due_at from deadline_move m where m.deadline_id = d.id order by m.id limit 1), d.due_at),
     '{"startOn":"' || d.start_on || '","anchorAt":' || coalesce('"' || d.anchor_at || '"', 'null')
       || ',"calendar":"' || d.calendar || '","budget":"' || d.budget
       || '","warnBefore":' || coalesce('"' || d.warn_before || '"', 'null') || '}',
     case when exists (select 1 from deadline_move m where m.deadline_id = d.id) then 0
       else d.calendar_version end
   from deadline d
   order by d.id`,
  `insert into deadline_entry (deadline_id, at, "by", kind, from_due_at, to_due_at, reason, calendar_version)
   select m.deadline_id, m.at, m."by", 'reprojected', m.from_due_at, m.to_due_at, m.reason,
     case when exists (select 1 from deadline_move n where n.deadline_id = m.deadline_id and n.id > m.id) then 0
       else d.calendar_version end
   from deadline_move m
   join deadline d on d.id = m.deadline_id
   order by m.id`,
  `drop table deadline_move`,
  `create index deadline_entry_deadline on deadline_entry (deadline_id, id)`,

  // the figures and the ledger of cases go by the promise
  `drop index deadline_promise`,
  `create index deadline_promise on deadline (promise, promised_on) where promise is not null`,
  `drop index deadline_case`,
  `create index deadline_case on deadline (case_id, promise, promised_on, due_on)`,
])
