import type { Knex } from 'knex'
import type { Instant } from '../clock.js'
import { indexCases, searchedColumns } from './case-text.js'
import { contactIndexes } from './contact-index.js'
import { caseTable, type CaseChange, type NewCase, type StoredCase } from './case.js'
import { rowsIn } from './rows-in.js'
import { nullable, rowOf, rowsOf, text } from './rows.js'
import { chunks, insertRows, updateRows } from './writes.js'

/** With what nobody reads: a person's cases are asked for by it. */
const indexedTable = { ...caseTable, columns: { ...caseTable.columns, contactIndex: nullable(text) } }

/** Cases, for reading. */
export function readCases(knex: Knex) {
  const { columns, name } = caseTable
  return {
    byId: (id: number): Promise<StoredCase | null> => rowOf(columns, knex(name).where({ id })),

    /** The cases with these ids, by id. */
    async byIds(ids: readonly number[]): Promise<StoredCase[]> {
      const found: StoredCase[] = []
      for (const chunk of chunks(ids)) {
        found.push(...(await rowsOf(columns, knex(name).whereIn('id', chunk).orderBy('id'))))
      }
      return found
    },

    byNumber: (number: string): Promise<StoredCase | null> => rowOf(columns, knex(name).where({ number })),

    /** The case that this very form made, if it was sent before. */
    bySubmission: (submissionId: string): Promise<StoredCase | null> =>
      rowOf(columns, knex(name).where({ submission_id: submissionId })),

    /** Of this person, the newest first: several visits, duplicates. */
    ofContact: (contact: string, limit: number): Promise<StoredCase[]> =>
      rowsOf(
        columns,
        knex(name)
          .whereIn('contact_index', contactIndexes(knex, contact))
          .orderBy('registered_at', 'desc')
          .limit(limit),
      ),

    /** About this item, the newest first. */
    ofItem: (itemKey: string, { since, limit }: { since: Instant; limit: number }): Promise<StoredCase[]> =>
      rowsOf(
        columns,
        knex(name)
          .where({ item_key: itemKey })
          .where('registered_at', '>=', since)
          .orderBy('registered_at', 'desc')
          .limit(limit),
      ),
  }
}

/** Seals these cases under the current key, and writes anew what they are found by. Nobody sees a change: no revision. */
export async function sealCases(knex: Knex, ids: readonly number[]): Promise<void> {
  const { id, contact, reporterName, agentName } = caseTable.columns
  const rows = await rowsIn({ id, contact, reporterName, agentName }, ids, chunk =>
    knex(caseTable.name).whereIn('id', chunk),
  )
  await updateRows(
    knex,
    indexedTable,
    rows.map(({ id, ...set }) => ({ id, set: { ...set, contactIndex: indexOf(knex, set.contact) } })),
  )
  await indexCases(knex, ids)
}

/** Cases, for intake and for a turn. */
export function caseStore(knex: Knex) {
  return {
    ...readCases(knex),

    /** Registers cases, each under the number it was given, and answers their ids. */
    async insert(cases: readonly NewCase[]): Promise<number[]> {
      const ids = await insertRows(
        knex,
        indexedTable,
        cases.map(one => ({
          ...one,
          contactIndex: indexOf(knex, one.contact),
          aboutOffice: one.aboutOffice ?? false,
          hiddenBarrier: one.hiddenBarrier ?? false,
          contactFailed: one.contactFailed ?? false,
          recurrence: one.recurrence ?? 'no',
          facts: one.facts ?? {},
          revision: 1,
        })),
      )
      await indexCases(knex, ids)
      return ids
    },

    /** Changes cases from the revision that was read. Answers the ids that had another by then. */
    async update(changes: readonly CaseChange[]): Promise<number[]> {
      const indexed = changes.map(({ set, ...which }) => ({
        ...which,
        set: { ...set, contactIndex: set.contact && indexOf(knex, set.contact) },
      }))
      const lost = await updateRows(knex, indexedTable, indexed, { revise: true })
      const found = changes.filter(({ set }) => searchedColumns.some(column => set[column] !== undefined))
      await indexCases(
        knex,
        found.map(({ id }) => id).filter(id => !lost.includes(id)),
      )
      return lost
    },
  }
}

function indexOf(knex: Knex, contact: string): string | undefined {
  return contactIndexes(knex, contact).at(-1)
}
