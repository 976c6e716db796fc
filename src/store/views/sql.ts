import type { Knex } from 'knex'
import { rawRows } from '../writes.js'
import { keysOf } from '../sealing/keys-of.js'
import { parseRow, type Columns, type RowOf } from '../rows.js'

/** A piece of SQL and the values its question marks stand for. */
export interface Sql {
  readonly sql: string
  readonly values: readonly Value[]
}

/** What can be bound. */
export type Value = string | number | null

/** A piece without values, or with these. */
export function sql(text: string, ...values: readonly Value[]): Sql {
  return { sql: text, values }
}

/** Conditions that must all hold; true when there are none. */
export function allOf(conditions: readonly (Sql | null)[]): Sql {
  const given = conditions.filter(condition => condition !== null)
  return {
    sql: given.map(condition => `(${condition.sql})`).join(' and ') || '1 = 1',
    values: given.flatMap(condition => condition.values),
  }
}

/** Asks and parses the answer. The columns of the answer are named as in the database. */
export async function ask<C extends Columns>(
  knex: Knex,
  columns: C,
  text: string,
  values: readonly Value[] = [],
): Promise<RowOf<C>[]> {
  const answer: unknown = await knex.raw(text, values as Knex.RawBinding[])
  const keys = keysOf(knex)
  return rawRows(answer).map(row => parseRow(columns, row, keys))
}

/** For `like … escape '!'`: what contains these words, as they were typed. Both sides must be in lower case. */
export function containing(words: string): string {
  return `%${literally(words)}%`
}

function literally(words: string): string {
  return words.toLowerCase().replaceAll(/[!%_]/g, sign => `!${sign}`)
}
