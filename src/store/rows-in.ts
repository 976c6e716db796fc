import { rowsOf, type Columns, type RowOf } from './rows.js'
import { chunks } from './writes.js'

/** The rows for a list of keys, asked for in lists that fit into one statement; in the order of the answers. */
export async function rowsIn<C extends Columns>(
  columns: C,
  keys: readonly number[],
  query: (chunk: readonly number[]) => PromiseLike<unknown>,
): Promise<RowOf<C>[]> {
  const found: RowOf<C>[] = []
  for (const chunk of chunks(keys)) found.push(...(await rowsOf(columns, query(chunk))))
  return found
}
