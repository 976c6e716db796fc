import type { Knex } from 'knex'
import { calendarChangeTable } from '../calendar-change.js'
import { instant, integer, nullable, selection, text, type RowOf } from '../rows.js'
import { pageOf, type Page } from './page.js'
import { ask } from './sql.js'

const columns = { ...calendarChangeTable.columns, createdByName: nullable(text), confirmedByName: nullable(text) }

export type CalendarChangeLine = RowOf<typeof columns>

const select = `select ${selection(calendarChangeTable.columns, 'x').join()},
    a.display_name as created_by_name, b.display_name as confirmed_by_name
  from calendar_change x
  left join account a on a.id = x.created_by
  left join account b on b.id = x.confirmed_by`

/** One change of the calendar with who made it; null when there is none of this id. */
export async function calendarChange(knex: Knex, id: number): Promise<CalendarChangeLine | null> {
  const [line = null] = await ask(knex, columns, `${select} where x.id = ?`, [id])
  return line
}

/** Changes that were confirmed and are neither applied nor given up. */
export function calendarChangesUnderWay(knex: Knex): Promise<CalendarChangeLine[]> {
  return ask(
    knex,
    columns,
    `${select} where x.confirmed_at is not null and x.applied_at is null and x.failed_at is null order by x.id`,
  )
}

const versionColumns = {
  id: integer,
  at: instant,
  reason: nullable(text),
  byName: nullable(text),
  /** how many days it arranged anew */
  days: integer,
  /** the change it came from; null for what was put there when the house was furnished */
  changeId: nullable(integer),
  moved: nullable(integer),
}

export type CalendarVersionLine = RowOf<typeof versionColumns>

/** The versions of the calendar, the newest first; `after`: the id of the last one seen. */
export async function calendarVersions(
  knex: Knex,
  { after, limit }: { after: number | null; limit: number },
): Promise<Page<CalendarVersionLine, number>> {
  const lines = await ask(
    knex,
    versionColumns,
    `select v.id, v.at, v.reason, a.display_name as by_name, x.id as change_id, x.moved,
       (select count(*) from calendar_entry e where e.version_id = v.id) as days
     from calendar_version v
     left join account a on a.id = v."by"
     left join calendar_change x on x.version_id = v.id
     where v.id < ?
     order by v.id desc
     limit ?`,
    [after ?? 2_147_483_647, limit + 1],
  )
  return pageOf(lines, limit, ({ id }) => id)
}
