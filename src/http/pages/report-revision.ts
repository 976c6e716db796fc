import { figureLabel } from '../../casework/report/definitions.js'
import { text } from '../../catalogue/index.js'
import type { ReportPage } from '../../runtime/index.js'
import { figureSearch } from '../forms/figure-query.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { LinkModel } from './parts.js'
import { reportLabel } from './report-state.js'

/** The versions of a revised report, and what this one changed. */
export interface ReportRevision {
  readonly versions: readonly (LinkModel & { readonly current: boolean })[]
  readonly changed: {
    readonly title: string
    readonly figures: LedgerModel | null
    readonly sections: string | null
    readonly nothing: boolean
  } | null
}

/** Null for a report of one version. */
export function reportRevision({ quarter, report, versions, changes }: ReportPage): ReportRevision | null {
  if (versions.length < 2) return null
  return {
    versions: versions.map((one, index) => ({
      href: pathTo(paths.reportOf, { quarter }) + figureSearch({ version: index === 0 ? null : one.version }),
      label: reportLabel(one),
      current: one.id === report?.id,
    })),
    changed: changes && {
      title: text('report.revision.changed', { version: changes.version }),
      figures:
        changes.figures.length === 0
          ? null
          : ledger(
              null,
              [
                { label: text('report.all.figure') },
                { label: text('report.revision.before'), numeric: true },
                { label: text('report.revision.after'), numeric: true },
              ],
              changes.figures.map(({ key, before, after }) => [figureLabel(key), before, after]),
            ),
      sections:
        changes.sections.length === 0
          ? null
          : text('report.revision.sections', {
              sections: changes.sections.map(key => text(`draft.${key}.heading`)).join('、'),
            }),
      nothing: changes.figures.length + changes.sections.length === 0,
    },
  }
}
