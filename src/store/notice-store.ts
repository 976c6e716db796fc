import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { noticeTable, reachKey, type NewNotice, type NoticeWords, type StoredNotice } from './notice.js'
import { instant, integer, rowOf, rowsOf } from './rows.js'
import { insertMissing, updateRows } from './writes.js'

const readingTable = {
  name: 'notice_reading',
  columns: { accountId: integer, noticeId: integer, at: instant },
}

const readThrough = 'notice_read_through'

/** Notices, for reading. The list of a person’s own is a view: `views.noticeList`. */
export function readNotices(knex: Knex) {
  const { columns, name } = noticeTable
  return {
    byId: (id: number): Promise<StoredNotice | null> => rowOf(columns, knex(name).where({ id })),

    /** About this case, in the order in which they were told. */
    ofCase: (caseId: number): Promise<StoredNotice[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),
  }
}

/** Notices, for whatever tells people of what it does: written in the transaction of that. */
export function noticeStore(knex: Knex) {
  return {
    ...readNotices(knex),

    /** Tells people, in the order of the list. What has been told under the same `once` is not told again. */
    async tell(notices: readonly NewNotice[]): Promise<void> {
      const rows = notices.map(({ to, ...notice }) => ({ ...notice, reach: reachKey(to) }))
      await insertMissing(knex, noticeTable, rows, ['once'])
    },

    /** Puts other words in the place of those that were told. */
    reword: (changes: readonly { id: number; words: NoticeWords }[]): Promise<number[]> =>
      updateRows(
        knex,
        noticeTable,
        changes.map(({ id, words }) => ({ id, set: { words } })),
      ),

    /** Marks one as read by a person. Again changes nothing. */
    async read(accountId: number, noticeId: number, at: Instant): Promise<void> {
      await insertMissing(knex, readingTable, [{ accountId, noticeId, at }], ['accountId', 'noticeId'])
    },

    /** Marks everything up to and with this one as read by a person. An older one takes nothing back. */
    async readThrough(accountId: number, noticeId: number, at: Instant): Promise<void> {
      await knex(readThrough)
        .insert({ account_id: accountId, notice_id: noticeId, at })
        .onConflict('account_id')
        .merge()
        .where(`${readThrough}.notice_id`, '<', noticeId)
    },
  }
}
