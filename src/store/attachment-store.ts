import type { Knex } from 'knex'
import type { AttachmentKind, AttachmentType, ScanState } from '../casework/attachment.js'
import type { Instant } from '../clock.js'
import { instant, integer, nullable, rowOf, rowsOf, text, word, type NewRowOf, type RowOf } from './rows.js'
import { chunks, insertRows, updateRows } from './writes.js'

/** A picture or paper of a case. Its bytes lie in the files' folder under their hash. */
export const attachmentTable = {
  name: 'attachment',
  columns: {
    id: integer,
    /** null while the report it belongs to is still being filled in */
    caseId: nullable(integer),
    /** the form it came with: the report's, before there was a case */
    submissionId: nullable(text),
    /** the task in which it was added */
    userTaskId: nullable(integer),
    at: instant,
    /** null when the citizen added it */
    by: nullable(integer),
    kind: word<AttachmentKind>(),
    /** made safe: to be shown, and to be saved under */
    name: text,
    type: word<AttachmentType>(),
    size: integer,
    sha256: text,
    thumbnailSha256: nullable(text),
    note: nullable(text),
    scan: word<ScanState>(),
    removedAt: nullable(instant),
    removedBy: nullable(integer),
    removedWhy: nullable(text),
  },
}

export type StoredAttachment = RowOf<typeof attachmentTable.columns>
export type NewAttachment = NewRowOf<typeof attachmentTable.columns>

/** Attachments, for reading. */
export function readAttachments(knex: Knex) {
  const { columns, name } = attachmentTable
  return {
    byId: (id: number): Promise<StoredAttachment | null> => rowOf(columns, knex(name).where({ id })),

    /** Of a case, in the order in which they came; those taken away too. */
    ofCase: (caseId: number): Promise<StoredAttachment[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),

    /** Added to a report that was not sent yet, and not taken away. */
    waiting: (submissionId: string): Promise<StoredAttachment[]> =>
      rowsOf(
        columns,
        knex(name)
          .where({ submission_id: submissionId })
          .whereNull('case_id')
          .whereNull('removed_at')
          .orderBy('id'),
      ),

    /** That the check for malware has not answered for. */
    unscanned: (limit: number): Promise<StoredAttachment[]> =>
      rowsOf(
        columns,
        knex(name).where({ scan: 'pending' }).whereNull('removed_at').orderBy('id').limit(limit),
      ),

    /** Which of these contents are named by an attachment that is still there. */
    async named(hashes: readonly string[]): Promise<ReadonlySet<string>> {
      const found = new Set<string>()
      for (const column of ['sha256', 'thumbnail_sha256'] as const) {
        for (const chunk of chunks(hashes)) {
          const query = knex(name).select({ hash: column }).whereIn(column, chunk).whereNull('removed_at')
          for (const { hash } of await rowsOf({ hash: text }, query)) found.add(hash)
        }
      }
      return found
    },
  }
}

/** Attachments, for whoever adds and takes away. */
export function attachmentStore(knex: Knex) {
  const { name } = attachmentTable
  return {
    ...readAttachments(knex),

    add: (rows: readonly NewAttachment[]): Promise<number[]> => insertRows(knex, attachmentTable, rows),

    /** The report was sent: what was added to it belongs to its case now. Answers how many. */
    adopt: async (submissionId: string, caseId: number): Promise<number> =>
      knex(name)
        .where({ submission_id: submissionId })
        .whereNull('case_id')
        .whereNull('removed_at')
        .update({ case_id: caseId }),

    /** Takes away; the row says who and why, its content goes with the next sweep. Answers those that were gone. */
    remove: (
      changes: readonly { id: number; at: Instant; by: number | null; why: string | null }[],
    ): Promise<number[]> =>
      updateRows(
        knex,
        attachmentTable,
        changes.map(({ id, at, by, why }) => ({
          id,
          set: { removedAt: at, removedBy: by, removedWhy: why },
        })),
        { onlyIf: 'removed_at is null' },
      ),

    scanned: (changes: readonly { id: number; scan: ScanState }[]): Promise<number[]> =>
      updateRows(
        knex,
        attachmentTable,
        changes.map(({ id, scan }) => ({ id, set: { scan } })),
      ),

    /** Reports that were begun before this and never sent: what was added to them is nobody's. */
    async abandon(before: Instant): Promise<number> {
      return knex(name).whereNull('case_id').where('at', '<', before).delete()
    },
  }
}
