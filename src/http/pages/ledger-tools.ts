import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import type { SavedLedgerView } from '../../runtime/index.js'
import { allColumns, columnLabel, firstColumns, type LedgerPageColumn } from '../forms/ledger-columns.js'
import { firstPage, ledgerAddress, ledgerSearch, type LedgerQuery } from '../forms/ledger-query.js'
import { paths, pathTo } from '../paths.js'

/** What can be done with what the ledger shows: choose columns, keep the question, take it out. */
export interface LedgerToolsModel {
  readonly columns: readonly {
    readonly key: LedgerPageColumn
    readonly label: string
    readonly chosen: boolean
    readonly order: number
  }[]
  /** the question, as the forms send it back */
  readonly query: string
  /** the same, field by field, for the form that chooses columns */
  readonly asked: readonly { readonly name: string; readonly value: string }[]
  readonly standardColumns: string | null
  readonly views: readonly {
    readonly href: string
    readonly label: string
    readonly current: boolean
    readonly remove: string
  }[]
  readonly viewProblem: string | null
  readonly viewName: string
  /** 流程分析, for who sees all cases */
  readonly flow: string | null
  readonly exportTotal: string
  readonly mayExport: boolean
}

export function ledgerTools(
  actor: Actor,
  query: LedgerQuery,
  {
    views,
    total,
    problem,
  }: {
    readonly views: readonly SavedLedgerView[]
    readonly total: number
    readonly problem?: { readonly name: string; readonly sentence: string } | undefined
  },
): LedgerToolsModel {
  const asked = firstPage(query)
  const search = ledgerSearch(asked)
  const chosen = query.columns ?? firstColumns
  const rest = allColumns.filter(column => !chosen.includes(column))
  return {
    columns: [...chosen, ...rest].map((key, index) => ({
      key,
      label: columnLabel(key),
      chosen: chosen.includes(key),
      order: index + 1,
    })),
    query: search,
    asked: [...new URLSearchParams(ledgerSearch({ ...asked, columns: null }))].map(([name, value]) => ({
      name,
      value,
    })),
    standardColumns: query.columns === null ? null : ledgerAddress(paths.cases, { ...asked, columns: null }),
    views: views.map(({ id, name, query: saved }) => ({
      href: saved === '' ? paths.cases : `${paths.cases}?${saved}`,
      label: name,
      current: saved === search,
      remove: pathTo(paths.ledgerViewRemove, { id }),
    })),
    viewProblem: problem?.sentence ?? null,
    viewName: problem?.name ?? '',
    flow: actor.role === 'clerk' || actor.role === 'liaison' ? null : paths.flow,
    exportTotal: text('cases.export.total', { count: total.toLocaleString('zh-CN') }),
    mayExport: total > 0,
  }
}
