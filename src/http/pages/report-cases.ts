import { formatInstant, localDateOf, formatDate } from '../../calendar/index.js'
import { figureDefinition, figureLabel } from '../../casework/report/definitions.js'
import { ledgerColumnLabel } from '../../casework/report/ledger-line.js'
import { text } from '../../catalogue/index.js'
import type { FigurePage } from '../../runtime/index.js'
import { figureSearch, type FigureQuery } from '../forms/figure-query.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { EmptyStateModel, PageHeaderModel, PaginationModel } from './parts.js'
import { labelOfReport } from './report-state.js'

/** The model of `reports/cases`: exactly the cases that a figure counts. */
export interface ReportCasesModel {
  readonly header: PageHeaderModel
  readonly count: number
  readonly table: LedgerModel | null
  readonly pages: PaginationModel | null
  readonly first: string | null
  readonly empty: EmptyStateModel | null
}

export function reportCasesPage(page: FigurePage, query: FigureQuery): ReportCasesModel {
  const { quarter, report, figure, part, count, rows, next } = page
  const address = (after: number) =>
    pathTo(paths.reportCases, { quarter }) + figureSearch({ ...query, after })
  const label = labelOfReport(quarter, report)
  const of = part
    ? text('report.cases.part', { figure: figureLabel(figure), part: part.label })
    : figureLabel(figure)
  return {
    header: {
      title: text('report.cases.title', { figure: of, count }),
      what: figureDefinition(figure) + asCounted(page),
      next: text(rows.some(({ why }) => why !== null) ? 'report.cases.next.promises' : 'report.cases.next'),
      by: null,
      crumbs: [
        { href: paths.reports, label: text('report.crumb') },
        { href: pathTo(paths.reportOf, { quarter }) + figureSearch({ version: query.version }), label },
      ],
    },
    count,
    table: rows.length === 0 ? null : ledger(null, columns(), rows.map(cells)),
    pages:
      next === null && query.after === -1
        ? null
        : {
            shown: text('cases.shown', { count: rows.length }),
            previous: null,
            next: next === null ? null : address(next),
          },
    first: query.after === -1 ? null : address(-1),
    empty:
      rows.length === 0
        ? { title: text('report.cases.empty.title'), why: text('report.cases.empty.why'), action: null }
        : null,
  }
}

function asCounted({ report, running }: FigurePage): string {
  if (report?.frozenAt) return text('report.what.frozen', { when: formatInstant(report.frozenAt) })
  if (report?.computedAt) return text('report.what.counted', { when: formatInstant(report.computedAt) })
  return text(running ? 'report.cases.running' : 'report.cases.now')
}

const shown = ['item', 'place', 'department', 'cause', 'verdict', 'outcome'] as const

function columns() {
  return [
    { label: ledgerColumnLabel('number') },
    { label: text('report.cases.registered') },
    ...shown.map(key => ({ label: ledgerColumnLabel(key) })),
    { label: text('report.cases.why') },
  ]
}

function cells({ line, why }: FigurePage['rows'][number]): readonly LedgerValue[] {
  const number = line.number ?? ''
  return [
    { text: number, href: pathTo(paths.case, { number }) },
    line.registeredAt === null
      ? text('shell.none')
      : formatDate(localDateOf(line.registeredAt)).replace(/（.*$/, ''),
    ...shown.map(key => line[key] ?? text('shell.none')),
    why ?? line.remark ?? text('shell.none'),
  ]
}
