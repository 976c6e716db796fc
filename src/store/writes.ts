import type { Knex } from 'knex'
import { noteWritten } from './trail/written.js'
import { keysOf } from './sealing/keys-of.js'
import { trailSource } from './trail/sources.js'
import { columnName, storeValues, type Columns, type NewRowOf, type RowOf, type Table } from './rows.js'

/** Inserts all rows and answers their ids, in the order of the rows. */
export async function insertRows<C extends Columns>(
  knex: Knex,
  table: Table<C>,
  rows: readonly NewRowOf<C>[],
): Promise<number[]> {
  const ids: number[] = []
  for (const chunk of chunks(rows)) {
    const answered = trailSource(table.name) ? '*' : 'id'
    const made: { id: number }[] = await knex(table.name)
      .insert(stored(knex, table, chunk))
      .returning(answered)
    // ids are counted up row by row; in which order RETURNING names them is the database's affair
    made.sort((one, other) => one.id - other.id)
    noteWritten(knex, table.name, made)
    ids.push(...made.map(({ id }) => id))
  }
  return ids
}

/** Inserts rows of a table whose key is not a number of the database's. */
export async function insertKeyed<C extends Columns>(
  knex: Knex,
  table: Table<C>,
  rows: readonly NewRowOf<C>[],
): Promise<void> {
  for (const chunk of chunks(rows)) {
    const insertion = knex(table.name).insert(stored(knex, table, chunk))
    if (trailSource(table.name)) noteWritten(knex, table.name, await insertion.returning('*'))
    else await insertion
  }
}

/** Inserts what is not there yet, and answers the named columns of those that were not. */
export async function insertMissing<C extends Columns>(
  knex: Knex,
  table: Table<C>,
  rows: readonly NewRowOf<C>[],
  key: readonly (keyof C & string)[],
): Promise<unknown[]> {
  const columns = key.map(columnName)
  const inserted: unknown[] = []
  for (const chunk of chunks(rows)) {
    const made = (await knex(table.name)
      .insert(stored(knex, table, chunk))
      .onConflict(columns)
      .ignore()
      .returning(trailSource(table.name) ? '*' : columns)) as unknown[]
    noteWritten(knex, table.name, made)
    inserted.push(...made)
  }
  return inserted
}

/** Inserts rows, or overwrites those that are there under the same key. */
export async function putRows<C extends Columns>(
  knex: Knex,
  table: Table<C>,
  rows: readonly NewRowOf<C>[],
  key: readonly (keyof C & string)[],
): Promise<void> {
  for (const chunk of chunks(rows)) {
    await knex(table.name)
      .insert(stored(knex, table, chunk))
      .onConflict(key.map(columnName))
      .merge()
  }
}

/** What changes in one row. */
export interface Change<C extends Columns> {
  readonly id: number
  /** the revision that was read: when the row has another by now, it is left alone */
  readonly expectedRevision?: number | undefined
  readonly set: { readonly [K in keyof C]?: RowOf<C>[K] | undefined }
}

/** How a list of changes is written. */
export interface UpdateOptions {
  /** SQL that must hold for a row as well, such as `closed_at is null` */
  readonly onlyIf?: string
  /** whether each changed row's revision goes up by one */
  readonly revise?: boolean
}

/**
 * Changes many rows, each in its own way, with few statements, and answers the ids that were **not** changed: there is
 * no such row, or it has another revision than expected, or `onlyIf` does not hold. These lost a race.
 */
export async function updateRows<C extends Columns>(
  knex: Knex,
  table: Table<C>,
  changes: readonly Change<C>[],
  options: UpdateOptions = {},
): Promise<number[]> {
  const lost = new Set(changes.map(({ id }) => id))
  if (lost.size < changes.length) throw new Error(`${table.name}: two changes of one row in one list`)
  for (const alike of groupsOf(changes, shapeOf)) {
    for (const chunk of chunks(alike)) {
      for (const id of await updateAlike(knex, table, chunk, options)) lost.delete(id)
    }
  }
  return [...lost]
}

/** Rows at once: far below the number of values that either database binds in one statement. */
const chunkSize = 200

/** In lists that fit into one statement. */
export function chunks<T>(rows: readonly T[], size = chunkSize): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  )
}

function stored(knex: Knex, table: Table, rows: readonly object[]): Record<string, string | number | null>[] {
  const keys = keysOf(knex)
  return rows.map(row => storeValues(table.columns, row, keys))
}

function groupsOf<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return [...groups.values()]
}

/** Changes of the same columns share a statement. */
function shapeOf({ set, expectedRevision }: { set: object; expectedRevision?: number | undefined }): string {
  const names = Object.entries(set).filter(([, value]) => value !== undefined)
  return [...names.map(([name]) => name).sort(), expectedRevision === undefined ? '' : 'revision'].join()
}

/** `update t set a = case id when 1 then 'x' when 2 then 'y' end where (id, revision) in ((1, 7), (2, 3))` */
async function updateAlike<C extends Columns>(
  knex: Knex,
  table: Table<C>,
  changes: readonly Change<C>[],
  { onlyIf, revise = false }: UpdateOptions,
): Promise<number[]> {
  const rows = changes.map(({ id, set }) => ({ id, values: storeValues(table.columns, set, keysOf(knex)) }))
  const bindings: (string | number | null)[] = []
  const assignments = Object.keys(rows[0]?.values ?? {}).map(column => {
    const type = sqlType(table, column)
    const cases = rows.map(({ id, values }) => {
      bindings.push(id, values[column] ?? null)
      return `when cast(? as integer) then cast(? as ${type})`
    })
    return `"${column}" = case id ${cases.join(' ')} end`
  })
  if (revise) assignments.push('revision = revision + 1')
  if (assignments.length === 0) return rows.map(({ id }) => id)

  const guarded = changes[0]?.expectedRevision !== undefined
  const keys = changes.map(({ id, expectedRevision }) => {
    bindings.push(id, ...(expectedRevision === undefined ? [] : [expectedRevision]))
    return guarded ? '(cast(? as integer), cast(? as integer))' : 'cast(? as integer)'
  })
  const these = guarded ? `(id, revision) in (values ${keys.join()})` : `id in (${keys.join()})`
  const answer: unknown = await knex.raw(
    `update "${table.name}" set ${assignments.join(', ')} where ${these}${onlyIf ? ` and ${onlyIf}` : ''} returning id`,
    bindings as Knex.RawBinding[],
  )
  return rawRows(answer).map(row => (row as { id: number }).id)
}

/** What a raw statement answers: SQLite gives the rows, PostgreSQL a result that has them. */
export function rawRows(answer: unknown): unknown[] {
  return Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows
}

function sqlType(table: Table, column: string): 'integer' | 'text' {
  const found = Object.entries(table.columns).find(([name]) => columnName(name) === column)
  return found?.[1].sql ?? 'text'
}
