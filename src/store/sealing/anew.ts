import type { Knex } from 'knex'
import { callTable } from '../call-store.js'
import { caseTable } from '../case.js'
import { sealCases } from '../case-store.js'
import { privacyRequestTable } from '../privacy-request-store.js'
import { rowsIn } from '../rows-in.js'
import { columnName, integer, rowsOf, type Table } from '../rows.js'
import { userTaskTable } from '../user-task.js'
import { rawRows, updateRows } from '../writes.js'
import { sealHead, sealMark, type ContactKeys } from './keys.js'
import { contactKeysOf } from './keys-of.js'

/** Every table that has sealed columns. */
export const sealedTables: readonly Table[] = [caseTable, callTable, userTaskTable, privacyRequestTable]

/** How far a pass over the sealed tables has come: the table by its place in the list, and the last id seen there. */
export interface SealCursor {
  readonly table: number
  readonly after: number
}

/**
 * Seals anew under the current key what is not sealed under it: what was sealed under an older one, and what lies open from
 * before there were keys. Takes so many rows of one table, after the cursor; what is as it should be is passed over.
 * @returns how many rows that were, and where to go on; null at the end
 */
export async function sealAnew(
  knex: Knex,
  { table: index, after }: SealCursor,
  limit: number,
): Promise<{ readonly sealed: number; readonly next: SealCursor | null }> {
  const table = sealedTables[index]
  if (!table) return { sealed: 0, next: null }
  const ids = await otherwiseSealed(knex, table, contactKeysOf(knex), { after, limit })
  if (table === caseTable) await sealCases(knex, ids)
  else await sealRows(knex, table, ids)
  const last = ids.at(-1)
  const next = last === undefined ? { table: index + 1, after: 0 } : { table: index, after: last }
  return { sealed: ids.length, next: sealedTables[next.table] ? next : null }
}

/** How many values are sealed under each key, by its id; under the empty one, how many lie open. */
export async function sealedUnder(knex: Knex): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const table of sealedTables) {
    for (const column of sealedColumns(table)) {
      const answer: unknown = await knex.raw(
        `select case when ${column} like '${sealMark()}%' then substr(${column}, 1, ${sealHead}) else '' end as head,
           count(*) as count
         from ${table.name} where ${column} <> '' group by 1`,
      )
      for (const { head, count } of rawRows(answer) as { head: string; count: unknown }[]) {
        const id = head.slice(sealMark().length)
        counts.set(id, (counts.get(id) ?? 0) + integer.parse(count))
      }
    }
  }
  return counts
}

/** The sealed columns of a table, as the database calls them. */
function sealedColumns({ columns }: Table): readonly string[] {
  return Object.entries(columns).flatMap(([name, column]) => (column.sealed === true ? columnName(name) : []))
}

async function otherwiseSealed(
  knex: Knex,
  table: Table,
  keys: ContactKeys,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<number[]> {
  const current = sealMark(keys.current)
  const conditions = sealedColumns(table).map(
    column => `(${column} <> '' and substr(${column}, 1, ${current.length}) <> '${current}')`,
  )
  if (table === caseTable) conditions.push('contact_index is null')
  const query = knex(table.name)
    .select('id')
    .where('id', '>', after)
    .whereRaw(`(${conditions.join(' or ')})`)
    .orderBy('id')
    .limit(limit)
  return (await rowsOf({ id: integer }, query)).map(({ id }) => id)
}

/** Reads these rows and writes what is sealed of them as it is: opened under one key, it is sealed under another. */
async function sealRows(knex: Knex, table: Table, ids: readonly number[]): Promise<void> {
  const columns = Object.fromEntries(
    Object.entries(table.columns).filter(([name, column]) => name === 'id' || column.sealed === true),
  )
  const rows = await rowsIn(columns, ids, chunk => knex(table.name).whereIn('id', chunk))
  const changes = rows.map(({ id, ...set }) => ({ id: integer.parse(id), set }))
  await updateRows(knex, { ...table, columns }, changes)
}
