import { quarterLabel } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import type { ExamplesPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import type { EmptyStateModel, PageHeaderModel } from './parts.js'

/** The model of `reports/examples`: which cases are told as typical. */
export interface ReportExamplesModel {
  readonly header: PageHeaderModel
  readonly action: string
  readonly back: string
  readonly candidates: readonly {
    readonly id: number
    readonly chosen: boolean
    readonly title: string
    readonly facts: string
    readonly words: string
    readonly after: string | null
    readonly href: string
  }[]
  readonly empty: EmptyStateModel | null
}

export function reportExamplesPage({ quarter, candidates }: ExamplesPage): ReportExamplesModel {
  const back = pathTo(paths.reportOf, { quarter })
  return {
    header: {
      title: text('report.examples.title'),
      what: text('report.examples.what'),
      next: text('report.examples.next'),
      by: null,
      crumbs: [
        { href: paths.reports, label: text('report.crumb') },
        { href: back, label: quarterLabel(quarter) },
      ],
    },
    action: pathTo(paths.reportExamples, { quarter }),
    back,
    candidates: candidates.map(each => ({
      id: each.caseId,
      chosen: each.chosen,
      title: each.item,
      facts: [each.department, each.cause, each.verdict, each.outcome].filter(Boolean).join(' · '),
      words: each.description,
      after: each.after === null ? null : text('report.examples.after', { words: each.after }),
      href: pathTo(paths.case, { number: each.number }),
    })),
    empty:
      candidates.length === 0
        ? { title: text('report.examples.empty.title'), why: text('report.examples.empty.why'), action: null }
        : null,
  }
}
