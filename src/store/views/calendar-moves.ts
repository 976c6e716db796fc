import type { Knex } from 'knex'
import { calendarChangeMoveTable } from '../calendar-change.js'
import { integer, nullable, oneOf, selection, text, type RowOf } from '../rows.js'
import { chunks } from '../writes.js'
import { ask } from './sql.js'

const subjectColumns = {
  /** the deadline's */
  id: integer,
  name: text,
  kind: oneOf('statutory', 'internal', 'none'),
  caseNumber: nullable(text),
  itemName: nullable(text),
  /** of the report, where it is no case's */
  quarter: nullable(text),
}

/** What a deadline is of: its limit and its case or report. */
export type DeadlineSubject = RowOf<typeof subjectColumns>

const { id: _, ...subject } = subjectColumns
const moveColumns = { ...calendarChangeMoveTable.columns, ...subject }

export type CalendarMoveLine = RowOf<typeof moveColumns>

const named = `l.name, l.kind, c.number as case_number, c.item_name,
  (select max(r.quarter) from quarter_report r where r.instance_id = l.instance_id) as quarter`

/** What these deadlines are of. */
export async function deadlineSubjects(knex: Knex, ids: readonly number[]): Promise<DeadlineSubject[]> {
  const found: DeadlineSubject[] = []
  for (const chunk of chunks(ids)) {
    found.push(
      ...(await ask(
        knex,
        subjectColumns,
        `select l.id, ${named}
         from deadline l left join grievance_case c on c.id = l.case_id
         where l.id in (${chunk.map(() => 'cast(? as integer)').join()})`,
        chunk,
      )),
    )
  }
  return found
}

/** What a change of the calendar did, deadline by deadline: what was due first comes first. */
export function calendarMoves(
  knex: Knex,
  { changeId, limit, offset }: { changeId: number; limit: number; offset: number },
): Promise<CalendarMoveLine[]> {
  return ask(
    knex,
    moveColumns,
    `select ${selection(calendarChangeMoveTable.columns, 'm').join()}, ${named}
     from calendar_change_move m
     join deadline l on l.id = m.deadline_id
     left join grievance_case c on c.id = l.case_id
     where m.change_id = ?
     order by m.from_due_at, m.deadline_id
     limit ? offset ?`,
    [changeId, limit, offset],
  )
}

const tallyColumns = { later: integer, earlier: integer, fixed: integer, loosened: integer }

/** How many deadlines a change made later, earlier, fixed without another date, or provisional without one. */
export async function calendarMoveTally(
  knex: Knex,
  changeId: number,
): Promise<RowOf<typeof tallyColumns>> {
  const count = (condition: string) => `coalesce(sum(case when ${condition} then 1 else 0 end), 0)`
  const same = 'to_due_at = from_due_at'
  const [tally = { later: 0, earlier: 0, fixed: 0, loosened: 0 }] = await ask(
    knex,
    tallyColumns,
    `select ${count('to_due_at > from_due_at')} as later, ${count('to_due_at < from_due_at')} as earlier,
       ${count(`${same} and from_provisional > to_provisional`)} as fixed,
       ${count(`${same} and from_provisional < to_provisional`)} as loosened
     from calendar_change_move where change_id = ?`,
    [changeId],
  )
  return tally
}
