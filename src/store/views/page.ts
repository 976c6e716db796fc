/** One page of a list, and where the next one begins. */
export interface Page<Row, Cursor> {
  readonly rows: readonly Row[]
  /** the place after the last row; null on the last page */
  readonly next: Cursor | null
}

/** Cuts a page from rows that were asked for one more than the page holds: the extra one says that there is a next. */
export function pageOf<Row, Cursor>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
): Page<Row, Cursor> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
