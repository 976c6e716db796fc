import type { Knex } from 'knex'
import { pairsOf, searchedText } from '../casework/search.js'
import { caseTable } from './case.js'
import { rowsIn } from './rows-in.js'
import { personMarks } from './contact-index.js'
import { integer, nullable, text } from './rows.js'
import { chunks, rawRows } from './writes.js'

/** The columns of a case that it is found by, or that say who may find it. */
export const searchedColumns = [
  'itemName',
  'departmentId',
  'placeId',
  'reporterName',
  'agentName',
  'contact',
  'contactTail',
  'description',
] as const satisfies readonly (keyof typeof caseTable.columns)[]

const { number, itemName, placeId, reporterName, agentName, contact, contactTail, description } =
  caseTable.columns
const columns = {
  ...{ id: integer, number, itemName, placeId, reporterName, agentName, contact, contactTail, description },
  departmentName: nullable(text),
}

/** Writes anew what these cases are found by: within the transaction that changed them. */
export async function indexCases(knex: Knex, ids: readonly number[]): Promise<void> {
  const rows = await rowsIn(columns, ids, chunk =>
    knex('grievance_case as c')
      .leftJoin('department as d', 'd.id', 'c.department_id')
      .select('c.*', 'd.name as department_name')
      .whereIn('c.id', chunk),
  )
  const departments = await departmentsOf(knex, ids)
  for (const chunk of chunks(rows)) {
    const texts = chunk.map(row => ({ row, ...searchedText(row) }))
    await knex('case_text')
      .insert(texts.map(({ row, words }) => ({ case_id: row.id, words })))
      .onConflict('case_id')
      .merge()
    await knex('case_pair')
      .whereIn(
        'rowid',
        chunk.map(({ id }) => id),
      )
      .delete()
    await knex('case_pair').insert(
      texts.map(({ row, words, person }) => ({
        rowid: row.id,
        pairs: [
          placeMark(row.placeId),
          ...(departments.get(row.id) ?? []).map(departmentMark),
          ...pairsOf(words).map(wordMark),
          ...person.map(word => personMarks(knex, word).at(-1)),
        ].join(' '),
      })),
    )
  }
}

/** What the index calls a place, a department, and a pair of a text; what it calls persons see contact-index.ts. */
export const placeMark = (id: number): string => `l${id}`
export const departmentMark = (id: number): string => `d${id}`
export const wordMark = (pair: string): string => `w${pair}`

/** The departments in charge of these cases, and those they were put to. */
async function departmentsOf(
  knex: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const found = new Map<number, Set<number>>()
  for (const chunk of chunks(ids)) {
    const marks = chunk.map(() => '?').join()
    const answer: unknown = await knex.raw(
      `select id as case_id, department_id from grievance_case
         where department_id is not null and id in (${marks})
       union select case_id, department_id from case_department where case_id in (${marks})`,
      [...chunk, ...chunk],
    )
    for (const row of rawRows(answer) as { case_id: unknown; department_id: unknown }[]) {
      const caseId = integer.parse(row.case_id)
      found.set(caseId, (found.get(caseId) ?? new Set()).add(integer.parse(row.department_id)))
    }
  }
  return new Map([...found].map(([caseId, departments]) => [caseId, [...departments]]))
}
