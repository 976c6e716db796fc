import { formatInstant } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { ShownExport } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { EmptyStateModel, PageHeaderModel } from './parts.js'
import { state, type StateModel } from './state.js'

/** The model of `cases/exports`. */
export interface LedgerExportsModel {
  readonly header: PageHeaderModel
  /** the one that is being written now */
  readonly underWay: {
    readonly url: string
    readonly words: string
    readonly done: number
    readonly total: number
  } | null
  readonly table: LedgerModel
  readonly empty: EmptyStateModel | null
}

export function ledgerExportsPage(exports: readonly ShownExport[]): LedgerExportsModel {
  const writing = exports.find(({ standing, own }) => standing === 'writing' && own)
  return {
    header: {
      title: text('cases.exports.title'),
      what: text('cases.exports.what'),
      next: text('cases.exports.next'),
      by: null,
      crumbs: [{ href: paths.cases, label: text('cases.title') }],
    },
    underWay: writing
      ? {
          url: pathTo(paths.ledgerExportProgress, { id: writing.id }),
          words: exportWords(writing),
          done: writing.progress?.done ?? 0,
          total: Math.max(writing.total, 1),
        }
      : null,
    table: ledger(
      null,
      ['when', 'who', 'asked', 'total', 'kind', 'state'].map(column => ({
        label: text(`cases.exports.column.${column}`),
        numeric: column === 'total',
      })),
      exports.map(cells),
    ),
    empty:
      exports.length === 0
        ? { title: text('cases.exports.empty'), why: text('cases.exports.empty.why'), action: null }
        : null,
  }
}

/** 正在写入：1200／8000件 */
export function exportWords({ progress, total }: Pick<ShownExport, 'progress' | 'total'>): string {
  return text('cases.exports.progress', {
    done: (progress?.done ?? 0).toLocaleString('zh-CN'),
    total: total.toLocaleString('zh-CN'),
  })
}

function cells(one: ShownExport): readonly LedgerValue[] {
  const { id, at, accountName, query, total, kind, standing, own } = one
  return [
    formatInstant(at),
    accountName,
    {
      text: text('cases.exports.asked'),
      // the question, asked anew: the reader sees what they may see
      href: query === '' ? paths.cases : `${paths.cases}?${query}`,
    },
    total.toLocaleString('zh-CN'),
    text(`cases.export.${kind}`),
    standing === 'written' && own
      ? { text: text('cases.exports.fetch'), href: pathTo(paths.ledgerExportFile, { id }) }
      : { state: standingState(standing) },
  ]
}

function standingState(standing: ShownExport['standing']): StateModel {
  const kind = {
    sent: 'met',
    written: 'met',
    writing: 'ok',
    removed: 'closed',
    failed: 'red',
    brokenOff: 'red',
  }
  return state(kind[standing] as StateModel['kind'], text(`cases.exports.state.${standing}`))
}
