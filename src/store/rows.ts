import type { Instant } from '../clock.js'
import type { LocalDate } from '../calendar/local-date.js'
import { Problem } from '../casework/problem.js'
import { keysOf } from './sealing/keys-of.js'
import type { ContactKeys } from './sealing/keys.js'

/**
 * One kind of column: how a value goes into the database and comes out. Both ways are checked here, at the border, so
 * that within the program a row is what its type says.
 */
export interface Column<T> {
  readonly sql: 'integer' | 'text'
  /** whether it lies sealed in the database */
  readonly sealed?: boolean
  /** @param keys open what is sealed, where the column is */
  parse(raw: unknown, keys?: ContactKeys): T
  store(value: T, keys?: ContactKeys): string | number | null
}

/** Columns by their name in the program, `openedAt`; in the database it is `opened_at`. */
export type Columns = Readonly<Record<string, Column<never> | Column<unknown>>>

/** A row as the program sees it. */
export type RowOf<C extends Columns> = { -readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never }

/** A table and its columns: the one place where both are said. */
export interface Table<C extends Columns = Columns> {
  readonly name: string
  readonly columns: C
}

/** A row to be inserted: the database makes the id, and what may be null may be left out. */
export type NewRowOf<C extends Columns> = {
  [K in Exclude<keyof C, 'id' | NullableKeys<C>>]: RowOf<C>[K]
} & { [K in Exclude<NullableKeys<C>, 'id'>]?: RowOf<C>[K] | undefined }

type NullableKeys<C extends Columns> = { [K in keyof C]: null extends RowOf<C>[K] ? K : never }[keyof C]

/** A whole number; counts come from PostgreSQL as text. */
export const integer: Column<number> = {
  sql: 'integer',
  parse: raw => {
    const value = typeof raw === 'string' && raw !== '' ? Number(raw) : raw
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new TypeError('not a whole number')
    return value
  },
  store: value => value,
}

/** Words. */
export const text: Column<string> = {
  sql: 'text',
  parse: raw => {
    if (typeof raw !== 'string') throw new TypeError('not a text')
    return raw
  },
  store: value => value,
}

/** An instant in UTC; sorts as text. */
export const instant: Column<Instant> = { ...text }

/** A day; sorts as text. */
export const localDate: Column<LocalDate> = { ...text }

/** Yes or no, kept as 1 or 0. */
export const flag: Column<boolean> = {
  sql: 'integer',
  parse: raw => {
    if (raw !== 0 && raw !== 1) throw new TypeError('neither 0 nor 1')
    return raw === 1
  },
  store: value => (value ? 1 : 0),
}

/** One of these words and no other. */
export function oneOf<const V extends string>(...values: readonly V[]): Column<V> {
  const known: ReadonlySet<unknown> = new Set(values)
  return {
    sql: 'text',
    parse: raw => {
      if (!known.has(raw)) throw new TypeError(`not one of ${values.join(', ')}`)
      return raw as V
    },
    store: value => value,
  }
}

/** A word of the office's vocabulary, taken as it was written: old records outlive the lists of today. */
export function word<V extends string>(): Column<V> {
  return text as unknown as Column<V>
}

/** A value kept as JSON. We wrote it ourselves, so its shape is taken as it was given. */
export function json<T>(): Column<T> {
  return {
    sql: 'text',
    parse: raw => JSON.parse(text.parse(raw)) as T,
    store: value => JSON.stringify(value),
  }
}

/** May be missing. */
export function nullable<T>(column: Column<T>): Column<T | null> {
  return {
    sql: column.sql,
    sealed: column.sealed === true,
    parse: (raw, keys) => (raw === null || raw === undefined ? null : column.parse(raw, keys)),
    store: (value, keys) => (value === null ? null : column.store(value, keys)),
  }
}

/**
 * @throws TypeError naming the column, when a value is not what the column holds; a Problem when it cannot be opened
 */
export function parseRow<C extends Columns>(columns: C, raw: unknown, keys?: ContactKeys): RowOf<C> {
  const given = raw as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => {
      try {
        return [name, column.parse(given[columnName(name)], keys)]
      } catch (error) {
        if (error instanceof Problem) throw error
        throw new TypeError(`Column ${columnName(name)}: ${String(error)}`, { cause: error })
      }
    }),
  ) as RowOf<C>
}

/** The rows that a query answers, parsed. */
export async function rowsOf<C extends Columns>(
  columns: C,
  query: PromiseLike<unknown>,
): Promise<RowOf<C>[]> {
  const rows = (await query) as readonly unknown[]
  const keys = keysOf(query)
  return rows.map(row => parseRow(columns, row, keys))
}

/** The first row that a query answers, or null. */
export async function rowOf<C extends Columns>(
  columns: C,
  query: PromiseLike<unknown>,
): Promise<RowOf<C> | null> {
  const [first] = await rowsOf(columns, query)
  return first ?? null
}

/** Values by their column's name in the database, ready to be bound. What is undefined is left out. */
export function storeValues(
  columns: Columns,
  values: object,
  keys?: ContactKeys,
): Record<string, string | number | null> {
  const stored: Record<string, string | number | null> = {}
  for (const [name, value] of Object.entries(values) as [string, unknown][]) {
    const column = columns[name] as Column<unknown> | undefined
    if (column && value !== undefined) stored[columnName(name)] = column.store(value, keys)
  }
  return stored
}

/** `openedAt` → `opened_at`. The names are few and asked for with every value. */
export function columnName(name: string): string {
  const known = columnNames.get(name)
  if (known !== undefined) return known
  const made = name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  columnNames.set(name, made)
  return made
}

const columnNames = new Map<string, string>()

/** What to select so that `parseRow` finds it: `t.opened_at`, … */
export function selection(columns: Columns, alias: string): string[] {
  return Object.keys(columns).map(name => `${alias}.${columnName(name)}`)
}
