import type { Knex } from 'knex'
import { instant, integer, nullable, rowsOf, text, word, type NewRowOf, type RowOf } from './rows.js'
import type { ReplyOccasion } from '../casework/reply-template.js'
import { insertRows } from './writes.js'

/** A wording of what the office says. Append-only: the newest of an occasion and cause counts. */
const replyTemplateTable = {
  name: 'reply_template',
  columns: {
    id: integer,
    occasion: word<ReplyOccasion>(),
    /** a code of the causes; empty for all causes */
    cause: text,
    /** null gives the house’s own wording its place again */
    words: nullable(text),
    at: instant,
    by: integer,
  },
}

export type StoredReplyTemplate = RowOf<typeof replyTemplateTable.columns>

/** Wordings, for reading: there are few, and a page wants all of them. */
export function readReplyTemplates(knex: Knex) {
  const { columns, name } = replyTemplateTable
  return {
    /** Every wording there ever was, the newest first. */
    all: (): Promise<StoredReplyTemplate[]> => rowsOf(columns, knex(name).orderBy('id', 'desc')),
  }
}

/** Wordings, for the office that words them. */
export function replyTemplateStore(knex: Knex) {
  return {
    ...readReplyTemplates(knex),
    add: (rows: readonly NewRowOf<typeof replyTemplateTable.columns>[]): Promise<number[]> =>
      insertRows(knex, replyTemplateTable, rows),
  }
}
