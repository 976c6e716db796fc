import { createHash } from 'node:crypto'
import type { RawRow } from './sources.js'

/**
 * What is digested of a row: `["history_entry","actor_id",7,"at","2026-…",…]`, JSON without white space: the table, then
 * each column and its value, the columns in the order of their names, empty ones left out. The value is the one that
 * the database holds (text or whole number), so it is the same on SQLite and PostgreSQL.
 */
export function canonicalRow(source: string, row: RawRow): string {
  const filled = Object.keys(row)
    .filter(column => row[column] !== null)
    .sort()
  return JSON.stringify([source, ...filled.flatMap(column => [column, row[column]])])
}

/** SHA-256 of the canonical row, in hex. */
export function digestOf(source: string, row: RawRow): string {
  return createHash('sha256').update(canonicalRow(source, row)).digest('hex')
}
