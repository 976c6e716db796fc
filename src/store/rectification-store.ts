import type { Knex } from 'knex'
import type { CauseCode } from '../casework/cause.js'
import type { Instant } from '../clock.js'
import {
  instant,
  integer,
  localDate,
  nullable,
  rowOf,
  rowsOf,
  text,
  word,
  type NewRowOf,
  type RowOf,
} from './rows.js'
import { insertRows, updateRows } from './writes.js'

/** What a department put right (R17). One that is returned stays as it was; the department hands in another. */
export const rectificationTable = {
  name: 'rectification',
  columns: {
    id: integer,
    caseId: integer,
    departmentId: integer,
    itemKey: text,
    cause: nullable(word<CauseCode>()),
    /** where it stands: 实施清单, 办事指南, 审批流程, … */
    element: text,
    /** what of the item: condition, material, process, time limit, fee, form, place */
    part: nullable(text),
    /** the item it changes, where that is not the case’s own */
    itemName: nullable(text),
    /** one rectification may serve several cases: the earlier one that this is */
    sameAs: nullable(integer),
    beforeText: nullable(text),
    afterText: nullable(text),
    basis: nullable(text),
    effectiveOn: nullable(localDate),
    evidence: nullable(text),
    /** where it was published */
    publishedAt: nullable(text),
    /** 防止复发措施 (R9) */
    prevention: nullable(text),
    submittedAt: instant,
    submittedBy: nullable(integer),
    acceptedAt: nullable(instant),
    acceptedBy: nullable(integer),
    returnedAt: nullable(instant),
    returnedBy: nullable(integer),
    returnedReason: nullable(text),
  },
}

export type StoredRectification = RowOf<typeof rectificationTable.columns>
export type NewRectification = Omit<
  NewRowOf<typeof rectificationTable.columns>,
  'acceptedAt' | 'acceptedBy' | 'returnedAt' | 'returnedBy' | 'returnedReason'
>

/** Rectifications, for reading. */
export function readRectifications(knex: Knex) {
  const { columns, name } = rectificationTable
  return {
    /** All of a case, in the order in which they were handed in. */
    ofCase: (caseId: number): Promise<StoredRectification[]> =>
      rowsOf(columns, knex(name).where({ case_id: caseId }).orderBy('id')),

    /** The one of a case that waits to be checked: neither accepted nor returned, the newest of several. */
    openOf: (caseId: number): Promise<StoredRectification | null> =>
      rowOf(
        columns,
        knex(name)
          .where({ case_id: caseId })
          .whereNull('accepted_at')
          .whereNull('returned_at')
          .orderBy('id', 'desc')
          .limit(1),
      ),

    /** What this department has handed in and the office has not returned, the newest first. */
    ofDepartment: (departmentId: number, limit: number): Promise<StoredRectification[]> =>
      rowsOf(
        columns,
        knex(name)
          .where({ department_id: departmentId })
          .whereNull('returned_at')
          .orderBy('id', 'desc')
          .limit(limit),
      ),

    byId: (id: number): Promise<StoredRectification | null> => rowOf(columns, knex(name).where({ id })),

    /** Of this item whatever became of them, the newest first. */
    ofItem: (itemKey: string, limit: number): Promise<StoredRectification[]> =>
      rowsOf(columns, knex(name).where({ item_key: itemKey }).orderBy('id', 'desc').limit(limit)),

    /** Accepted ones of this item since then, the newest first: among them is what may have come back. */
    acceptedOf: (
      itemKey: string,
      since: Instant,
    ): Promise<(StoredRectification & { acceptedAt: Instant })[]> =>
      rowsOf(
        { ...columns, acceptedAt: instant },
        knex(name)
          .where({ item_key: itemKey })
          .whereNotNull('accepted_at')
          .where('accepted_at', '>=', since)
          .orderBy('accepted_at', 'desc'),
      ),
  }
}

/** Rectifications, for the department and for the office that checks them. */
export function rectificationStore(knex: Knex) {
  const openOnly = { onlyIf: 'accepted_at is null and returned_at is null' }
  return {
    ...readRectifications(knex),

    submit: (rows: readonly NewRectification[]): Promise<number[]> =>
      insertRows(knex, rectificationTable, rows),

    /** Answers those that were accepted or returned already. */
    accept: (ids: readonly number[], { at, by }: { at: Instant; by: number | null }): Promise<number[]> =>
      updateRows(
        knex,
        rectificationTable,
        ids.map(id => ({ id, set: { acceptedAt: at, acceptedBy: by } })),
        openOnly,
      ),

    /** Answers those that were accepted or returned already. */
    giveBack: (
      returns: readonly { id: number; reason: string | null; at: Instant; by: number | null }[],
    ): Promise<number[]> =>
      updateRows(
        knex,
        rectificationTable,
        returns.map(({ id, reason, at, by }) => ({
          id,
          set: { returnedReason: reason, returnedAt: at, returnedBy: by },
        })),
        openOnly,
      ),
  }
}
