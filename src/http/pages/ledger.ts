import type { StateModel } from './state.js'

/** A column of the partial `ledger`. */
export interface LedgerColumn {
  readonly label: string
  readonly numeric?: boolean
}

/** What stands in a cell: words, a link, several of both side by side, or a state. */
export type LedgerValue =
  string | LinkedWords | { readonly state: StateModel } | { readonly pieces: readonly LinkedWords[] }

/** Words that lead somewhere, or nowhere. */
export interface LinkedWords {
  readonly text: string
  readonly href: string | null
}

/** The model of the partial `ledger`: a table that becomes one card a row on a phone. */
export interface LedgerModel {
  readonly caption: string | null
  readonly columns: readonly LedgerColumn[]
  readonly rows: readonly { readonly cells: readonly LedgerCell[] }[]
}

interface LedgerCell {
  readonly column: string
  readonly head: boolean
  readonly numeric: boolean
  readonly text: string
  readonly href: string | null
  readonly state: StateModel | null
  readonly pieces: readonly LinkedWords[] | null
}

/** Puts rows of values under their columns; the first column heads its row. */
export function ledger(
  caption: string | null,
  columns: readonly LedgerColumn[],
  rows: readonly (readonly LedgerValue[])[],
): LedgerModel {
  return {
    caption,
    columns: columns.map(({ label, numeric = false }) => ({ label, numeric })),
    rows: rows.map(values => ({
      cells: columns.map(({ label, numeric = false }, index) => ({
        column: label,
        head: index === 0,
        numeric,
        ...contentOf(values[index] ?? ''),
      })),
    })),
  }
}

function contentOf(value: LedgerValue): Pick<LedgerCell, 'text' | 'href' | 'state' | 'pieces'> {
  const plain = { href: null, state: null, pieces: null }
  if (typeof value === 'string') return { ...plain, text: value }
  if ('state' in value) return { ...plain, text: value.state.label, state: value.state }
  if ('pieces' in value)
    return { ...plain, text: value.pieces.map(piece => piece.text).join(''), pieces: value.pieces }
  return { ...plain, ...value }
}
