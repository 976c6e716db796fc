import { LEDGER_COLUMNS, ledgerColumnLabel, type LedgerColumnKey } from '../../casework/report/ledger-line.js'
import { text } from '../../catalogue/index.js'

/** A column of the ledger's page: one of the office's 22, or where the case stands now. */
export type LedgerPageColumn = 'position' | 'state' | LedgerColumnKey

/** All there are, in the order of the office. */
export const allColumns: readonly LedgerPageColumn[] = [
  'position',
  ...LEDGER_COLUMNS.map(({ key }) => key),
  'state',
]

/** What everybody begins with: as much as fits on a desk's screen. */
export const firstColumns: readonly LedgerPageColumn[] = [
  'number',
  'item',
  'state',
  'registeredAt',
  'place',
  'reporter',
  'department',
  'cause',
  'verdict',
  'dueOn',
]

/** 编号, 登记时间, …, 办理状态 */
export function columnLabel(column: LedgerPageColumn): string {
  return column === 'state' ? text('cases.column.state') : ledgerColumnLabel(column)
}

/** The columns among these words, each once, in their order; null for none, and for those one begins with. */
export function ledgerColumnsOf(words: readonly string[]): readonly LedgerPageColumn[] | null {
  const columns = [...new Set(words)].flatMap(word => allColumns.find(column => column === word) ?? [])
  return columns.length === 0 || columns.join() === firstColumns.join() ? null : columns
}

/**
 * Reads the form that chooses columns: those that are ticked, in the order of the numbers beside them; what has no number
 * keeps its place in the form.
 */
export function readColumnsForm(
  query: Readonly<Record<string, unknown>>,
): readonly LedgerPageColumn[] | null {
  const ticked = [query.column].flat().filter(word => typeof word === 'string')
  const orderOf = (word: string, index: number) => {
    const typed = query[`order-${word}`]
    const number = typeof typed === 'string' && /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null
    return number ?? index + 1
  }
  const ordered = ticked
    .map((word, index) => ({ word, order: orderOf(word, index) }))
    .toSorted((one, other) => one.order - other.order)
  return ledgerColumnsOf(ordered.map(({ word }) => word))
}
