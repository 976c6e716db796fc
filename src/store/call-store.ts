import type { Knex } from 'knex'
import type { CallResult } from '../casework/phone-call.js'
import { rowsIn } from './rows-in.js'
import { flag, instant, integer, nullable, text, word, type NewRowOf, type RowOf } from './rows.js'
import { sealed } from './sealing/sealed.js'
import { insertRows } from './writes.js'

/** A call to the citizen (R15): when, who, which number, what came of it, what was said. */
export const callTable = {
  name: 'call_record',
  columns: {
    id: integer,
    caseId: integer,
    taskId: nullable(integer),
    at: instant,
    by: nullable(integer),
    number: sealed('call_record.number'),
    result: word<CallResult>(),
    said: nullable(text),
    understood: nullable(flag),
  },
}

export type StoredCall = RowOf<typeof callTable.columns>
export type NewCall = NewRowOf<typeof callTable.columns>

/** Calls, for reading. */
export function readCalls(knex: Knex) {
  const { columns, name } = callTable
  return {
    /** Of these cases, in the order in which they were made. */
    ofCase: (...caseIds: readonly number[]): Promise<StoredCall[]> =>
      rowsIn(columns, caseIds, chunk => knex(name).whereIn('case_id', chunk).orderBy(['at', 'id'])),
  }
}

/** Calls, for the phone reply. */
export function callStore(knex: Knex) {
  return {
    ...readCalls(knex),
    record: (calls: readonly NewCall[]): Promise<number[]> => insertRows(knex, callTable, calls),
  }
}
