import type { Knex } from 'knex'
import { instant, integer, nullable, oneOf, rowOf, rowsOf, text, type NewRowOf, type RowOf } from './rows.js'
import { chunks, insertRows } from './writes.js'

/** 催办 and 督办: who pressed whom, when, about which deadline (R5). */
const supervisionTable = {
  name: 'supervision',
  columns: {
    id: integer,
    caseId: integer,
    deadlineId: nullable(integer),
    kind: oneOf('urge', 'supervise'),
    /** of the 督办单 */
    number: nullable(text),
    message: text,
    at: instant,
    /** null when the passed deadline itself issued it */
    by: nullable(integer),
  },
}

/** What a pressed person said to it. */
const replyTable = {
  name: 'supervision_reply',
  columns: { id: integer, supervisionId: integer, at: instant, by: integer, words: text },
}

export type StoredSupervision = RowOf<typeof supervisionTable.columns>
export type NewSupervision = NewRowOf<typeof supervisionTable.columns>
export type StoredSupervisionReply = RowOf<typeof replyTable.columns>

/** Supervision, for reading. */
export function readSupervisions(knex: Knex) {
  const { columns, name } = supervisionTable
  return {
    byId: (id: number): Promise<StoredSupervision | null> => rowOf(columns, knex(name).where({ id })),

    ofCase: (caseId: number): Promise<StoredSupervision[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy(['at', 'id'])),

    /** What was said to these, in the order in which it was said. */
    async replies(supervisionIds: readonly number[]): Promise<StoredSupervisionReply[]> {
      const found: StoredSupervisionReply[] = []
      for (const ids of chunks(supervisionIds)) {
        const query = knex(replyTable.name).whereIn('supervision_id', ids).orderBy('id')
        found.push(...(await rowsOf(replyTable.columns, query)))
      }
      return found
    },
  }
}

/** Supervision, for the timekeeper and the supervisor. */
export function supervisionStore(knex: Knex) {
  return {
    ...readSupervisions(knex),

    /** Records them and answers their ids. */
    record: (rows: readonly NewSupervision[]): Promise<number[]> => insertRows(knex, supervisionTable, rows),

    reply: (replies: readonly NewRowOf<typeof replyTable.columns>[]): Promise<number[]> =>
      insertRows(knex, replyTable, replies),
  }
}
