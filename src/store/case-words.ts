import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { attachmentTable } from './attachment-store.js'
import { callTable } from './call-store.js'
import { integer, json, rowsOf, type Columns, type RowOf, type Table } from './rows.js'
import { updateRows } from './writes.js'

/**
 * What people wrote about a case beside the case itself and the trail, and what is left of it: the row stays, because
 * it is counted or shows that something was done. Rectifications are not here: what was changed in the office’s work
 * tells of rules, not of people, and others are served by it.
 */
const words: readonly { readonly table: string; readonly where: string; readonly left: string }[] = [
  {
    table: 'assistance',
    where: 'case_id = ?',
    left: `request = '', answer = case when answer is null then null else '' end`,
  },
  { table: 'case_department', where: 'case_id = ? and reason is not null', left: 'reason = null' },
  { table: 'consultation', where: 'case_id = ?', left: `question = '', answer = null` },
  // what a passed limit said by itself are the diagram’s words
  { table: 'supervision', where: 'case_id = ? and "by" is not null', left: `message = ''` },
  {
    table: 'supervision_reply',
    where: 'supervision_id in (select id from supervision where case_id = ?)',
    left: `words = ''`,
  },
  {
    table: 'privacy_request',
    where: 'case_id = ?',
    left: `words = '', reporter_name = null, agent_name = null, contact = null, answer = null`,
  },
  {
    table: 'retention_hold',
    where: 'case_id = ?',
    left: `reason = '', lifted_reason = case when lifted_reason is null then null else '' end`,
  },
  { table: 'user_task', where: 'case_id = ? and draft is not null', left: 'draft = null' },
  { table: 'incident', where: 'case_id = ?', left: `message = '', detail = null` },
  {
    table: 'job',
    where: `instance_id in (select id from process_instance where subject_kind = 'case' and subject_id = ?)`,
    left: 'payload = null, last_error = null',
  },
]

/** The tables in which something of a case is blanked here. */
export const wordTables: readonly string[] = [
  ...words.map(({ table }) => table),
  ...[callTable.name, attachmentTable.name, 'report_case'],
]

/** Blanks what people wrote about this case beside the case itself and the trail, and lets its files go. */
export async function blankWords(knex: Knex, caseId: number, at: Instant): Promise<void> {
  for (const { table, where, left } of words)
    await knex.raw(`update ${table} set ${left} where ${where}`, [caseId])
  await blank(knex, callTable, caseId, { number: '', said: null })
  const gone = { name: '', note: null, sha256: '', thumbnailSha256: null, removedWhy: null }
  await blank(knex, attachmentTable, caseId, { ...gone, removedAt: at, submissionId: null })
  await blankDraftLines(knex, caseId)
}

/** Through the columns themselves: how a value lies in the database is their affair. */
async function blank<C extends Columns>(
  knex: Knex,
  table: Table<C>,
  caseId: number,
  set: { readonly [K in keyof C]?: RowOf<C>[K] | undefined },
): Promise<void> {
  const ids = await rowsOf({ id: integer }, knex(table.name).select('id').where({ case_id: caseId }))
  await updateRows(
    knex,
    table,
    ids.map(({ id }) => ({ id, set })),
  )
}

/** Its line in reports that were never frozen; a frozen one is a document and stays as it was approved, masked. */
async function blankDraftLines(knex: Knex, caseId: number): Promise<void> {
  const drafts = knex('quarter_report').select('id').whereNull('frozen_at')
  const of = knex('report_case').where({ case_id: caseId }).whereIn('report_id', drafts)
  for (const { reportId, line } of await rowsOf(lineColumns, of)) {
    const left = { ...line, reporter: null, contact: null, summary: null }
    await knex('report_case')
      .where({ report_id: reportId, case_id: caseId })
      .update({ line: JSON.stringify(left) })
  }
}

const lineColumns = { reportId: integer, line: json<Readonly<Record<string, unknown>>>() }
