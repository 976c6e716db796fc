import { text, type Column } from '../rows.js'

/**
 * A text that is kept sealed. An empty one stays empty: that nothing was said is no secret.
 * @param place the table and column it stands in
 * @param inner what the text is: words, or JSON
 */
export function sealed<T = string>(place: string, inner?: Column<T>): Column<T> {
  const column = inner ?? (text as unknown as Column<T>)
  return {
    sql: 'text',
    sealed: true,
    parse(raw, keys) {
      const stored = text.parse(raw)
      if (stored === '') return column.parse(stored)
      if (!keys) throw new TypeError('the database was opened without the keys of contact fields')
      return column.parse(keys.open(place, stored))
    },
    store(value, keys) {
      const plain = String(column.store(value))
      if (plain === '') return plain
      if (!keys) throw new TypeError('the database was opened without the keys of contact fields')
      return keys.seal(place, plain)
    },
  }
}
