import type { Knex } from 'knex'
import { reachKey, type NoticeReach, type NoticeWords } from '../notice.js'
import { flag, instant, integer, json, nullable, oneOf, text, type RowOf } from '../rows.js'
import { pageOf, type Page } from './page.js'
import { ask } from './sql.js'

/** Whose notices: the reaches a person is in. */
export interface NoticeReader {
  readonly accountId: number
  readonly reaches: readonly NoticeReach[]
}

/** Unread are looked for among so many of the newest of each reach: what is older was there to be seen long enough. */
export const unreadWindow = 100

const columns = {
  id: integer,
  at: instant,
  kind: text,
  words: json<NoticeWords>(),
  read: flag,
  fromName: nullable(text),
  caseNumber: nullable(text),
  itemName: nullable(text),
  quarter: nullable(text),
  taskId: nullable(integer),
  taskName: nullable(text),
  /** the task waits, and it is this reader’s own */
  mine: flag,
  supervisionId: nullable(integer),
  supervisionKind: nullable(oneOf('urge', 'supervise')),
  /** what was written to who is pressed */
  message: nullable(text),
}

export type NoticeLine = RowOf<typeof columns>

/** A person’s notices, the newest first. Those about a case that complains about them are not theirs (R22). */
export async function noticeList(
  knex: Knex,
  { reader, after, limit }: { reader: NoticeReader; after: { id: number } | null; limit: number },
): Promise<Page<NoticeLine, { id: number }>> {
  const { accountId, reaches } = reader
  const pick = `select * from (select n.id from notice n left join grievance_case c on c.id = n.case_id
    where n.reach = ?${after ? ' and n.id < ?' : ''} and (c.subject_account_id is null or c.subject_account_id <> ?)
    order by n.id desc limit ?) picked`
  const lines = await ask(
    knex,
    columns,
    `select n.id, n.at, n.kind, n.words, f.display_name as from_name, c.number as case_number, c.item_name, r.quarter,
       n.task_id, t.name as task_name, case when t.closed_at is null and t.assignee_id = ? then 1 else 0 end as mine,
       n.supervision_id, s.kind as supervision_kind, s.message,
       case when n.id <= coalesce(w.notice_id, 0) or g.notice_id is not null then 1 else 0 end as read
     from (${reaches.map(() => pick).join(' union ')}) mine
     join notice n on n.id = mine.id
     left join notice_read_through w on w.account_id = ?
     left join notice_reading g on g.account_id = ? and g.notice_id = n.id
     left join account f on f.id = n.from_id
     left join grievance_case c on c.id = n.case_id
     left join user_task t on t.id = n.task_id
     left join quarter_report r on r.id = t.report_id
     left join supervision s on s.id = n.supervision_id
     order by n.id desc
     limit ?`,
    [
      accountId,
      ...reaches.flatMap(reach => [reachKey(reach), ...(after ? [after.id] : []), accountId, limit + 1]),
      accountId,
      accountId,
      limit + 1,
    ],
  )
  return pageOf(lines, limit, ({ id }) => ({ id }))
}

/** How many notices wait to be read, among the newest {@link unreadWindow} of each reach. */
export async function unreadNotices(knex: Knex, { accountId, reaches }: NoticeReader): Promise<number> {
  const newest = `select * from (select n.id, n.case_id from notice n
    where n.reach = ? and n.id > coalesce((select notice_id from notice_read_through where account_id = ?), 0)
    order by n.id desc limit ${unreadWindow}) picked`
  const rows = await ask(
    knex,
    { count: integer },
    `select count(*) as count from (${reaches.map(() => newest).join(' union ')}) mine
     left join grievance_case c on c.id = mine.case_id
     where not exists (select 1 from notice_reading g where g.account_id = ? and g.notice_id = mine.id)
       and (c.subject_account_id is null or c.subject_account_id <> ?)`,
    [...reaches.flatMap(reach => [reachKey(reach), accountId]), accountId, accountId],
  )
  return rows[0]?.count ?? 0
}
