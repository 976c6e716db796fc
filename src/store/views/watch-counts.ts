import type { Knex } from 'knex'
import type { Instant } from '../../clock.js'
import { instant, integer, nullable, text, type RowOf } from '../rows.js'
import { ask } from './sql.js'

const loadColumns = {
  /** null: the department is not known */
  id: nullable(integer),
  name: nullable(text),
  /** open cases */
  open: integer,
  /** of these, with a deadline whose warning has come */
  yellow: integer,
  /** of these, with a deadline that has passed; such a case is not counted as yellow */
  red: integer,
}

const heatColumns = {
  definitionKey: text,
  activityId: text,
  name: text,
  /** open tasks */
  open: integer,
  /** of these, with a deadline that has passed */
  red: integer,
  oldestAt: instant,
}

export type LoadLine = RowOf<typeof loadColumns>
export type HeatLine = RowOf<typeof heatColumns>

/** Open cases by the department in charge, the reddest first. */
export function loadByDepartment(knex: Knex, now: Instant): Promise<LoadLine[]> {
  return load(knex, now, 'department')
}

/** Open cases by the place where they were registered, the reddest first. Not a ranking of windows. */
export function loadByPlace(knex: Knex, now: Instant): Promise<LoadLine[]> {
  return load(knex, now, 'place')
}

/** Open tasks by activity. */
export function heat(knex: Knex, now: Instant): Promise<HeatLine[]> {
  return ask(
    knex,
    heatColumns,
    `select v.key as definition_key, t.activity_id, max(t.name) as name, count(*) as open,
       sum(case when t.next_due_at < ? then 1 else 0 end) as red, min(t.opened_at) as oldest_at
     from user_task t
     join process_instance i on i.id = t.instance_id
     join process_definition v on v.id = i.definition_id
     where t.closed_at is null
     group by v.key, t.activity_id
     order by v.key, t.activity_id`,
    [now],
  )
}

function load(knex: Knex, now: Instant, by: 'department' | 'place'): Promise<LoadLine[]> {
  return ask(
    knex,
    loadColumns,
    `select g.id, g.name, count(*) as open,
       sum(case when n.due_at >= ? and n.warn_at <= ? then 1 else 0 end) as yellow,
       sum(case when n.due_at < ? then 1 else 0 end) as red
     from grievance_case c
     left join ${by} g on g.id = c.${by}_id
     left join (
       select case_id, min(due_at) as due_at, min(warn_at) as warn_at
       from deadline where closed_at is null and kind <> 'none' group by case_id
     ) n on n.case_id = c.id
     where c.closed_at is null
     group by g.id, g.name
     order by red desc, yellow desc, open desc, g.id`,
    [now, now, now],
  )
}
