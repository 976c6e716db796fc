import type { Knex } from 'knex'
import type { Instant } from '../../clock.js'
import { flag, instant, integer, localDate, nullable, oneOf, text, type RowOf } from '../rows.js'
import { pageOf, type Page } from './page.js'
import { allOf, ask, containing, sql, type Sql, type Value } from './sql.js'

/** Which tasks somebody may see. */
export interface Reach {
  /** roles they act in */
  readonly groups: readonly string[]
  /** the place they belong to: tasks of other places are not theirs; null for people of no place */
  readonly placeId: number | null
  /** likewise the department */
  readonly departmentId: number | null
  /** tasks that were given to them are theirs, whatever the role */
  readonly accountId: number | null
  /** sees everything */
  readonly all: boolean
}

/** What a page of the work list shows. */
export interface TaskListFilter {
  readonly reach: Reach
  /** given to me; not given to anybody, for my group; or all I may see (the default) */
  readonly whose?: 'mine' | 'unassigned' | 'all' | undefined
  /** part of the number or the item */
  readonly text?: string | undefined
  readonly after?: TaskCursor | null | undefined
  readonly limit: number
}

/** Where a page begins. */
export interface TaskCursor {
  readonly dueAt: Instant
  readonly id: number
}

const columns = {
  id: integer,
  revision: integer,
  activityId: text,
  name: text,
  candidateGroup: nullable(text),
  caseId: nullable(integer),
  caseNumber: nullable(text),
  itemName: nullable(text),
  reportId: nullable(integer),
  quarter: nullable(text),
  placeName: nullable(text),
  /** the task's own department, or else the one in charge of the case */
  departmentName: nullable(text),
  assigneeId: nullable(integer),
  assigneeName: nullable(text),
  openedAt: instant,
  hasDraft: flag,
  /** of the deadline that comes next: the earliest open one over this task; may have passed */
  deadlineName: nullable(text),
  deadlineKind: nullable(oneOf('statutory', 'internal', 'none')),
  dueOn: nullable(localDate),
  dueAt: nullable(instant),
  warnAt: nullable(instant),
  provisional: nullable(flag),
  sortAt: instant,
}

export type TaskLine = Omit<RowOf<typeof columns>, 'sortAt'>

/** 我的待办: open tasks within reach, what is due first comes first. */
export async function taskList(knex: Knex, filter: TaskListFilter): Promise<Page<TaskLine, TaskCursor>> {
  const picks = branches(filter).map(branch => pick(branch, filter))
  if (picks.length === 0) return { rows: [], next: null }
  const lines = await ask(
    knex,
    columns,
    `select t.id, t.revision, t.activity_id, t.name, t.candidate_group, t.case_id, c.number as case_number, c.item_name,
       t.report_id, r.quarter, p.name as place_name, d.name as department_name, t.assignee_id,
       a.display_name as assignee_name, t.opened_at, case when t.draft is null then 0 else 1 end as has_draft,
       l.name as deadline_name, l.kind as deadline_kind, l.due_on, l.due_at, l.warn_at, l.provisional,
       t.next_due_at as sort_at
     from (${picks.map(one => `select * from (${one.sql}) picked`).join(' union ')}) mine
     join user_task t on t.id = mine.id
     left join grievance_case c on c.id = t.case_id
     left join quarter_report r on r.id = t.report_id
     left join place p on p.id = coalesce(t.place_id, c.place_id)
     left join department d on d.id = coalesce(t.department_id, c.department_id)
     left join account a on a.id = t.assignee_id
     left join deadline l on l.id = t.next_deadline_id
     order by t.next_due_at, t.id
     limit ?`,
    [...picks.flatMap(one => one.values), filter.limit + 1],
  )
  const page = pageOf(lines, filter.limit, ({ sortAt, id }) => ({ dueAt: sortAt, id }))
  return { ...page, rows: page.rows.map(({ sortAt: _, ...line }) => line) }
}

/**
 * Each way a task can be within reach, as a condition that one index answers in the order of the due days. A single
 * condition with “or” would make the database sort all of somebody's tasks to show the first fifty.
 */
function branches({ reach, whose = 'all' }: TaskListFilter): Sql[] {
  const { accountId } = reach
  const mine = accountId === null ? [] : [sql('t.assignee_id = ?', accountId)]
  const unassigned = sql('t.assignee_id is null')
  if (whose === 'mine') return mine
  const open = reach.all ? [allOf([])] : reach.groups.flatMap(group => ofGroup(group, reach))
  if (whose === 'unassigned') return open.map(branch => allOf([branch, unassigned]))
  return reach.all ? open : [...open, ...mine]
}

function ofGroup(group: string, { placeId, departmentId }: Reach): Sql[] {
  const places = own('t.place_id', placeId)
  const departments = own('t.department_id', departmentId)
  return places.flatMap(place =>
    departments.map(department => allOf([place, department, sql('t.candidate_group = ?', group)])),
  )
}

/** Of no place in particular, or of mine; who belongs to no place is not kept to one. */
function own(column: string, id: number | null): (Sql | null)[] {
  return id === null ? [null] : [sql(`${column} = ?`, id), sql(`${column} is null`)]
}

function pick(branch: Sql, { text: words, after, limit }: TaskListFilter): Sql {
  const condition = allOf([
    sql('t.closed_at is null'),
    branch,
    after ? sql('(t.next_due_at, t.id) > (?, ?)', after.dueAt, after.id) : null,
    words ? mentions(words) : null,
  ])
  const values: Value[] = [...condition.values, limit + 1]
  return {
    sql: `select t.id from user_task t ${words ? 'join grievance_case c on c.id = t.case_id' : ''}
      where ${condition.sql} order by t.next_due_at, t.id limit ?`,
    values,
  }
}

function mentions(words: string): Sql {
  const pattern = containing(words.trim())
  return sql(`lower(c.number) like ? escape '!' or lower(c.item_name) like ? escape '!'`, pattern, pattern)
}
